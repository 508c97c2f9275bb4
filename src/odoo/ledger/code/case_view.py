DECISION_WORDS = {'approved': 'Approved', 'rejected': 'Rejected', 'sent_back': 'Sent back'}

# What a case keeps as it was given, in one JSON field.
DOCUMENT_SECTIONS = [
    'amount', 'currency', 'involvedIds', 'facts', 'figures', 'lines', 'policy', 'advice', 'sla',
    'steps', 'authority',
]


def directory_user(user, groups):
    return {
        'id': user.id,
        'name': user.name,
        'login': user.login,
        'email': user.email or '',
        'timeZone': user.tz or '',
        'language': user.lang or '',
        'groups': groups,
    }


def decision_of(trail):
    for entry in trail:
        if entry['type'] in DECISION_WORDS:
            return {
                'decision': entry['type'],
                'by': entry['actor'],
                'at': entry['at'],
                'reasonCode': entry['data'].get('reasonCode'),
                'reason': entry['data'].get('reason'),
            }
    return None


def votes_now(case, trail):
    """The votes of the step and round that is open now, or was open last."""
    votes = []
    for vote in votes_of(trail):
        if vote['step'] == case.x_step and vote['round'] == case.x_round:
            shown = pick(vote, ['actor', 'step', 'round', 'decision', 'at'])
            votes.append(dict(shown, forIds=vote.get('forIds') or []))
    return votes


def step_now(case):
    """The step that is open now, or was open last; none where policy decides."""
    steps = case.x_document['steps']
    return steps[case.x_step] if case.x_step < len(steps) else {}


def eligible_now(case):
    """To whom somebody asked now may forward the case."""
    if case.x_state != 'pending':
        return User.browse([])
    return User.browse(step_now(case).get('eligibleIds') or []).exists()


def view(case):
    """The case as every command answers it."""
    trail = trail_of(case)
    shown = pick(dict({'authority': None}, **case.x_document), DOCUMENT_SECTIONS)
    shown.update({
        'id': case.id,
        'name': case.x_name,
        'area': case.x_area,
        'areaLabel': case.x_area_label or '',
        'model': case.x_model,
        'recordId': case.x_res_id,
        'recordName': case.x_record_name,
        'state': case.x_state,
        'outcome': case.x_outcome,
        'version': case.x_version,
        'step': case.x_step,
        'round': case.x_round,
        'approvers': [directory_user(user, []) for user in case.x_approver_ids],
        'eligible': [person(user) for user in eligible_now(case)],
        'odooOnly': case.x_odoo_only,
        'bulkAllowed': case.x_bulk_allowed,
        'expedited': case.x_expedited,
        'votes': votes_now(case, trail),
        'fingerprint': case.x_fingerprint,
        'requester': person(case.x_requester_id),
        'escalationLevel': case.x_escalation_level,
        'exhausted': case.x_exhausted,
        'owner': person(case.x_owner_id) if case.x_owner_id else None,
        'decision': decision_of(trail),
        'resumeUrl': case.x_resume_url or None,
        'executionId': case.x_execution_id or None,
        'traceId': case.x_trace_id or None,
        'pageUrl': page_url(case),
        'trail': trail,
        'lastHash': case.x_last_hash,
    })
    return shown


def answer(status, case):
    return {'status': status, 'case': view(case)}


def already_handled(case):
    return {
        'status': 'already_handled',
        'caseId': case.id if case else None,
        'state': case.x_state if case else None,
    }
