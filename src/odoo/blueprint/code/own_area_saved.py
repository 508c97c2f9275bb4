# A record of an area of the house's own was saved. What its watched fields held before goes along,
# so that it can be told, and put back.


def held_before(record):
    """What those fields held that were given another value; None of a record that is new."""
    saved = env.context.get('old_values')
    if saved is None:
        return None
    before = {}
    for name, value in saved.get(record.id, {}).items():
        if name in FIELDS and value != record[name]:
            field = record._fields[name]
            before[name] = plain(field.convert_to_read(value, record, use_display_name=False))
    return before


told = {}
for record in records:
    told[record.id] = held_before(record)
env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
    'area': AREA, 'model': records._name, 'ids': records.ids, 'before': told}).run()
