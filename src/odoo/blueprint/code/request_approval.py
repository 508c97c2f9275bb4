# A person asks expressly, and is to see that something happened.
written = env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
    'area': AREA, 'model': records._name, 'ids': records.ids, 'requested': True}).run()
is_heard = bool(written and written['listeners'])
action = {
    'type': 'ir.actions.client',
    'tag': 'display_notification',
    'params': {
        'type': 'success' if is_heard else 'warning',
        'message': 'Approval was asked for.' if is_heard else
                   'Nothing listens: no workflow for these approvals is active.',
    },
}
