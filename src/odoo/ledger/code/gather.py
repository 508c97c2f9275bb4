def case_key(area, model, record_id):
    """What cases about one matter have in common."""
    return ':'.join([area, model, str(record_id)])


def newest_case(key):
    return Case.search([('x_key', '=', key)], order='id desc', limit=1)


def is_void(case):
    """Whether the case no longer decides anything, so that its event may be gone through again."""
    return case.x_state == 'superseded' or case.x_outcome == 'changed'


def gather(command):
    actor_id = None
    if command['outboxId']:
        row = Outbox.browse(command['outboxId']).exists()
        about = (row.x_model, row.x_res_id)
        if row.x_topic != 'record' or about != (command['model'], command['recordId']):
            return {'status': 'event_missing'}
        case = row.x_case_id
        if case and is_void(case):
            # The execution whose case was superseded starts over, unless another one was faster.
            newest = newest_case(case.x_key)
            if newest != case and not is_void(newest):
                return already_handled(newest)
        elif case or row.x_state == 'acknowledged':
            return already_handled(case)
        actor_id = row.x_actor_id.id or None
        if command['executionId']:
            note_execution(row, command['executionId'])

    subject = env[command['model']].browse(command['recordId'])
    if not subject.exists():
        return {'status': 'record_missing'}
    subject = as_in_its_company(subject)
    # An older n8n package does not say.
    area = command.get('area')
    is_own = area in OWN_AREAS
    wanted = command['specification']
    if is_own:
        wanted = with_watched(area, subject, wanted)
    absent = {}
    before = None
    try:
        specification = readable(command['model'], wanted, '', absent)
        record = subject.web_read(specification)[0]
        if is_own:
            before = read_before(before_change(area, subject), subject, specification)
        # An older n8n package asks for nothing beside the record.
        related = read_related(subject, command.get('related') or {})
    except UserError as error:
        # Raised, it would also undo the note of which execution failed on the event.
        if not command['outboxId'] or not repr(error).startswith('AccessError'):
            raise
        return {'status': 'refused', 'message': str(error.args[0])}
    return {
        'status': 'gathered',
        'record': record,
        'related': related,
        'absent': absent,
        'watched': OWN_AREAS[area]['fields'] if is_own else None,
        'before': before,
        'actorId': actor_id,
        'at': iso(now()),
    }


def as_in_its_company(subject):
    """Costs and the like differ by company, and count as the company of the record has them."""
    company = subject.sudo().company_id if 'company_id' in subject._fields else env.company
    if company not in env.companies:
        return subject
    others = env.companies - company
    return subject.with_context(allowed_company_ids=company.ids + others.ids)
