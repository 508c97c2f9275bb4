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
        'x_breached': bool(case.x_due_at and at > case.x_due_at),
    })
    case.activity_unlink([TO_DO])
    append_event(case, decision, actor, {'reasonCode': reason_code, 'reason': reason})


def supersede_case(case, reason):
    """Takes the case out of play, because what it was about is no longer there."""
    touch(case, {'x_state': 'superseded', 'x_open': False, 'x_approver_ids': [Command.clear()]})
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
    if case.x_state != 'pending':
        return 'CASE_CLOSED'
    if (command['step'], command['round']) != (case.x_step, case.x_round):
        return 'STALE_ROUND'
    if is_involved(case, actor, votes):
        return 'SEPARATION_OF_DUTIES'
    if actor not in case.x_approver_ids and not takes_over(case, actor, command):
        return 'NOT_ASKED'
    for vote in votes_now_of(case, votes):
        if vote['actor']['id'] == actor.id:
            return 'ALREADY_VOTED'
    if command['decision'] != 'approved' and not (command['reason'] or '').strip():
        return 'REASON_REQUIRED'
    return None


def is_involved(case, actor, votes):
    """Nobody decides on their own matter, and nobody decides two steps of one case."""
    creator = env[case.x_model].sudo().browse(case.x_res_id).exists().create_uid
    if actor.id in case.x_document['involvedIds'] or actor in (case.x_requester_id | creator):
        return True
    for vote in votes:
        if vote['actor']['id'] == actor.id and vote['step'] < case.x_step:
            return True
    return False


def takes_over(case, actor, command):
    """When nobody is left to escalate to, an approval manager decides in Odoo."""
    return case.x_exhausted and command['channel'] == 'odoo' and actor.has_group(MANAGERS)


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
    case = lock_case(command['caseId'])
    actor = User.browse(command['actorId'])
    if actor.id != env.uid and not env.user.has_group(INTEGRATION):
        raise UserError('Only the integration user may vote in the name of somebody else.')
    votes = votes_of(trail_of(case))
    if is_repeated(actor, command, votes):
        return answer('recorded', case)
    code = find_refusal(case, actor, command, votes)
    if code:
        if code == 'SEPARATION_OF_DUTIES':
            append_event(case, 'vote_refused', actor, {'code': code})
        return dict(answer('refused', case), code=code)

    append_event(case, 'voted', actor, pick(command, [
        'decision', 'step', 'round', 'channel', 'reasonCode', 'reason',
    ]))
    count_vote(case, actor, command, len(votes_now_of(case, votes)) + 1)
    return answer('recorded', case)


def count_vote(case, actor, command, approvals):
    """What one more vote makes of the case."""
    steps = case.x_document['steps']
    took_over = actor not in case.x_approver_ids
    following = case.x_step + 1
    if command['decision'] == 'approved' and not took_over:
        if approvals < steps[case.x_step]['quorum']:
            touch(case, {})
            case.activity_unlink([TO_DO], user_id=actor.id)
            return
        if following < len(steps):
            append_event(case, 'step_approved', actor, {'step': case.x_step})
            touch(case, {'x_step': following, 'x_round': case.x_round + 1})
            ask_step(case, steps[following])
            return
    close(case, actor, command['decision'], command['reason'], command['reasonCode'])
    if command['channel'] != 'page':
        # Whoever waits must hear of it; a vote on their own page wakes them itself.
        announce(case)
