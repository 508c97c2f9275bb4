# Which events are due, for sending and for handing out alike.

# After so many attempts an event is dead, unless n8n is away altogether.
MAX_ATTEMPTS = 10
AWAY_DAYS = 7
# What one run of the scheduled action sends: within its time also when each takes its full second.
BATCH = 50
TEST_MINUTES = 5


def take_due(condition, values, limit):
    """Locks the oldest events that are due. Those that have had their attempts are dead instead.

    `condition` narrows down in SQL: `event` is the row, `subscription` whom it is for.
    """
    moment = now()
    taken = []
    last_id = 0
    while len(taken) < limit:
        found = lock_due(condition, values + [last_id, limit - len(taken)], moment)
        if not found:
            break
        for row_id, served_at in found:
            last_id = row_id
            row = Outbox.browse(row_id)
            if is_dead(row, served_at, moment):
                reason = row.x_last_error or 'Not acknowledged after %s attempts' % row.x_attempts
                row.write({'x_state': 'dead', 'x_last_error': reason})
            else:
                taken.append(row_id)
    return Outbox.browse(taken), moment


def lock_due(condition, values, moment):
    # What another transaction holds at this moment is being acknowledged, sent or handed out.
    env.cr.execute('''
        SELECT event.id, served.last FROM x_approval_outbox event
        JOIN x_approval_subscription subscription ON subscription.id = event.x_subscription_id
        LEFT JOIN LATERAL (
            SELECT max(x_acknowledged_at) AS last FROM x_approval_outbox
            WHERE x_subscription_id = subscription.id AND x_acknowledged_at > event.x_sent_at
        ) served ON true
        WHERE event.x_state = 'pending' AND event.x_next_at <= %s AND subscription.x_active
        AND ''' + condition + ''' AND event.id > %s
        ORDER BY event.id LIMIT %s FOR UPDATE OF event SKIP LOCKED
    ''', [moment] + values)
    return env.cr.fetchall()


def is_dead(row, served_at, moment):
    """An event that n8n fails on is dead. While n8n acknowledges nothing at all, it is n8n that
    fails, and events wait for it a good deal longer."""
    if row.x_attempts < MAX_ATTEMPTS:
        return False
    away = not (served_at or row.x_execution_id or row.x_last_error)
    return not away or row.create_date < moment - datetime.timedelta(days=AWAY_DAYS)


def claim(command):
    """Hands out events with a lease: until it ends nobody else is given them."""
    condition = 'subscription.x_instance = %s AND event.x_topic = %s'
    values = [command['instance'], command['topic']]
    if command['areas']:
        condition = condition + ' AND event.x_area = ANY(%s)'
        values.append(command['areas'])
    rows, moment = take_due(condition, values, command['limit'])
    until = moment + datetime.timedelta(seconds=command['leaseSeconds'])
    for row in rows:
        row.write({
            'x_attempts': row.x_attempts + 1,
            'x_sent_at': moment,
            'x_next_at': until,
            'x_leased_until': until,
        })
    events = []
    for row in rows:
        events.append(event_section(row, moment))
    return {'status': 'claimed', 'events': events}


def event_section(row, moment):
    section = {
        'outboxId': row.id,
        'topic': row.x_topic,
        'area': row.x_area,
        'type': row.x_event,
        'model': row.x_model,
        'recordId': row.x_res_id,
        'traceId': row.x_trace_id or None,
        'sentAt': iso(moment),
    }
    if row.x_subscription_id.x_workflow:
        section['workflowId'] = row.x_subscription_id.x_workflow
    if row.x_values:
        section['values'] = json.loads(row.x_values)
    return section


def replay(command):
    """Sends events again from the first attempt on: the named ones, or all dead ones."""
    domain = [('x_state', '!=', 'acknowledged')]
    if command['instance']:
        domain.append(('x_subscription_id.x_instance', '=', command['instance']))
    if command['outboxIds'] is None:
        domain.append(('x_state', '=', 'dead'))
    else:
        domain.append(('id', 'in', command['outboxIds']))
    rows = Outbox.search(domain, order='id')
    rows.write({
        'x_state': 'pending',
        'x_attempts': 0,
        'x_next_at': now(),
        'x_leased_until': False,
        'x_last_error': False,
    })
    env.ref(CRON).sudo()._trigger()
    return {'status': 'replayed', 'outboxIds': rows.ids}


def deliver(command):
    """What the scheduled action does every minute, and at once when it was called for."""
    if not env.su:
        raise UserError('Only the scheduled action delivers.')
    end_tests()
    raise_due_events()
    revive()
    rows, moment = take_due('subscription.x_pushed', [], BATCH)
    for row in rows:
        attempts = row.x_attempts + 1
        row.write({
            'x_attempts': attempts,
            'x_sent_at': moment,
            'x_next_at': moment + datetime.timedelta(minutes=min(2 ** (attempts - 1), 60)),
            'x_leased_until': False,
        })
    if rows:
        env.ref('n8n_approvals.action_send_event').with_context(
            approval_deliver=True, active_model='x_approval_outbox', active_ids=rows.ids,
            active_id=rows[0].id).run()
    if len(rows) == BATCH:
        env.ref(CRON).sudo()._trigger()
    return {'status': 'delivered'}


def revive():
    """Once n8n acknowledges again, what it did not hear while it was away is due at once."""
    env.cr.execute('''
        UPDATE x_approval_outbox SET x_next_at = %s WHERE id IN (
            SELECT event.id FROM x_approval_outbox event
            WHERE event.x_state = 'pending' AND event.x_next_at > %s AND event.x_attempts > 1
            AND event.x_execution_id IS NULL
            AND (event.x_leased_until IS NULL OR event.x_leased_until <= %s)
            AND EXISTS (
                SELECT FROM x_approval_outbox other
                WHERE other.x_subscription_id = event.x_subscription_id
                AND other.x_acknowledged_at > event.x_sent_at)
            FOR UPDATE SKIP LOCKED)
    ''', [now()] * 3)
    env.invalidate_all()


def raise_due_events():
    """Writes an event for each record whose date has come, once for each date."""
    token, moment = database_clock()
    for subscription in Subscription.search([
            ('x_active', '=', True), ('x_watch', 'like', '"event": "due"')]):
        watch = json.loads(subscription.x_watch)
        # An app that was uninstalled must not keep the other events from being sent.
        if watch['model'] not in env or watch['field'] not in env[watch['model']]._fields:
            continue
        model = env[watch['model']].sudo()
        shift = datetime.timedelta(minutes=watch['offsetMinutes'])
        # What has come since it subscribed; a date further back than a week is news no more.
        since = max(subscription.x_since, moment - datetime.timedelta(days=7))
        field = watch['field']
        for subject in model.search([
                (field, '<=', stored(model, field, moment - shift)),
                (field, '>', stored(model, field, since - shift))], order=field + ', id'):
            if matching(subscription, subject):
                due = 'due:%s' % plain(subject[field])
                # Nobody did anything: the clock did.
                write_row(subscription, subject, 'due', due, moment, User)


def stored(model, field, moment):
    """An instant as the field holds it."""
    return moment.strftime('%Y-%m-%d' if model._fields[field].type == 'date' else '%Y-%m-%d %H:%M:%S')


def end_tests():
    for subscription in Subscription.search([('x_active', '=', True), ('x_expires_at', '<', now())]):
        silence(subscription)
