# What was asked, decided and done, counted by the database: each table is gone through once for all
# breakdowns, however large it is. In SQL, since Odoo's own grouping knows no percentiles.

FIRST_DAY = datetime.datetime(1970, 1, 1)
OF_AREAS = "(cardinality(%(areas)s::text[]) = 0 OR AREA = ANY(%(areas)s))"
BREAKDOWNS = ['period', 'area', 'company', 'approver', 'policy']
ASKS_PEOPLE = "x_policy_outcome IN ('require_approval', 'escalate') AND NOT COALESCE(x_sampled, false)"


def figures(command):
    at = now()
    period = command['period'] or {}
    past = command['fromSeconds']
    look = {
        'at': at,
        'areas': command['areas'],
        'from': at - datetime.timedelta(seconds=past) if past else FIRST_DAY,
        'to': at - datetime.timedelta(seconds=command['toSeconds']),
        'unit': period.get('unit'),
        'zone': period.get('zone'),
    }
    found = {
        'opened': count_opened(look),
        'decided': count_decided_cases(look),
        'happened': count_happened(look),
        'waiting': count_open(look),
        'events': count_events(look),
        'rules': count_rules(look),
    }
    return dict(found, **{
        'status': 'found',
        'at': iso(at),
        'from': iso(look['from']) if past else first_opening(look),
        'to': iso(look['to']),
        'labels': labels_of(found),
    })


def rows_of(query, look):
    env.cr.execute(query, look)
    return env.cr.dictfetchall()


def first_opening(look):
    rows = rows_of('SELECT min(create_date) AS first FROM x_approval_case WHERE %s'
                   % OF_AREAS.replace('AREA', 'x_area'), look)
    return iso(rows[0]['first'])


def period_of(look, column):
    """The first moment of the period that a time is in, on the clock of the zone."""
    if not look['unit'] or not column:
        return 'NULL AS period'
    return ("to_char(date_trunc(%(unit)s, " + column + " AT TIME ZONE 'UTC' AT TIME ZONE %(zone)s), "
            "'YYYY-MM-DD\"T\"HH24:MI') AS period")


def parts(look, column, approver='NULL'):
    """By what a row is told apart; `column` is the time that puts it into a period."""
    return ("%s, kase.x_area AS area, kase.x_company_id::text AS company, %s::text AS approver, "
            "kase.x_policy_id || ' ' || kase.x_policy_version AS policy" % (period_of(look, column), approver))


def grouped(look, source, measures, told_apart, beside=''):
    """Rows of the source, counted in all and by each of what they are told apart by."""
    names = []
    words = []
    sets = ['(%s)' % beside.rstrip(', ')]
    for name in told_apart:
        if name != 'period' or look['unit']:
            names.append(name)
            words.append("WHEN GROUPING(%s) = 0 THEN '%s'" % (name, name))
            sets.append('(%s%s)' % (beside, name))
    return rows_of('SELECT CASE %s ELSE %s END AS by, COALESCE(%s) AS key, %s%s' % (
        ' '.join(words), "'all'", ', '.join(names), beside, measures)
        + ' FROM (%s) AS cohort GROUP BY GROUPING SETS (%s) HAVING count(*) > 0' % (
            source, ', '.join(sets)), look)


def seconds(later, earlier):
    """How long it took. Some times are kept to the second only, and may seem to be before others."""
    return "EXTRACT(EPOCH FROM CASE WHEN %s < %s THEN interval '0' ELSE %s - %s END)::float8" % (
        later, earlier, later, earlier)


def counted(condition, name):
    return 'count(*) FILTER (WHERE %s) AS "%s"' % (condition, name)


def percentiles(column, name):
    return 'percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY %s) AS "%s"' % (column, name)


def cases_between(column):
    return (" FROM x_approval_case AS kase WHERE " + OF_AREAS.replace('AREA', 'kase.x_area')
            + " AND kase.%s >= %%(from)s AND kase.%s < %%(to)s" % (column, column))


def count_opened(look):
    source = "SELECT kase.*, " + parts(look, 'kase.create_date') + ", " \
        + seconds('kase.create_date', 'kase.x_asked_at') + " AS routing_s" + cases_between('create_date')
    return grouped(look, source, ', '.join([
        'count(*) AS count',
        counted("x_policy_outcome = 'auto_approve'", 'autoApproved'),
        counted("x_policy_outcome = 'reject'", 'rejectedByPolicy'),
        counted(ASKS_PEOPLE, 'exceptions'),
        counted('x_sampled', 'sampled'),
        counted('x_near_miss', 'nearMisses'),
        counted('x_supersedes_id IS NOT NULL', 'reopened'),
        counted("x_advice_source = 'model'", 'advisedByModel'),
        counted("x_advice_source = 'rules'", 'advisedByRules'),
        percentiles('routing_s', 'routing'),
    ]), ['period', 'area', 'company', 'policy'])


def count_decided_cases(look):
    source = "SELECT kase.*, " + parts(look, 'kase.x_decided_at', 'kase.x_decided_by') + ", " \
        + "kase.x_decided_by IS NOT NULL AS by_person, " \
        + "CASE WHEN kase.x_decided_by IS NOT NULL THEN " \
        + seconds('kase.x_decided_at', 'kase.create_date') + " END AS waiting_s, " \
        + seconds('kase.x_ended_at', 'kase.x_decided_at') + " AS applying_s" + cases_between('x_decided_at')
    return grouped(look, source, decided_measures(), BREAKDOWNS)


def decided_measures():
    advised = "x_advice_action IN ('approve', 'reject', 'send_back') AND NOT COALESCE(x_advice_uncertain, false)"
    within = ['count(*) FILTER (WHERE waiting_s <= %s)' % bound for bound in DECISION_BOUNDS]
    people = [
        ('x_state = \'approved\'', 'approved'),
        ('x_state = \'rejected\'', 'rejected'),
        ('x_state = \'sent_back\'', 'sentBack'),
        ('x_state = \'superseded\'', 'void'),
        ('x_promised_at IS NOT NULL', 'promised'),
        ('x_breached', 'late'),
        ('x_promise = \'warned\'', 'afterWarning'),
        ('x_escalation_level > 0', 'escalated'),
        (ASKS_PEOPLE + " AND x_state <> 'superseded'", 'exceptions'),
        (ASKS_PEOPLE + " AND x_state = 'approved'", 'overrides'),
        ('x_sampled', 'sampled'),
        ("x_sampled AND x_state IN ('rejected', 'sent_back')", 'sampledRefused'),
        (advised, 'advised'),
        ('x_advice_disagrees', 'againstAdvice'),
    ]
    return ', '.join([
        counted('NOT by_person', 'byPolicy'),
        counted('by_person', 'byPeople'),
        'ARRAY[' + ', '.join(within) + '] AS within',
        'COALESCE(sum(waiting_s), 0) AS "waitingSum"',
        percentiles('waiting_s', 'waiting'),
        percentiles('applying_s', 'applying'),
        counted("x_outcome = 'not_released'", 'notReleased'),
    ] + [counted('by_person AND ' + condition, name) for condition, name in people])


def count_happened(look):
    source = "SELECT happening.x_type AS type, " + parts(look, 'happening.x_at', 'happening.x_actor_id') \
        + " FROM x_approval_event AS happening JOIN x_approval_case AS kase ON kase.id = happening.x_case_id" \
        + " WHERE " + OF_AREAS.replace('AREA', 'kase.x_area') \
        + " AND happening.x_at >= %(from)s AND happening.x_at < %(to)s"
    return grouped(look, source, 'count(*) AS count', BREAKDOWNS, 'type, ')


def count_open(look):
    asked = Case._fields['x_approver_ids']
    pending = " FROM x_approval_case AS kase%s WHERE " + OF_AREAS.replace('AREA', 'kase.x_area') \
        + " AND kase.x_state = 'pending'"
    age = ", EXTRACT(EPOCH FROM %(at)s - kase.create_date)::float8 AS age_s"
    measures = ', '.join([
        'count(*) AS count',
        counted('x_due_at <= %(at)s', 'overdue'),
        counted('x_due_at IS NULL', 'withoutDueTime'),
        counted('x_exhausted', 'inManualQueue'),
        percentiles('age_s', 'age'),
        'max(age_s) AS "oldestAge"',
    ])
    people = " JOIN %s AS asked ON asked.%s = kase.id" % (asked.relation, asked.column1)
    alone = "SELECT kase.*, " + parts(look, None) + age + pending.replace('%s', '', 1)
    shared = "SELECT kase.*, " + parts(look, None, 'asked.' + asked.column2) + age \
        + pending.replace('%s', people, 1)
    rows = grouped(look, alone, measures, ['area', 'company', 'policy'])
    # A case counts for everybody who is asked about it.
    return rows + [row for row in grouped(look, shared, measures, ['approver']) if row['by'] != 'all']


def count_events(look):
    source = "SELECT event.*, event.x_area AS area, " + period_of(look, 'event.create_date') + ", " \
        + "event.x_state = 'pending' AND COALESCE(listener.x_active, false) AS is_pending, " \
        + seconds('event.x_acknowledged_at', 'event.create_date') + " AS lag_s, " \
        + "EXTRACT(EPOCH FROM %(at)s - event.create_date)::float8 AS age_s" \
        + " FROM x_approval_outbox AS event LEFT JOIN x_approval_subscription AS listener" \
        + " ON listener.id = event.x_subscription_id WHERE " + OF_AREAS.replace('AREA', 'event.x_area') \
        + " AND event.create_date >= %(from)s AND event.create_date < %(to)s"
    return grouped(look, source, ', '.join([
        'count(*) AS written',
        counted("x_state = 'acknowledged'", 'acknowledged'),
        counted('x_attempts > 1', 'retried'),
        counted('x_last_error IS NOT NULL', 'failed'),
        counted("x_state = 'dead'", 'dead'),
        counted('is_pending', 'pending'),
        percentiles('lag_s', 'lag'),
        'max(age_s) FILTER (WHERE is_pending) AS "oldestPending"',
    ]), ['period', 'area'])


def count_rules(look):
    return rows_of(
        "SELECT x_policy_id || ' ' || x_policy_version AS policy, x_rule AS rule, count(*) AS decided, "
        + ', '.join([
            counted("x_state = 'approved'", 'approved'),
            counted("x_state = 'rejected'", 'rejected'),
            counted("x_state = 'sent_back'", 'sentBack'),
        ]) + cases_between('x_decided_at') + " AND kase.x_decided_by IS NOT NULL AND kase.x_policy_id IS NOT NULL"
        " AND " + ASKS_PEOPLE + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 500", look)


def area_labels(areas):
    env.cr.execute('SELECT x_area, max(x_area_label) FROM x_approval_case WHERE x_area = ANY(%s) GROUP BY x_area',
                   [list(areas)])
    labels = {}
    for area, label in env.cr.fetchall():
        labels[area] = label or area
    return labels


def display_names(model, keys):
    """What people call records, by id; those that are gone are left out."""
    names = {}
    for record in env[model].sudo().browse([int(key) for key in sorted(keys)]).exists():
        names[str(record.id)] = record.display_name
    return names


def labels_of(found):
    """What people call the areas, companies and users that rows are about."""
    keys = {'area': set(), 'company': set(), 'approver': set()}
    for name in ['opened', 'decided', 'happened', 'waiting', 'events']:
        for row in found[name]:
            if row['by'] in keys and row['key']:
                keys[row['by']].add(row['key'])
    return {
        'area': area_labels(keys['area']),
        'company': display_names('res.company', keys['company']),
        'approver': display_names('res.users', keys['approver']),
    }
