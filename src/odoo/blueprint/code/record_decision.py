# Somebody decided in Odoo. The same ledger decides whether it counts, with them as the actor; a
# refusal takes their entry back.
ledger = env.ref('n8n_approvals.action_ledger').sudo()
for decision in records:
    case = decision.x_case_id
    ledger = ledger.with_context(approval_command={
        'command': 'vote',
        'caseId': case.id,
        'actorId': env.uid,
        'step': case.x_step,
        'round': case.x_round,
        'decision': decision.x_decision,
        'reasonCode': decision.x_reason_code or None,
        'reason': decision.x_reason or None,
        'channel': 'odoo',
    })
    # Only the integration user may run the ledger itself, hence past the action's groups.
    result = ledger._run_action_code_multi(ledger._get_eval_context(ledger))
    if result['status'] == 'refused':
        raise UserError(REFUSALS[result['code']])
