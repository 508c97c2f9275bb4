# What the clock does about a case, and what is done to the clock. Nobody's hand is in it: no actor.

MANUAL_QUEUE_LOST = (
    'Nobody is left for the manual queue: name an owner, or give somebody the right of an approval '
    'manager.')
NUDGES = {
    'remind': 'Still to be decided: ',
    'warn': 'For your information, not decided yet: ',
    'page': 'Urgent, not decided yet: ',
}


def escalate(command):
    case = lock_case(command['caseId'])
    if case.x_state != 'pending':
        return answer('already_decided', case)
    if command['level'] <= case.x_escalation_level:
        return answer('already_escalated', case)
    if command['version'] != case.x_version:
        return answer('changed', case)
    if command['action'] == 'postpone':
        touch(case, clock_values(case, command['sla']))
        append_event(case, 'postponed', None, pick(command, ['level', 'sla', 'reason']))
    elif command['action'] == 'queue':
        hand_over(case, command)
    elif command['step']:
        ask_others(case, command)
    else:
        nudge(case, command)
    return answer('escalated', case)


def nudge(case, command):
    """Tells people, or marks the case as urgent; the same people are asked as before."""
    users = User.browse(command['toIds']).exists()
    values = clock_values(case, command['sla'])
    values['x_escalation_level'] = command['level']
    if command['action'] == 'priority':
        values['x_expedited'] = True
    touch(case, values)
    append_event(case, 'nudged', None, dict(
        pick(command, ['level', 'action', 'sla', 'reason']), to=[person(user) for user in users]))
    for user in users:
        tell(case, user, NUDGES[command['action']] + case.x_name, '<p>%s</p><p>%s</p>' % (
            escape(case.x_summary or case.x_name).replace('\n', '<br/>'), escape(command['reason'])))
    post_on_case(case, command['reason'])


def ask_others(case, command):
    """The rung takes the place of the present step, with times of its own."""
    sla = command['sla'] or {}
    values = clock_values(case, command['sla'])
    document = dict(values.get('x_document') or case.x_document)
    steps = list(document['steps'])
    steps[case.x_step] = command['step']
    document['steps'] = steps
    touch(case, dict(
        values,
        x_escalation_level=command['level'],
        x_round=case.x_round + 1,
        x_document=document,
    ))
    ask_step(case, command['step'])
    append_event(case, 'escalated', None, dict(
        pick(command, ['level', 'step', 'sla', 'reason']),
        warnAt=sla.get('warnAt'), dueAt=sla.get('dueAt')))
    post_on_case(case, command['reason'])


def hand_over(case, command):
    """The ladder has ended: one person has the case on their list, and a task to look after it."""
    owner = User.browse(command['ownerId'] or []).exists().filtered('active')
    if not owner:
        owner = members(env.ref(MANAGERS)).sorted('id')[:1]
    if not owner:
        raise UserError(MANUAL_QUEUE_LOST)
    touch(case, {
        'x_escalation_level': command['level'],
        'x_exhausted': True,
        'x_owner_id': owner.id,
    })
    ask(case, owner, 'Nobody decided on ' + case.x_name)
    append_event(case, 'exhausted', None, dict(
        pick(command, ['level', 'reason']), owner=person(owner)))
    post_on_case(case, command['reason'])


def clock(command):
    """Pauses, resumes, adjusts or stops the clock, as it was computed from this very case."""
    case = lock_case(command['caseId'])
    if case.x_state != 'pending' and command['change'] != 'stopped':
        return answer('already_decided', case)
    if command['version'] != case.x_version:
        return answer('changed', case)
    touch(case, clock_values(case, command['sla']))
    append_event(case, 'clock_set', None, pick(command, ['change', 'reason', 'sla']))
    if command['reason']:
        post_on_case(case, CLOCK_WORDS[command['change']] + ': ' + command['reason'])
    if case.x_state == 'pending':
        # Whoever waits may have to wake earlier than they thought.
        announce(case)
    return answer('clock_set', case)


def stop_clock(case, change):
    """Tells whether people decided in time, once, along with carrying out what they decided."""
    kept = case.x_document['sla']
    if not kept or not change or kept.get('stopped') or not change['stopped']:
        return
    touch(case, clock_values(case, change))
    append_event(case, 'clock_set', None, {'change': 'stopped', 'reason': '', 'sla': change})


def clock_values(case, change):
    """Columns of the case for a clock that has changed."""
    kept = case.x_document['sla']
    if not kept or not change:
        return {}
    return dict(clock_columns(dict(kept, **change)), x_document=dict(
        case.x_document, sla=dict(kept, **change)))


def clock_columns(sla):
    """What the row of a case shows of its clock."""
    pauses = sla.get('pauses') or []
    last = pauses[-1] if pauses else {}
    is_on = bool(last) and not last['resumedAt']
    values = {
        'x_warn_at': from_iso(sla['warnAt']),
        'x_due_at': from_iso(sla['dueAt']),
        # An older n8n package knows of one due time only.
        'x_promised_at': from_iso(sla.get('promisedAt') or sla['dueAt']),
        'x_paused_until': from_iso(last['to']) if is_on else False,
        'x_pause_reason': last['reason'] if is_on else False,
    }
    stopped = sla.get('stopped')
    if stopped:
        values['x_breached'] = not stopped['met']
        values['x_late_minutes'] = stopped['lateMinutes']
        values['x_promise'] = promise_of(stopped)
    return values


def promise_of(stopped):
    if not stopped['met']:
        return 'broken'
    return 'warned' if stopped.get('warned') else 'kept'


DUE_KEYS = ['amount', 'currency', 'involvedIds', 'facts', 'figures', 'lines', 'policy', 'sla', 'steps']


def due(command):
    """Cases that are due or, where that is wanted, should be warned about; the longest first."""
    at = now()
    stamp = 'x_warn_at' if command['warnings'] else 'x_due_at'
    domain = [('x_state', '=', 'pending'), ('x_exhausted', '=', False), (stamp, '<=', at)]
    if command['areas']:
        domain.append(('x_area', 'in', command['areas']))
    found = Case.search(domain, order='x_due_at, id', limit=command['limit'] + 1)
    cases = []
    for case in found[:command['limit']]:
        cases.append(dict(pick(case.x_document, DUE_KEYS), **{
            'id': case.id,
            'name': case.x_name,
            'area': case.x_area,
            'model': case.x_model,
            'recordId': case.x_res_id,
            'recordName': case.x_record_name,
            'step': case.x_step,
            'round': case.x_round,
            'requester': person(case.x_requester_id),
            'escalationLevel': case.x_escalation_level,
            'traceId': case.x_trace_id or None,
        }))
    return {
        'status': 'found',
        'at': iso(at),
        'cases': cases,
        'hasMore': len(found) > command['limit'],
    }
