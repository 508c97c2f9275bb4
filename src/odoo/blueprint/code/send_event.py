# Tells n8n about events in the outbox: a signed POST that carries nothing but which event it is.
# Odoo can add no header to a webhook, so the signature travels in the address.


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
    ts = str(int(time.time()))
    said = [str(event.id), ts, event.x_topic, event.x_area, event.x_model, str(event.x_res_id)]
    signature = hmac_sha256(subscription.x_signing_key, '|'.join(['v1'] + said))
    joint = '&' if '?' in subscription.x_url else '?'
    return subscription.x_url + joint + (
        'id=%s&ts=%s&topic=%s&area=%s&model=%s&record=%s&sig=%s'
        % (said[0], said[1], said[2], said[3], said[4], said[5], signature))


for event in records.sudo():
    if event.x_state == 'pending' and event.x_subscription_id.x_active:
        # A webhook action that exists only for this one call: Odoo itself sends it, after the
        # commit on Odoo 19 and later.
        env['ir.actions.server'].sudo().new({
            'name': 'Approval event',
            'state': 'webhook',
            'model_id': env['ir.model']._get_id('x_approval_outbox'),
            'webhook_url': address(event),
        }).with_context(active_id=event.id)._run_action_webhook()
