# Events on their way to n8n, and who is to hear of them.

CRON = 'n8n_approvals.cron_redeliver'


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
        if not subscription.x_expires_at:
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
            'x_event': 'case_changed',
            'x_model': 'x_approval_case',
            'x_res_id': case.id,
            'x_case_id': case.id,
            'x_trace_id': case.x_trace_id,
            'x_actor_id': env.uid,
            'x_state': 'pending',
            'x_attempts': 0,
            'x_next_at': now(),
        })


def acknowledge(command):
    row = lock('x_approval_outbox', command['outboxId'])
    if not row:
        return {'status': 'event_missing'}
    if row.x_state == 'acknowledged':
        return {'status': 'already_handled'}
    acknowledge_row(row, row.x_case_id)
    return {'status': 'acknowledged'}


def note_execution(row, execution_id):
    """Notes which execution works on an event, so that its failure can be told of the event."""
    if row.x_execution_id != execution_id:
        row.write({'x_execution_id': execution_id})


def fail(command):
    """Writes an error of n8n where people look, and tells the approval managers of the first one."""
    rows = Outbox.search([
        ('x_execution_id', '=', command['executionId']),
        ('x_subscription_id.x_instance', '=', command['instance']),
    ])
    # A case is known by the events that led to it, since other n8n count executions as well.
    cases = rows.x_case_id | Case.search([
        ('x_execution_id', '=', command['executionId']), ('x_outbox_id', 'in', rows.ids)])
    open_rows = rows.filtered(lambda row: row.x_state == 'pending')
    is_news = bool(open_rows.filtered(lambda row: not row.x_last_error))
    open_rows.write({'x_last_error': command['message']})
    open_cases = cases.filtered('x_open')
    for case in open_cases:
        case = lock_case(case.id)
        touch(case, {})
        append_event(case, 'noted', None, {'text': 'n8n failed: ' + command['message']})
        post_on_case(case, 'n8n failed: ' + command['message'])
    if open_cases or is_news:
        tell_managers(open_rows, open_cases, command['message'])
    return {'status': 'noted', 'outboxIds': open_rows.ids, 'caseIds': open_cases.ids}


def tell_managers(rows, cases, message):
    """Into the inbox, or by mail, as each manager has chosen in Odoo."""
    about = ', '.join(rows.mapped('x_name') + cases.mapped('x_name'))
    html = '<p>%s</p><p>%s</p><p><a href="/odoo/action-n8n_approvals.window_events">%s</a></p>' % (
        escape('n8n failed while it worked on %s.' % about), escape(message), 'Events of approvals')
    env['mail.thread'].sudo().message_notify(
        partner_ids=members(env.ref(MANAGERS)).partner_id.ids,
        subject='Approvals: n8n failed',
        # Only the value of an HTML field counts as HTML here.
        body=env['mail.message'].new({'body': html}).body,
    )
