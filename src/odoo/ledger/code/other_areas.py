# A record that several areas decide about: the last approval that it needs releases it.


def lacking_approvals(case, method):
    """Labels of the other areas that ask about such a record too, and have not approved it as it is."""
    if case.x_state != 'approved':
        return []
    others = others_asking(case, method)
    if others:
        # Of two approvals at once, PostgreSQL has the second begin anew, and it sees the first.
        table = env[case.x_model]._table
        env.cr.execute('UPDATE %s SET write_date = write_date WHERE id = %%s' % table, [case.x_res_id])
    released = last_release(case)
    lacking = []
    for area in others:
        newest = newest_case(case_key(area, case.x_model, case.x_res_id))
        is_approved = newest.x_state == 'approved' and not is_void(newest) and newest.id > released.id
        if not is_approved or not is_subject_unchanged(newest):
            lacking.append(AREA_LABELS[area])
    return lacking


def others_asking(case, method):
    """Other areas that somebody listens for, whose approval would do the same to the record."""
    subject = env[case.x_model].sudo().browse(case.x_res_id)
    found = []
    for area, (model_name, domain, release) in AREA_SUBJECTS.items():
        if area == case.x_area or (model_name, release) != (case.x_model, method):
            continue
        listening = Subscription.search_count([
            ('x_topic', '=', 'record'), ('x_area', '=', area), ('x_active', '=', True),
            ('x_watch', '=', False)])
        if listening and subject.filtered_domain(domain):
            found.append(area)
    return found


def last_release(case):
    """The newest case, of whatever area, that released the record."""
    return Case.search([
        ('x_model', '=', case.x_model), ('x_res_id', '=', case.x_res_id),
        ('x_state', '=', 'approved'), ('x_outcome', '=', 'released')], order='id desc', limit=1)


def released_beside(case):
    """The case of another area that has released the record since this one was opened, if any."""
    released = last_release(case)
    is_beside = released and released.x_area != case.x_area
    return released if is_beside and released.write_date >= case.create_date else Case
