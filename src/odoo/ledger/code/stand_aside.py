# What people say of a case that decides nothing by itself: others are asked, or it ends, or hurries.


def abstain(command):
    """Somebody who is asked leaves the decision to the others."""
    case, actor, votes = hear(command)
    code = find_not_aside(case, actor, command, votes)
    if not code and len(case.x_approver_ids) - 1 < step_now(case)['quorum']:
        code = 'NOBODY_LEFT'
    if code:
        return refuse(case, actor, code)
    append_event(case, 'abstained', actor, pick(command, ['step', 'round', 'channel', 'reason']))
    seat_anew(case, actor, None)
    return answer('recorded', case)


def forward(command):
    """Somebody else is asked in the place of one who is."""
    case, actor, votes = hear(command)
    to = User.browse(command['toId']).exists()
    if not to:
        raise UserError('There is no user %s.' % command['toId'])
    code = find_not_aside(case, actor, command, votes) or find_not_to(case, to, votes)
    if code:
        return refuse(case, actor, code)
    said = pick(command, ['step', 'round', 'channel', 'reason'])
    append_event(case, 'forwarded', actor, dict(said, to=person(to)))
    seat_anew(case, actor, to)
    ask(case, to, 'Decide on ' + case.x_name)
    if command['link']:
        send_link(case, to, command['link'])
    return answer('recorded', case)


def find_not_aside(case, actor, command, votes):
    """Why somebody may not leave their place, or None."""
    closed = find_closed(case, command)
    if closed:
        return closed
    if actor not in case.x_approver_ids:
        return 'NOT_ASKED'
    return 'ALREADY_VOTED' if has_voted(case, actor.id, votes) else None


def find_not_to(case, to, votes):
    """Why somebody may not take the place, or None."""
    if is_involved(case, to.id, votes) or has_voted(case, to.id, votes):
        return 'NOT_ELIGIBLE'
    return None if to in eligible_now(case) else 'NOT_ELIGIBLE'


def without(ids, left_out):
    kept = []
    for one in ids:
        if one not in left_out:
            kept.append(one)
    return kept


def seat_anew(case, leaving, coming):
    """One of those asked makes way, for somebody else or for nobody."""
    coming_ids = coming.ids if coming else []
    present = step_now(case)
    delegations = []
    for seat in present.get('delegations') or []:
        if seat['delegateId'] != leaving.id:
            delegations.append(seat)
    document = dict(case.x_document)
    steps = list(document['steps'])
    steps[case.x_step] = dict(
        present,
        approverIds=without(present['approverIds'], leaving.ids + coming_ids) + coming_ids,
        delegations=delegations,
        eligibleIds=without(present.get('eligibleIds') or [], coming_ids),
    )
    document['steps'] = steps
    touch(case, {
        'x_document': document,
        'x_approver_ids': [Command.set(steps[case.x_step]['approverIds'])],
        'x_eligible_ids': [Command.set(steps[case.x_step]['eligibleIds'])],
    })
    case.activity_unlink([TO_DO], user_id=leaving.id)


def recall(command):
    """Whoever asked for the approval takes the request back; the case ends as sent back."""
    case, actor, votes = hear(command)
    code = None
    if case.x_state != 'pending':
        code = 'CASE_CLOSED'
    elif actor != case.x_requester_id:
        code = 'NOT_REQUESTER'
    elif is_blank(command['reason']):
        code = 'REASON_REQUIRED'
    if code:
        return refuse(case, actor, code)
    append_event(case, 'recalled', actor, pick(command, ['channel', 'reason']))
    close(case, actor, 'sent_back', command['reason'], 'recalled')
    announce(case)
    return answer('recorded', case)


def expedite(command):
    """Marks the case as urgent, once, for a reason that is written down."""
    case, actor, votes = hear(command)
    concerned = case.x_approver_ids | case.x_requester_id
    code = None
    if case.x_state != 'pending':
        code = 'CASE_CLOSED'
    elif actor not in concerned and not actor.has_group(MANAGERS):
        code = 'NOT_ASKED'
    elif is_blank(command['reason']):
        code = 'REASON_REQUIRED'
    if code:
        return refuse(case, actor, code)
    if not case.x_expedited:
        touch(case, {'x_expedited': True})
        append_event(case, 'expedited', actor, pick(command, ['channel', 'reason']))
        post_on_case(case, 'Urgent: ' + command['reason'])
    return answer('recorded', case)
