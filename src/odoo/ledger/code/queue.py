# What waits now, what happened since, and what is broken: counted by Odoo, with as many queries
# however many cases there are.

DECISIONS = ['approved', 'rejected', 'sent_back']
# A decision is carried out at once. When this has passed, whoever should have done it is gone.
UNDONE_MINUTES = 60
NEWS = {
    'opened': 'opened',
    'escalated': 'escalated',
    'exhausted': 'exhausted',
    'release_refused': 'releaseRefused',
    'vote_refused': 'voteRefused',
}


def queue(command):
    at = now()
    since = at - datetime.timedelta(seconds=command['backSeconds'])
    today_ends_at = at + datetime.timedelta(seconds=command['aheadSeconds'])
    areas, limit = command['areas'], command['limit']
    waiting = of_areas('x_area', areas) + [('x_state', '=', 'pending')]
    return {
        'status': 'found',
        'at': iso(at),
        'since': iso(since),
        'todayEndsAt': iso(today_ends_at),
        'waiting': count_waiting(waiting, at, today_ends_at),
        'cases': queued(Case.search(waiting, order='x_due_at, id', limit=limit)),
        'breached': some_cases(of_areas('x_area', areas) + [
            ('x_promised_at', '>=', since), ('x_promised_at', '<=', at),
            '|', ('x_state', '=', 'pending'), ('x_breached', '=', True),
        ], 'x_promised_at, id', limit),
        'decided': count_decided(areas, since),
        'news': count_news(areas, since),
        'notReleased': refused_by_odoo(areas, since, limit),
        'leftUndone': some_cases(of_areas('x_area', areas) + [
            ('x_open', '=', True), ('x_state', '!=', 'pending'),
            ('x_decided_at', '<=', at - datetime.timedelta(minutes=UNDONE_MINUTES)),
        ], 'x_decided_at, id', limit),
        'outbox': count_outbox(areas),
    }


def of_areas(field, areas):
    return [(field, 'in', areas)] if areas else []


def count_waiting(waiting, at, today_ends_at):
    overdue = waiting + [('x_due_at', '<=', at)]
    by_area = waiting_by_area(waiting, overdue)
    return {
        'count': sum([row['count'] for row in by_area]),
        'overdue': sum([row['overdue'] for row in by_area]),
        'dueToday': Case.search_count(waiting + [('x_due_at', '<=', today_ends_at)]),
        'withoutDueTime': Case.search_count(waiting + [('x_due_at', '=', False)]),
        'inManualQueue': Case.search_count(waiting + [('x_exhausted', '=', True)]),
        'nobodyAsked': Case.search_count(
            waiting + [('x_approver_ids', '=', False), ('x_exhausted', '=', False)]),
        'oldestAt': min([row['oldestAt'] for row in by_area], default=None),
        'byArea': by_area,
        'byApprover': waiting_by_approver(waiting, overdue),
    }


def waiting_by_area(waiting, overdue):
    late = dict(Case._read_group(overdue, ['x_area'], ['id:count']))
    rows = []
    for area, label, count, opened_at in Case._read_group(
            waiting, ['x_area'], ['x_area_label:max', 'id:count', 'create_date:min']):
        rows.append({
            'area': area,
            'label': label or area,
            'count': count,
            'overdue': late.get(area) or 0,
            'oldestAt': iso(opened_at),
        })
    return rows


def waiting_by_approver(waiting, overdue):
    late = dict(Case._read_group(overdue, ['x_approver_ids'], ['id:count']))
    rows = []
    for user, count in Case._read_group(waiting, ['x_approver_ids'], ['id:count']):
        if user:
            rows.append({
                'person': person(user), 'count': count, 'overdue': late.get(user) or 0})
    return rows


def queued(cases):
    rows = []
    for case in cases:
        rows.append(dict(pick(case.x_document, ['amount', 'currency']), **{
            'id': case.id,
            'name': case.x_name,
            'area': case.x_area,
            'areaLabel': case.x_area_label or case.x_area,
            'model': case.x_model,
            'recordId': case.x_res_id,
            'recordName': case.x_record_name,
            'state': case.x_state,
            'headline': case.x_headline or None,
            'requester': person(case.x_requester_id),
            'approvers': [person(user) for user in case.x_approver_ids],
            'owner': person(case.x_owner_id) if case.x_owner_id else None,
            'urgent': case.x_expedited,
            'openedAt': iso(case.create_date),
            'dueAt': iso(case.x_due_at),
            'promisedAt': iso(case.x_promised_at),
            'decidedBy': person(case.x_decided_by) if case.x_decided_by else None,
            'decidedAt': iso(case.x_decided_at),
        }))
    return rows


def some_cases(domain, order, limit):
    return {
        'count': Case.search_count(domain),
        'cases': queued(Case.search(domain, order=order, limit=limit)),
    }


def count_decided(areas, since):
    """Decisions that still stand: one that a change of the record has made void is none."""
    rows = []
    for decision, user, count in Case._read_group(of_areas('x_area', areas) + [
            ('x_decided_at', '>=', since), ('x_state', 'in', DECISIONS),
    ], ['x_state', 'x_decided_by'], ['id:count']):
        rows.append({'decision': decision, 'by': person(user) if user else None, 'count': count})
    return rows


def count_news(areas, since):
    counts = dict.fromkeys(NEWS.values(), 0)
    for event_type, count in Event._read_group(of_areas('x_case_id.x_area', areas) + [
            ('x_at', '>=', since), ('x_type', 'in', list(NEWS))], ['x_type'], ['id:count']):
        counts[NEWS[event_type]] = count
    return counts


def refused_by_odoo(areas, since, limit):
    refusals = [('x_type', '=', 'not_released'), ('x_at', '>=', since)]
    found = some_cases(of_areas('x_area', areas) + [
        ('x_outcome', '=', 'not_released'), ('x_event_ids', 'any', refusals)], 'id desc', limit)
    messages = {}
    ids = [case['id'] for case in found['cases']]
    for event in Event.search(refusals + [('x_case_id', 'in', ids)], order='id'):
        messages[event.x_case_id.id] = json.loads(event.x_payload)['data'].get('message')
    for case in found['cases']:
        case['message'] = messages.get(case['id'])
    return found


def count_outbox(areas):
    counts = {'pending': 0, 'oldestAt': None, 'dead': 0}
    for state, count, written_at in Outbox._read_group(of_areas('x_area', areas) + [
            '|', ('x_state', '=', 'dead'),
            '&', ('x_state', '=', 'pending'), ('x_subscription_id.x_active', '=', True),
    ], ['x_state'], ['id:count', 'create_date:min']):
        counts[state] = count
        if state == 'pending':
            counts['oldestAt'] = iso(written_at)
    return counts
