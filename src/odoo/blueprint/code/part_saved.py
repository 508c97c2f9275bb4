# Something that belongs to a record of an area was saved: the record asks, if it is one that does.
asking = records.mapped(PARENT).filtered_domain(ASKING)
if asking:
    env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
        'area': AREA, 'model': asking._name, 'ids': asking.ids}).run()
