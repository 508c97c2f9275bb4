# A person sends events again: the dead ones, or those that wait for their next attempt.
ledger = env.ref('n8n_approvals.action_ledger').sudo().with_context(approval_command={
    'command': 'replay', 'instance': None, 'outboxIds': records.ids})
ledger._run_action_code_multi(ledger._get_eval_context(ledger))
action = {'type': 'ir.actions.client', 'tag': 'soft_reload'}
