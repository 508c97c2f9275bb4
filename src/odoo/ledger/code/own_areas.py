# Areas of the house's own: what was fixed when an administrator set them up, and what a record was
# like before the change that is asked about.


def effect_of(case, effect):
    """What carrying the case out does: as the command says, or as its area was set up."""
    if effect != 'as_set_up':
        return effect
    if case.x_area not in OWN_AREAS:
        raise UserError('The area "%s" is not set up in this Odoo.' % case.x_area)
    return OWN_AREAS[case.x_area]['effects'][case.x_state]


def with_watched(area, subject, specification):
    """Whatever else is read of it, what the area watches is."""
    wanted = dict(specification)
    for name in OWN_AREAS[area]['fields']:
        if name in subject._fields:
            wanted.setdefault(name, {'fields': {}} if subject._fields[name].relational else {})
    return wanted


def before_change(area, subject):
    """What watched fields held when nobody had anything against the record; None where nobody knows."""
    newest = newest_case(case_key(area, subject._name, subject.id))
    told = []
    # What was not approved is a change that is still asked about, however often it went on since.
    if newest and newest.x_state != 'approved':
        told.append((newest.x_document.get('proposal') or {}).get('before'))
    for row in Outbox.search([
            ('x_area', '=', area), ('x_model', '=', subject._name), ('x_res_id', '=', subject.id),
            ('x_before', '!=', False), ('x_state', '!=', 'acknowledged')], order='id'):
        told.append(json.loads(row.x_before))
    if not told:
        return approved_otherwise(newest, subject) if newest else None
    if told[0] is None:
        return None
    before = {}
    # Of several changes, what was there before the first counts.
    for earlier in told[::-1]:
        before.update(earlier or {})
    return before


def approved_otherwise(case, subject):
    """What watched fields held when the record was last approved, where they hold something else."""
    then = case.x_document['watched']['fields']
    now_held = plain_rows(subject.sudo(), list(then))[0]
    before = {}
    for name, value in then.items():
        if name in OWN_AREAS[case.x_area]['fields'] and now_held[name] != value:
            before[name] = value
    return before


def asks_by_change(subscription):
    own = not subscription.x_watch and OWN_AREAS.get(subscription.x_area)
    return bool(own) and own['asks'] == 'changed'


def changed_since_approved(area, subjects):
    """Those of the records that were approved once and hold something else by now. Of others nobody
    knows whether they were changed, or only saved."""
    changed = subjects.browse()
    about = Case.search([('x_area', '=', area), ('x_model', '=', subjects._name)])
    for subject in subjects & subjects.browse(about.mapped('x_res_id')):
        newest = newest_case(case_key(area, subject._name, subject.id))
        if newest.x_state == 'approved' and not is_void(newest) and approved_otherwise(newest, subject):
            changed = changed + subject
    return changed


def read_before(before, subject, specification):
    """What the fields held, as it would have been read then: relations as the records they led to."""
    if before is None:
        return None
    shown = dict(before)
    for name, value in before.items():
        field = subject._fields[name]
        nested = (specification.get(name) or {}).get('fields')
        if field.relational and nested is not None:
            ids = value if isinstance(value, list) else [value] if value else []
            rows = subject.env[field.comodel_name].browse(ids).exists().web_read(nested)
            is_many = field.type in ('one2many', 'many2many')
            shown[name] = rows if is_many else rows[0] if rows else False
    return shown
