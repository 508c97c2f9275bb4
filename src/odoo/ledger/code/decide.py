def touch(case, values):
    """Changes a case; its version rises with every change."""
    case.write(dict(values, x_version=case.x_version + 1))


def close(case, actor, decision, reason, reason_code):
    """Ends the asking with a decision. Carrying it out is another matter."""
    at = now()
    touch(case, {
        'x_state': decision,
        'x_approver_ids': [Command.clear()],
        'x_decided_by': actor.id if actor else False,
        'x_decided_at': at,
        'x_reason_code': reason_code,
        'x_reason': reason,
        'x_breached': is_late(case, at),
    })
    case.activity_unlink([TO_DO])
    append_event(case, decision, actor, {'reasonCode': reason_code, 'reason': reason})
    if actor:
        note_on_subject(case, DECISION_WORDS[decision] + ' by ' + actor.name, reason)


def is_late(case, at):
    """Whether the promise was broken; those who are asked later may have until after it."""
    promised = case.x_promised_at or case.x_due_at
    return bool(promised and at > promised)


def supersede_case(case, reason):
    """Takes the case out of play, because what it was about is no longer there."""
    touch(case, {
        'x_state': 'superseded',
        'x_open': False,
        # A decision that was made is void from now on; before one, nothing became of the record.
        'x_outcome': case.x_outcome if case.x_state == 'pending' else 'changed',
        'x_approver_ids': [Command.clear()],
    })
    case.activity_unlink([TO_DO])
    append_event(case, 'superseded', None, {'reason': reason})
    announce(case)


def supersede(command):
    case = lock_case(command['caseId'])
    if case.x_state != 'pending':
        return answer('already_decided', case)
    supersede_case(case, command['reason'])
    return answer('superseded', case)


def find_refusal(case, actor, command, votes):
    """Why this vote does not count, or None. The order matters: it is what people are told."""
    closed = find_closed(case, command)
    if closed:
        return closed
    if is_involved(case, actor.id, votes):
        return 'SEPARATION_OF_DUTIES'
    if actor not in case.x_approver_ids and not may_take_over(case, actor, command):
        return 'NOT_ASKED'
    if case.x_odoo_only and command['channel'] != 'odoo':
        return 'ODOO_ONLY'
    if has_voted(case, actor.id, votes):
        return 'ALREADY_VOTED'
    if not is_subject_unchanged(case):
        return 'RECORD_CHANGED'
    return find_missing_grounds(case, actor, command)


def find_closed(case, command):
    """Why nobody's answer of that round counts any more, or None."""
    if case.x_state != 'pending':
        return 'CASE_CLOSED'
    if (command['step'], command['round']) != (case.x_step, case.x_round):
        return 'STALE_ROUND'
    return None


def find_missing_grounds(case, actor, command):
    """Whoever rejects, sends back, or decides in the place of others says why."""
    overrides = actor not in case.x_approver_ids and not case.x_exhausted
    if (command['decision'] != 'approved' or overrides) and is_blank(command['reason']):
        return 'REASON_REQUIRED'
    if command['decision'] == 'rejected' and is_blank(command['reasonCode']):
        return 'REASON_CODE_REQUIRED'
    return None


def is_blank(text):
    return not (text or '').strip()


def is_involved(case, user_id, votes):
    """Nobody decides on their own matter, and nobody decides two steps of one case; neither does
    whoever answers in the place of such a person, nor one in whose place somebody has answered."""
    creator = env[case.x_model].sudo().browse(case.x_res_id).exists().create_uid
    involved = case.x_document['involvedIds'] + [case.x_requester_id.id, creator.id]
    for vote in votes:
        if vote['step'] < case.x_step:
            involved = involved + [vote['actor']['id']] + (vote.get('forIds') or [])
    for one in [user_id] + acts_for(case, user_id):
        if one in involved:
            return True
    return False


def acts_for(case, user_id):
    """Ids of those for whom somebody who is asked now would answer, by delegation."""
    ids = []
    for seat in step_now(case).get('delegations') or []:
        if seat['delegateId'] == user_id:
            ids.append(seat['forId'])
    return ids


def may_take_over(case, actor, command):
    """An approval manager decides in Odoo though others are asked, or nobody is left to ask; so does
    whoever looks after the case in the manual queue."""
    if command['channel'] != 'odoo':
        return False
    return actor.has_group(MANAGERS) or (case.x_exhausted and actor == case.x_owner_id)


def has_voted(case, user_id, votes):
    for vote in votes_now_of(case, votes):
        if vote['actor']['id'] == user_id:
            return True
    return False


def is_subject_unchanged(case):
    """Whether all that matters is as it was when people were asked."""
    if not env[case.x_model].sudo().browse(case.x_res_id).exists():
        return False
    return is_unchanged(case.x_model, case.x_res_id, case.x_document['watched'])


def votes_now_of(case, votes):
    current = []
    for vote in votes:
        if vote['step'] == case.x_step and vote['round'] == case.x_round:
            current.append(vote)
    return current


def is_repeated(actor, command, votes):
    """Whether this very vote was counted before, also when it closed the case."""
    for vote in votes:
        said = (vote['actor']['id'], vote['step'], vote['round'], vote['decision'])
        if said == (actor.id, command['step'], command['round'], command['decision']):
            return True
    return False


def vote(command):
    case, actor, votes = hear(command)
    if is_repeated(actor, command, votes):
        return answer('recorded', case)
    code = find_refusal(case, actor, command, votes)
    if code:
        return refuse(case, actor, code)

    is_asked = actor in case.x_approver_ids
    if not is_asked:
        append_event(case, 'taken_over', actor, pick(command, ['step', 'round', 'reason']))
    said = pick(command, ['decision', 'step', 'round', 'channel', 'reasonCode', 'reason'])
    append_event(case, 'voted', actor, dict(said, forIds=acts_for(case, actor.id)))
    count_vote(case, actor, command, is_asked, len(votes_now_of(case, votes)) + 1)
    return answer('recorded', case)


def hear(command):
    """Takes the case, and finds who says something of it and how people have voted so far."""
    case = lock_case(command['caseId'])
    actor = User.browse(command['actorId'])
    if actor.id != env.uid and not env.user.has_group(INTEGRATION):
        raise UserError('Only the integration user may vote in the name of somebody else.')
    return case, actor, votes_of(trail_of(case))


def refuse(case, actor, code):
    """An attempt against the separation of duties is on record; a case whose subject changed ends."""
    if code in ('SEPARATION_OF_DUTIES', 'NOT_ELIGIBLE'):
        append_event(case, 'vote_refused', actor, {'code': code})
    if code == 'RECORD_CHANGED':
        supersede_case(case, 'The record changed')
    return dict(answer('refused', case), code=code)


def count_vote(case, actor, command, is_asked, approvals):
    """What one more vote makes of the case. Whoever takes a case over ends it alone."""
    steps = case.x_document['steps']
    following = case.x_step + 1
    if command['decision'] == 'approved' and is_asked:
        if approvals < steps[case.x_step]['quorum']:
            touch(case, {})
            case.activity_unlink([TO_DO], user_id=actor.id)
            note_on_subject(case, 'Vote: approved by ' + actor.name, command['reason'])
            return
        if following < len(steps):
            append_event(case, 'step_approved', actor, {'step': case.x_step})
            note_on_subject(case, 'Vote: approved by ' + actor.name, command['reason'])
            touch(case, {'x_step': following, 'x_round': case.x_round + 1})
            ask_step(case, steps[following])
            if command['channel'] == 'odoo':
                # A page gives the next ones their links itself; here the relay has to.
                announce(case)
            return
    close(case, actor, command['decision'], command['reason'], command['reasonCode'])
    if command['channel'] != 'page':
        # Whoever waits must hear of it; a vote on their own page wakes them itself.
        announce(case)
