# The last days beside the time before them, for everyone and everything that can be compared with
# itself. Medians and their deviations are the database's; what they mean is not for this program.

MOST_ROWS = 500
# An amount that is always the same has no deviation; a tenth of it counts as one.
LEAST_DEVIATION = 0.1
CASES = ("FROM x_approval_case AS kase WHERE " + OF_AREAS.replace('AREA', 'kase.x_area') + " AND ")


def anomalies(command):
    at = now()
    recent_from = at - datetime.timedelta(seconds=command['recentSeconds'])
    look = {
        'at': at,
        'areas': command['areas'],
        'recent': recent_from,
        'from': recent_from - datetime.timedelta(seconds=command['baseSeconds']),
        'to': at,
        'leastBase': command['least']['base'],
        'leastRecent': command['least']['recent'],
        'deviations': command['outlierDeviations'],
        'most': MOST_ROWS,
        'leastDeviation': LEAST_DEVIATION,
    }
    found = {
        'times': compare_times(look),
        'rates': compare_rates(look, command['signals']),
        'numbers': compare_numbers(look),
        'outliers': find_outliers(look),
    }
    return dict(found, **{
        'status': 'found',
        'at': iso(at),
        'recentFrom': iso(recent_from),
        'baseFrom': iso(look['from']),
        'labels': names_in(found),
    })


def seen(kind, key, when, value, condition, source=CASES, case='kase.id', area='kase.x_area', fact="''"):
    """Observations of one kind: of whom, when, and what was seen."""
    return (
        "SELECT '%s' AS kind, %s AS area, %s AS fact, COALESCE(%s, '') AS key, %s AS at, %s AS value, %s AS id "
        % (kind, area, fact, key, when, value, case)
        + source + condition + ' AND %s >= %%(from)s AND %s <= %%(to)s' % (when, when))


def shown(order, condition):
    """When it began, and the cases that show it most."""
    return (' min(at) FILTER (WHERE at >= %(recent)s AND ' + condition + ') AS since,'
            ' (array_agg(id ORDER BY ' + order + ') FILTER (WHERE at >= %(recent)s AND ' + condition
            + ' AND id IS NOT NULL))[1:5] AS "caseIds"')


def told(rows):
    """As rows of the answer; columns of a name with a dot belong together."""
    answers = []
    for row in rows:
        one = {}
        for name in row:
            value = row[name]
            if isinstance(value, datetime.datetime):
                value = iso(value)
            head, _, tail = name.partition('.')
            if tail:
                one[head] = dict(one.get(head) or {}, **{tail: value})
            else:
                one[name] = (value or []) if name == 'caseIds' else value
        answers.append(one)
    return answers


def compare_times(look):
    """Logarithms, since twice as long is as far from the usual as half as long."""
    decided = "ln(1 + %s)" % seconds('kase.x_decided_at', 'kase.create_date')
    so_far = "ln(1 + %s)" % seconds('%(at)s', 'kase.create_date')
    asked = Case._fields['x_approver_ids']
    asking = CASES.replace('WHERE', 'JOIN %s AS asked ON asked.%s = kase.id WHERE' % (
        asked.relation, asked.column1), 1)
    pending = "kase.x_state = 'pending'"
    by_person = 'kase.x_decided_by IS NOT NULL'
    times = ' UNION ALL '.join([
        seen('approver', 'kase.x_decided_by::text', 'kase.x_decided_at', decided, by_person),
        # What waits still has taken at least so long.
        seen('approver', 'asked.%s::text' % asked.column2, '%(at)s::timestamp', so_far, pending, asking),
        seen('people', 'NULL', 'kase.x_decided_at', decided, by_person),
        seen('people', 'NULL', '%(at)s::timestamp', so_far, pending),
        seen('routing', 'NULL', 'kase.create_date',
             'ln(1 + %s)' % seconds('kase.create_date', 'kase.x_asked_at'), 'kase.x_asked_at IS NOT NULL'),
        seen('applying', 'NULL', 'kase.x_ended_at',
             'ln(1 + %s)' % seconds('kase.x_ended_at', 'kase.x_decided_at'), 'kase.x_decided_at IS NOT NULL'),
    ])
    return told(rows_of(
        'WITH seen AS (' + times + '), ' + USUAL + ' SELECT kind, area, key, usual.count AS "base.count",'
        ' usual.median AS "base.median", deviation.mad AS "base.mad",'
        ' count(*) FILTER (WHERE at >= %(recent)s) AS "recent.count",'
        ' percentile_cont(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE at >= %(recent)s) AS "recent.median",'
        + shown('value DESC, id', 'value > usual.median') +
        ' FROM seen JOIN usual USING (kind, area, key) JOIN deviation USING (kind, area, key)'
        ' GROUP BY kind, area, key, usual.count, usual.median, deviation.mad'
        ' HAVING count(*) FILTER (WHERE at >= %(recent)s) >= %(leastRecent)s'
        ' ORDER BY kind, area, key LIMIT %(most)s', look))


# What is usual for each subject, and how far its values are from that as a rule.
USUAL = (
    'usual AS (SELECT kind, area, key, count(*) AS count,'
    ' percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median'
    ' FROM seen WHERE at < %(recent)s GROUP BY kind, area, key HAVING count(*) >= %(leastBase)s),'
    ' deviation AS (SELECT kind, area, key, percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(value - median)) AS mad'
    ' FROM seen JOIN usual USING (kind, area, key) WHERE at < %(recent)s GROUP BY kind, area, key)')


def compare_rates(look, signals):
    by_person = 'kase.x_decided_by IS NOT NULL'
    decider = 'kase.x_decided_by::text'
    partner = 'kase.x_partner_id::text'
    standing = by_person + " AND kase.x_state <> 'superseded' AND " + ASKS_PEOPLE
    approved = "(kase.x_state = 'approved')"
    kinds = [
        seen('late', decider, 'kase.x_decided_at', 'COALESCE(kase.x_breached, false)',
             by_person + ' AND kase.x_promised_at IS NOT NULL'),
        seen('overrides', decider, 'kase.x_decided_at', approved, standing),
        seen('rule', "kase.x_policy_id || ' ' || kase.x_rule", 'kase.x_decided_at', approved,
             standing + ' AND kase.x_rule IS NOT NULL'),
        seen('near_miss', partner, 'kase.create_date', 'COALESCE(kase.x_near_miss, false)',
             'kase.x_partner_id IS NOT NULL'),
    ]
    for place, signal in enumerate(signals):
        look['signalArea%d' % place] = signal['area']
        look['signalFact%d' % place] = signal['fact']
        fact = '%%(signalFact%d)s::text' % place
        amount = "(kase.x_document->'facts'->>%s)" % fact
        kinds.append(seen(
            'signal', partner, 'kase.create_date', amount + '::float8 > 0',
            'kase.x_area = %%(signalArea%d)s AND kase.x_partner_id IS NOT NULL AND %s IS NOT NULL' % (place, amount),
            fact=fact))
    return told(rows_of(
        'WITH seen AS (' + ' UNION ALL '.join(kinds) + '),'
        ' every AS (SELECT kind, area, fact, count(*) AS count, count(*) FILTER (WHERE value) AS hits'
        ' FROM seen GROUP BY kind, area, fact)'
        ' SELECT kind, area, fact, key,'
        ' count(*) FILTER (WHERE at < %(recent)s) AS "base.count",'
        ' count(*) FILTER (WHERE at < %(recent)s AND value) AS "base.hits",'
        ' count(*) FILTER (WHERE at >= %(recent)s) AS "recent.count",'
        ' count(*) FILTER (WHERE at >= %(recent)s AND value) AS "recent.hits",'
        ' every.count - count(*) AS "others.count",'
        ' every.hits - count(*) FILTER (WHERE value) AS "others.hits",'
        + shown('at DESC, id DESC', 'value') +
        ' FROM seen JOIN every USING (kind, area, fact) GROUP BY kind, area, fact, key, every.count, every.hits'
        ' HAVING count(*) FILTER (WHERE at >= %(recent)s) >= %(leastRecent)s'
        ' ORDER BY kind, area, fact, key LIMIT %(most)s', look))


def compare_numbers(look):
    event_source = ("FROM x_approval_outbox AS event WHERE " + OF_AREAS.replace('AREA', 'event.x_area') + " AND ")
    trail_source = ("FROM x_approval_event AS happening JOIN x_approval_case AS kase ON kase.id = happening.x_case_id"
                    " WHERE " + OF_AREAS.replace('AREA', 'kase.x_area') + " AND ")
    # Numbers and names of records make one error look like many.
    same = "left(regexp_replace(%s, '[0-9]+', '#', 'g'), 160)"
    numbers = ' UNION ALL '.join([
        seen('requests', 'kase.x_partner_id::text', 'kase.create_date', '1', 'kase.x_partner_id IS NOT NULL'),
        seen('event_error', same % 'event.x_last_error', 'COALESCE(event.x_sent_at, event.create_date)', '1',
             'event.x_last_error IS NOT NULL', event_source, 'event.x_case_id', 'event.x_area'),
        seen('refusal', same % "(happening.x_payload::jsonb->'data'->>'message')", 'happening.x_at', '1',
             "happening.x_type = 'not_released'", trail_source),
    ])
    return told(rows_of(
        'WITH seen AS (' + numbers + ') SELECT kind, area, key,'
        ' count(*) FILTER (WHERE at < %(recent)s) AS base,'
        ' count(*) FILTER (WHERE at >= %(recent)s) AS recent,'
        + shown('at DESC, id DESC', 'true') +
        ' FROM seen GROUP BY kind, area, key HAVING count(*) FILTER (WHERE at >= %(recent)s) >= 3'
        ' ORDER BY kind, area, key LIMIT %(most)s', look))


def find_outliers(look):
    amounts = seen('amount', 'kase.x_partner_id::text', 'kase.create_date', 'ln(1 + kase.x_amount)',
                   'kase.x_partner_id IS NOT NULL AND kase.x_amount > 0')
    return told(rows_of(
        'WITH seen AS (' + amounts + '), ' + USUAL + ' SELECT seen.area, seen.key, kase.id AS "caseId",'
        ' kase.x_record_name AS "recordName", kase.create_date AS "openedAt", kase.x_amount AS amount,'
        ' kase.x_currency AS currency, usual.count AS "base.count", usual.median AS "base.median",'
        ' deviation.mad AS "base.mad"'
        ' FROM seen JOIN usual USING (kind, area, key) JOIN deviation USING (kind, area, key)'
        ' JOIN x_approval_case AS kase ON kase.id = seen.id'
        ' WHERE at >= %(recent)s AND value - usual.median'
        ' > %(deviations)s * 1.4826 * GREATEST(deviation.mad, %(leastDeviation)s)'
        ' ORDER BY (value - usual.median) / GREATEST(deviation.mad, %(leastDeviation)s) DESC, kase.id'
        ' LIMIT 50', look))


def names_in(found):
    """What people call the areas, users and partners that are told of."""
    users = ['approver', 'late', 'overrides']
    keys = {'user': set(), 'partner': set()}
    areas = set()
    for row in found['times'] + found['rates'] + found['numbers'] + found['outliers']:
        areas.add(row['area'])
        kind = row.get('kind')
        if kind in users:
            keys['user'].add(row['key'])
        elif kind in ('near_miss', 'signal', 'requests', None):
            keys['partner'].add(row['key'])
    return {
        'area': area_labels(areas),
        'user': display_names('res.users', keys['user']),
        'partner': display_names('res.partner', keys['partner']),
    }
