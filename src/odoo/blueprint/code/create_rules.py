# An administrator makes the automation rules that n8n asked for and may not make itself.
ledger = env.ref('n8n_approvals.action_ledger').sudo().with_context(approval_command={
    'command': 'create_rules', 'ids': records.ids})
ledger._run_action_code_multi(ledger._get_eval_context(ledger))
action = {'type': 'ir.actions.client', 'tag': 'soft_reload'}
