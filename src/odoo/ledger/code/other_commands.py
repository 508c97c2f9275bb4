def wait(command):
    """Notes which execution waits, and where it is woken."""
    case = lock_case(command['caseId'])
    if case.x_execution_id != command['executionId'] or case.x_resume_url != command['resumeUrl']:
        is_new = case.x_execution_id != command['executionId']
        touch(case, {
            'x_execution_id': command['executionId'],
            'x_resume_url': command['resumeUrl'],
        })
        if is_new:
            append_event(case, 'waiting', None, {'executionId': command['executionId']})
    return answer('shown', case)


def escalate(command):
    case = lock_case(command['caseId'])
    if case.x_state != 'pending':
        return answer('already_decided', case)
    if command['level'] <= case.x_escalation_level:
        return answer('already_escalated', case)
    document = dict(case.x_document)
    if command['kind'] == 'ask':
        steps = list(document['steps'])
        steps[case.x_step] = command['step']
        document['steps'] = steps
        if document['sla'] and command['dueAt']:
            document['sla'] = dict(
                document['sla'], warnAt=command['warnAt'] or command['dueAt'], dueAt=command['dueAt'])
        touch(case, {
            'x_escalation_level': command['level'],
            'x_round': case.x_round + 1,
            'x_warn_at': from_iso(command['warnAt']) or case.x_warn_at,
            'x_due_at': from_iso(command['dueAt']) or case.x_due_at,
            'x_document': document,
        })
        ask_step(case, command['step'])
    else:
        touch(case, {'x_escalation_level': command['level'], 'x_exhausted': True})
        managers = env.ref(MANAGERS)
        membership = 'all_group_ids' if 'all_group_ids' in User._fields else 'groups_id'
        ask(case, User.search([(membership, 'in', managers.ids)]), 'Nobody decided on ' + case.x_name)
    append_event(case, 'escalated' if command['kind'] == 'ask' else 'exhausted', None, {
        'level': command['level'], 'step': command['step'], 'reason': command['reason'],
    })
    post_on_case(case, command['reason'])
    return answer('escalated', case)


def note(command):
    case = lock_case(command['caseId'])
    touch(case, {})
    append_event(case, 'noted', None, {'text': command['text']})
    post_on_case(case, command['text'])
    return answer('noted', case)


def show(command):
    case = Case.browse(command['caseId']).exists()
    if not case:
        raise UserError('There is no approval case %s.' % command['caseId'])
    return answer('shown', case)


COMMANDS = {
    'gather': gather,
    'open': open_case,
    'vote': vote,
    'apply': apply,
    'wait': wait,
    'escalate': escalate,
    'supersede': supersede,
    'note': note,
    'show': show,
    'directory': directory,
    'acknowledge': acknowledge,
    'subscribe': subscribe,
    'unsubscribe': unsubscribe,
}

action = COMMANDS[command['command']](command)
