# A record of an area was saved in a way that asks for approval.
env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
    'area': AREA, 'model': records._name, 'ids': records.ids}).run()
