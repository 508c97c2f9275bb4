# An administrator ends subscriptions of an n8n that is gone for good.
for subscription in records.sudo():
    ledger = env.ref('n8n_approvals.action_ledger').sudo().with_context(approval_command={
        'command': 'unsubscribe', 'key': subscription.x_key})
    ledger._run_action_code_multi(ledger._get_eval_context(ledger))
action = {'type': 'ir.actions.client', 'tag': 'soft_reload'}
