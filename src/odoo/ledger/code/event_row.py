# How an event gets into the outbox; part of every program that writes one. Runs with all rights.


def database_clock():
    """Name of the transaction, and now by the database, which is the same clock for everyone."""
    env.cr.execute("SELECT txid_current()::text, clock_timestamp() AT TIME ZONE 'UTC'")
    return env.cr.fetchone()


def new_trace():
    """An id for one business event: 32 hexadecimal digits, as W3C's Trace Context has them."""
    # Not gen_random_uuid(), which PostgreSQL 12 does not have.
    env.cr.execute(
        "SELECT left(encode(sha256(concat(random(), clock_timestamp(), txid_current())::bytea), 'hex'), 32)")
    return env.cr.fetchone()[0]


def plain(value):
    """A field's value as Odoo gives it to RPC, with relations as ids."""
    if isinstance(value, datetime.datetime):
        return value.strftime('%Y-%m-%d %H:%M:%S')
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return sorted(value)
    return value


def matching(subscription, subjects):
    """Those of the records that the subscription's filter lets through."""
    domain = json.loads(subscription.x_filter or '[]')
    if not domain:
        return subjects
    try:
        return subjects.filtered_domain(domain)
    except Exception:
        # A filter that no longer fits the model must neither lose an event nor stop the save.
        return subjects


def seen_by(subscription, subject):
    """What may be told of the record: its name and, as JSON text, the fields asked for."""
    if not subscription.x_watch:
        return subject.display_name, False
    # As it stands, and no more than the user behind the subscription may see.
    env.flush_all()
    # Archived records are records too.
    reader = subject.with_user(subscription.x_user_id).with_context(active_test=False)
    try:
        readable = reader.search([('id', '=', subject.id)])
        names = json.loads(subscription.x_send_fields or '[]')
        if not readable or not names:
            return (subject.display_name if readable else '%s,%s' % (subject._name, subject.id)), False
        values = {}
        for name, value in readable.read(names, load='')[0].items():
            values[name] = plain(value)
        return subject.display_name, str(json.dumps(values, sort_keys=True))
    except UserError:
        return '%s,%s' % (subject._name, subject.id), False


def rows_about(subject, token):
    """The events that one save has written about a record so far, for whoever listens."""
    return env['x_approval_outbox'].sudo().search([
        ('x_model', '=', subject._name), ('x_res_id', '=', subject.id), ('x_transaction', '=', token)])


def write_row(subscription, subject, event, token, moment, actor, requested=False, before=False):
    """Writes one event, once for each token: one save may come by several times."""
    name, values = seen_by(subscription, subject)
    written = rows_about(subject, token)
    known = written.filtered_domain([('x_subscription_id', '=', subscription.id)])[:1]
    if known:
        if values and known.x_values != values:
            known.write({'x_values': values})
        return known
    return env['x_approval_outbox'].sudo().create(dict(
        x_subscription_id=subscription.id,
        x_model=subject._name,
        x_res_id=subject.id,
        x_transaction=token,
        x_name=name,
        x_topic='record',
        x_area=subscription.x_area,
        x_event=event,
        x_values=values,
        x_before=before,
        x_actor_id=actor.id,
        # One id for one save, whoever hears of it.
        x_trace_id=written[:1].x_trace_id or new_trace(),
        x_state='pending',
        x_requested=requested,
        x_attempts=0,
        x_next_at=moment,
    ))
