def put_back(record, proposal):
    """Gives watched fields back what they held before the change that was asked about."""
    before = (proposal or {}).get('before')
    if before is None:
        raise UserError(
            'Nobody knows what %s was like before, so nothing was put back.' % record.display_name)
    values = {}
    for name, value in before.items():
        is_many = record._fields[name].type in ('one2many', 'many2many')
        values[name] = [Command.set(value)] if is_many else value
    record.write(values)
