# Every minute, and at once when it was called for: sends what is due.
ledger = env.ref('n8n_approvals.action_ledger').sudo().with_context(
    approval_command={'command': 'deliver'})
ledger._run_action_code_multi(ledger._get_eval_context(ledger))
