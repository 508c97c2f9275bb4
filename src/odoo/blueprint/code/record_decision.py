# Somebody says something of a case in Odoo. The same ledger decides whether it counts, with them as
# the actor; a refusal takes their entry back, unless it has to stay on record.

# An attempt against the rules is kept, and so is what was learnt of a record that had changed.
ON_RECORD = ['SEPARATION_OF_DUTIES', 'NOT_ELIGIBLE', 'RECORD_CHANGED']
COMMANDS = {
    'abstained': 'abstain',
    'forwarded': 'forward',
    'recalled': 'recall',
    'expedited': 'expedite',
}


def command_of(decision):
    case = decision.x_case_id
    if bool(decision.x_decision) == bool(decision.x_act):
        raise UserError('Please choose one thing to do with the case.')
    if decision.x_act == 'forwarded' and not decision.x_forward_to_id:
        raise UserError('Please choose to whom the case is forwarded.')
    return {
        'command': COMMANDS[decision.x_act] if decision.x_act else 'vote',
        'caseId': case.id,
        'actorId': env.uid,
        'channel': 'odoo',
        'step': case.x_step,
        'round': case.x_round,
        'decision': decision.x_decision,
        'toId': decision.x_forward_to_id.id,
        'link': None,
        'reasonCode': decision.x_reason_kind or None,
        'reason': decision.x_reason or None,
    }


def refuse(decision, code):
    if code not in ON_RECORD:
        raise UserError(REFUSALS[code])
    # No error here: it would undo what has to stay.
    decision.sudo().write({'x_refusal': code})
    env['bus.bus'].sudo()._sendone(env.user.partner_id, 'simple_notification', {
        'type': 'danger', 'title': 'Nothing was decided', 'message': REFUSALS[code], 'sticky': True})


ledger = env.ref('n8n_approvals.action_ledger').sudo()
for decision in records:
    ledger = ledger.with_context(approval_command=command_of(decision))
    # Only the integration user may run the ledger itself, hence past the action's groups.
    result = ledger._run_action_code_multi(ledger._get_eval_context(ledger))
    if result['status'] == 'refused':
        refuse(decision, result['code'])
