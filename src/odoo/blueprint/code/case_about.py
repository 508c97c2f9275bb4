def case_about(record):
    """The newest case of the area about a record that still counts, or an empty one."""
    return env['x_approval_case'].sudo().search([
        ('x_key', '=', ':'.join([AREA, record._name, str(record.id)])),
        ('x_state', '!=', 'superseded')], order='id desc', limit=1)


def is_as_decided(record, case):
    """Whether what mattered when the case was opened is as it was then."""
    return is_unchanged(record._name, record.id, case.x_document['watched'])
