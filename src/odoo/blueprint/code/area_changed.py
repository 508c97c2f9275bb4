# A record of an area was saved: one that asks for approval, or one that was released before and
# asks only where what mattered then has changed.


def has_changed(record):
    case = case_about(record)
    is_released = case.x_state == 'approved' and case.x_outcome in ('released', 'kept')
    return is_released and not is_as_decided(record, case)


asking = records.filtered_domain(ASKING)
for record in records.filtered_domain(AGAIN):
    if record not in asking and has_changed(record):
        asking = asking + record
if asking:
    env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
        'area': AREA, 'model': asking._name, 'ids': asking.ids}).run()
