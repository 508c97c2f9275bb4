# The whole way of a business event, or of a record: every event that was written about it, its cases,
# and their trails. Newest first where not all can be told; told in the order of time.

# What of an entry of a trail is told along; what a case was opened with is told of the case.
TOLD = [
    'action', 'change', 'channel', 'code', 'decision', 'executionId', 'level', 'message', 'reason',
    'reasonCode', 'recordState', 'round', 'step', 'text', 'to',
]


def trace(command):
    about, limit = command['about'], command['limit']
    domain = traced_by(about)
    led_to = Outbox.search(domain, order='id desc', limit=limit).x_case_id.ids
    led_to.append(about.get('caseId') or 0)
    cases = Case.search(['|', ('id', 'in', led_to)] + domain, order='id desc', limit=limit + 1)
    shown = cases[:limit]
    rows = Outbox.search(
        ['|', ('x_case_id', 'in', shown.ids)] + domain, order='id desc', limit=limit + 1)
    entries = Event.search([('x_case_id', 'in', shown.ids)], order='id desc', limit=limit + 1)
    return {
        'status': 'found',
        'at': iso(now()),
        'events': [traced_event(row) for row in rows[:limit].sorted('id')],
        'cases': [traced_case(case) for case in shown.sorted('id')],
        'entries': [traced_entry(entry) for entry in entries[:limit].sorted('id')],
        'hasMore': max([len(cases), len(rows), len(entries)]) > limit,
    }


def traced_by(about):
    """One term that fits events and cases alike."""
    if 'model' in about:
        return ['&', ('x_model', '=', about['model']), ('x_res_id', '=', about['recordId'])]
    trace_id = about.get('traceId') or Case.browse(about['caseId']).exists().x_trace_id
    # Of a case that an older blueprint opened, nothing but the case itself is known.
    return [('x_trace_id', '=', trace_id)] if trace_id else [('id', '=', 0)]


def traced_event(row):
    return {
        'outboxId': row.id,
        'topic': row.x_topic,
        'area': row.x_area,
        'type': row.x_event,
        'name': row.x_name,
        'model': row.x_model,
        'recordId': row.x_res_id,
        'traceId': row.x_trace_id or None,
        'caseId': row.x_case_id.id or None,
        'actor': person(row.x_actor_id) if row.x_actor_id else None,
        'requested': row.x_requested,
        'state': row.x_state,
        'attempts': row.x_attempts,
        'writtenAt': iso(row.create_date),
        'sentAt': iso(row.x_sent_at),
        'acknowledgedAt': iso(row.x_acknowledged_at),
        'error': row.x_last_error or None,
        'executionId': row.x_execution_id or None,
        'instance': row.x_subscription_id.x_instance or None,
        'workflowId': row.x_subscription_id.x_workflow or None,
    }


def traced_case(case):
    steps = []
    for step in case.x_document['steps']:
        asked = User.browse(step['approverIds']).exists()
        steps.append(dict(
            pick(step, ['role', 'quorum']), approvers=[person(user) for user in asked]))
    return {
        'id': case.id,
        'name': case.x_name,
        'area': case.x_area,
        'areaLabel': case.x_area_label or case.x_area,
        'model': case.x_model,
        'recordId': case.x_res_id,
        'recordName': case.x_record_name,
        'traceId': case.x_trace_id or None,
        'state': case.x_state,
        'outcome': case.x_outcome,
        'policy': pick(case.x_document['policy'], ['id', 'version', 'outcome']),
        'steps': steps,
        'requester': person(case.x_requester_id),
        'openedAt': iso(case.create_date),
        'dueAt': iso(case.x_due_at),
        'decidedAt': iso(case.x_decided_at),
        'decidedBy': person(case.x_decided_by) if case.x_decided_by else None,
        'endedAt': iso(case.x_ended_at),
        'executionId': case.x_execution_id or None,
        'supersedesId': case.x_supersedes_id.id or None,
        'lastHash': case.x_last_hash,
    }


def traced_entry(entry):
    payload = json.loads(entry.x_payload)
    data = {}
    for key in TOLD:
        if payload['data'].get(key) is not None:
            data[key] = payload['data'][key]
    return dict(
        pick(payload, ['seq', 'type', 'at', 'actor']), caseId=entry.x_case_id.id, data=data)
