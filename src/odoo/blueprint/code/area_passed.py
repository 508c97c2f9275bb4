# A record of an area was saved whose saves pass through several states: it asks where it has come to
# one that does, and what it asked in passing is taken back where it has not.
asking = records.filtered_domain(ASKING)
env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
    'area': AREA, 'model': records._name, 'ids': asking.ids, 'passed': (records - asking).ids}).run()
