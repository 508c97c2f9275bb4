# Tells n8n about events in the outbox: a signed POST that carries which event it is, and the values
# that were asked for. Odoo can add no header to a webhook, so the signature travels in the address.

# With so many unacknowledged, n8n is slow or away: then nobody who saves waits for it.
BEHIND = 20


def sha256(octets):
    env.cr.execute("SELECT encode(sha256(%s), 'hex')", [octets])
    return env.cr.fetchone()[0]


def hmac_sha256(key, text):
    """HMAC of a text in hex; PostgreSQL has the hash. The key has at most 64 bytes."""
    padded = key.encode() + bytes(64 - len(key.encode()))
    env.cr.execute(
        "SELECT encode(sha256(%s || sha256(%s || convert_to(%s, 'UTF8'))), 'hex')",
        [xor(padded, 0x5c), xor(padded, 0x36), text])
    return env.cr.fetchone()[0]


def xor(octets, mask):
    mixed = []
    for octet in octets:
        mixed.append(octet ^ mask)
    return bytes(mixed)


def address(event):
    subscription = event.x_subscription_id
    said = [
        ('id', event.id), ('ts', int(time.time())), ('topic', event.x_topic), ('area', event.x_area),
        ('event', event.x_event), ('model', event.x_model), ('record', event.x_res_id),
        ('digest', sha256((event.x_values or '').encode())),
    ]
    version = 'v2'
    if event.x_trace_id:
        # An event that an older blueprint wrote has none, and goes as it went then.
        said.append(('trace', event.x_trace_id))
        version = 'v3'
    message = '|'.join([version] + [str(value) for name, value in said])
    query = ['%s=%s' % pair for pair in said]
    query.append('sig=' + hmac_sha256(subscription.x_signing_key, message))
    joint = '&' if '?' in subscription.x_url else '?'
    return subscription.x_url + joint + '&'.join(query)


def is_from_here(subscription):
    """A copy of this database knows the same subscriptions, and is no business of theirs."""
    if subscription.x_copies:
        return True
    read = env['ir.config_parameter'].sudo().get_param
    here = '%s %s' % (env.cr.dbname, read('database.uuid'))
    return subscription.x_database == here and not read('database.is_neutralized')


def may_wait(event):
    """Whether somebody's save may wait for n8n: up to a second, once, while nobody else does so, and
    not while n8n is behind."""
    if event.x_transaction and env['x_approval_outbox'].sudo().search_count([
            ('x_transaction', '=', event.x_transaction), ('x_attempts', '>', 0)], limit=1):
        return False
    env.flush_all()
    env.cr.execute("""
        SELECT count(*), count(*) FILTER (
            WHERE x_sent_at > clock_timestamp() AT TIME ZONE 'UTC' - interval '2 seconds')
        FROM (
            SELECT x_sent_at FROM x_approval_outbox
            WHERE x_subscription_id = %s AND x_state = 'pending'
            ORDER BY id DESC LIMIT %s) unacknowledged
    """, [event.x_subscription_id.id, BEHIND])
    waiting, just_sent = env.cr.fetchone()
    return waiting < BEHIND and not just_sent


def post(event):
    # A webhook action that exists only for this one call: Odoo itself sends it, after the commit on
    # Odoo 19 and later.
    env['ir.actions.server'].sudo().new({
        'name': 'Approval event',
        'state': 'webhook',
        'model_id': env['ir.model']._get_id('x_approval_outbox'),
        'webhook_url': address(event),
        'webhook_field_ids': [Command.set(
            env['ir.model.fields']._get('x_approval_outbox', 'x_values').ids if event.x_values else [])],
    }).with_context(active_id=event.id)._run_action_webhook()


delivers = env.context.get('approval_deliver')
for event in records.sudo():
    subscription = event.x_subscription_id
    if event.x_state != 'pending' or not subscription.x_active or not subscription.x_pushed:
        continue
    if not is_from_here(subscription):
        continue
    if delivers:
        post(event)
    elif may_wait(event):
        env.cr.execute("SELECT clock_timestamp() AT TIME ZONE 'UTC'")
        sent_at = env.cr.fetchone()[0]
        event.write({
            'x_attempts': 1,
            'x_sent_at': sent_at,
            'x_next_at': sent_at + datetime.timedelta(minutes=1),
        })
        post(event)
    else:
        env.ref('n8n_approvals.cron_redeliver').sudo()._trigger()
