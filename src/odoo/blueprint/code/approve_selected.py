# Approves those of the chosen cases whose risk is low enough to do so together.
fit = env['x_approval_case']
for case in records:
    if case.x_state == 'pending' and case.x_bulk_allowed and env.user in case.x_approver_ids:
        fit = fit | case
decisions = env['x_approval_decision'].create([
    {'x_case_id': case_id, 'x_decision': 'approved'} for case_id in fit.ids])
approved = len(decisions.filtered(lambda decision: not decision.x_refusal))
left = len(records) - approved
message = '%s approved.' % approved
if left:
    message = message + (
        ' %s left as they were: you are not asked, or the risk asks for a look at each.' % left)
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {
        'type': 'warning' if left else 'success',
        'message': message,
        'next': {'type': 'ir.actions.client', 'tag': 'soft_reload'},
    },
}
