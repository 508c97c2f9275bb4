# Events on their way to n8n, and who is to hear of them.


def acknowledge_row(row, case):
    """Marks an event as dealt with; `case` is the one it led to, where it led to one."""
    if row:
        row.write({
            'x_state': 'acknowledged',
            'x_acknowledged_at': now(),
            'x_case_id': case.id if case else False,
        })


def listeners_to(case):
    """Who is told what becomes of the case, the oldest first."""
    return Subscription.search([
        ('x_topic', '=', 'case'), ('x_active', '=', True), ('x_area', 'in', [case.x_area, '*']),
    ], order='id')


def page_url(case):
    """Where approvers find the case as long as somebody listens: beside where we report it."""
    for subscription in listeners_to(case):
        address = subscription.x_url.split('?')[0]
        if '/webhook-test/' not in address:
            return address + '/page'
    return None


def announce(case):
    """Writes an event about the case itself, for whoever waits for it."""
    for subscription in listeners_to(case):
        Outbox.create({
            'x_name': case.x_name,
            'x_subscription_id': subscription.id,
            'x_topic': 'case',
            'x_area': case.x_area,
            'x_model': 'x_approval_case',
            'x_res_id': case.id,
            'x_case_id': case.id,
            'x_actor_id': env.uid,
            'x_state': 'pending',
            'x_attempts': 1,
            'x_next_at': now() + datetime.timedelta(minutes=1),
        })


def acknowledge(command):
    row = lock('x_approval_outbox', command['outboxId'])
    if not row:
        return {'status': 'event_missing'}
    if row.x_state == 'acknowledged':
        return {'status': 'already_handled'}
    acknowledge_row(row, row.x_case_id)
    return {'status': 'acknowledged'}


def subscribe(command):
    values = {
        'x_name': command['key'],
        'x_key': command['key'],
        'x_topic': command['topic'],
        'x_area': command['area'],
        'x_url': command['url'],
        'x_signing_key': command['signingKey'],
        'x_active': True,
    }
    found = Subscription.search([('x_key', '=', command['key'])])
    if found:
        found.write(values)
    else:
        Subscription.create(values)
    return {'status': 'subscribed'}


def unsubscribe(command):
    """Events written from now on skip it; those on their way wait until it subscribes again."""
    Subscription.search([('x_key', '=', command['key'])]).write({'x_active': False})
    return {'status': 'unsubscribed'}
