EVENT_WORDS = {
    'opened': 'Opened',
    'waiting': 'Waiting for people',
    'voted': 'Vote',
    'vote_refused': 'Attempt refused: separation of duties',
    'abstained': 'Left to the others',
    'forwarded': 'Forwarded',
    'taken_over': 'Taken over',
    'step_approved': 'Step approved',
    'approved': 'Approved',
    'rejected': 'Rejected',
    'sent_back': 'Sent back',
    'recalled': 'Taken back',
    'expedited': 'Marked as urgent',
    'nudged': 'Reminded',
    'postponed': 'Put off',
    'escalated': 'Escalated',
    'exhausted': 'Escalation ended: in the manual queue',
    'superseded': 'Superseded: the record changed',
    'released': 'Carried out',
    'kept': 'Record left as it is',
    'not_released': 'Odoo did not carry it out',
    'clock_set': 'Clock',
    'release_refused': 'Held: an attempt to release it past the approval',
    'noted': 'Note',
}


NUDGED_WORDS = {
    'remind': 'Reminded',
    'warn': 'Warned',
    'page': 'Paged',
    'priority': 'Marked as urgent by the clock',
}

CLOCK_WORDS = {
    'paused': 'Clock paused',
    'resumed': 'Clock resumed',
    'adjusted': 'Clock adjusted',
    'stopped': 'Clock stopped',
}

REFUSED_WORDS = {
    'NOT_ELIGIBLE': 'Attempt refused: forwarded to somebody without the authority',
}


def append_event(case, event_type, actor, data):
    """Appends to the trail of a locked case, chained by hash to the entry before.

    `actor` is a user, or None when policy or the clock acted.
    """
    last = Event.search([('x_case_id', '=', case.id)], order='x_seq desc', limit=1)
    previous = last.x_hash or GENESIS
    at = now()
    # str(): Odoo's json gives a string class of its own.
    payload = str(json.dumps({
        'actor': person(actor) if actor else None,
        'at': iso(at),
        'case': case.id,
        'data': data,
        'seq': last.x_seq + 1,
        'type': event_type,
    }, sort_keys=True, separators=(',', ':')))
    env.cr.execute("SELECT encode(sha256(convert_to(%s, 'UTF8')), 'hex')", [previous + payload])
    digest = env.cr.fetchone()[0]
    Event.create({
        'x_name': event_sentence(event_type, actor, data),
        'x_case_id': case.id,
        'x_seq': last.x_seq + 1,
        'x_type': event_type,
        'x_at': at,
        'x_actor_id': actor.id if actor else False,
        'x_payload': payload,
        'x_previous_hash': previous,
        'x_hash': digest,
    })
    case.write({'x_last_hash': digest})


def event_sentence(event_type, actor, data):
    """One line for people; the payload beside it is what counts."""
    words = EVENT_WORDS[event_type]
    if event_type == 'voted':
        words = 'Voted: ' + DECISION_WORDS[data['decision']].lower()
    if event_type == 'nudged':
        words = NUDGED_WORDS[data['action']]
    if event_type == 'clock_set':
        words = CLOCK_WORDS[data['change']]
    if event_type == 'forwarded':
        words = 'Forwarded to ' + data['to']['name']
    if event_type == 'vote_refused':
        words = REFUSED_WORDS.get(data['code']) or words
    if actor:
        words = words + ' by ' + actor.name
    said = data.get('reason') or data.get('message') or data.get('text')
    return words + ': ' + said if said else words


def trail_of(case):
    entries = []
    for event in Event.search([('x_case_id', '=', case.id)], order='x_seq'):
        entries.append(pick(json.loads(event.x_payload), ['seq', 'type', 'at', 'actor', 'data']))
    return entries


def votes_of(trail):
    """Every vote ever counted, with the step and round it was given in."""
    return [
        dict(entry['data'], actor=entry['actor'], at=entry['at'])
        for entry in trail if entry['type'] == 'voted'
    ]
