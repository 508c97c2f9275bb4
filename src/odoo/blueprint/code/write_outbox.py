# Runs after a save that asks for approval: one event for each workflow that listens to the area.
# It is written in the transaction of the save, so there is never one without the other.

LISTENING = 'Approval was asked for.'
DEAF = 'Nothing listens: no workflow for these approvals is active.'

# n8n's own changes ask nobody, so that no approval can start itself.
if not env.user.has_group('n8n_approvals.group_integration'):
    Outbox = env['x_approval_outbox'].sudo()
    subscriptions = env['x_approval_subscription'].sudo().search([
        ('x_topic', '=', 'record'), ('x_area', '=', AREA), ('x_active', '=', True),
    ])
    env.cr.execute("SELECT txid_current()::text, clock_timestamp() AT TIME ZONE 'UTC'")
    transaction, now = env.cr.fetchone()
    for subject in records:
        for subscription in subscriptions:
            about = {
                'x_subscription_id': subscription.id,
                'x_model': subject._name,
                'x_res_id': subject.id,
                'x_transaction': transaction,
            }
            # One save may come by here several times.
            if not Outbox.search_count([(name, '=', value) for name, value in about.items()]):
                Outbox.create(dict(
                    about,
                    x_name=subject.display_name,
                    x_topic='record',
                    x_area=AREA,
                    x_actor_id=env.uid,
                    x_state='pending',
                    x_requested=REQUESTED,
                    x_attempts=1,
                    x_next_at=now + datetime.timedelta(minutes=1),
                ))
    if REQUESTED:
        # Pressed by a person, who is to see that something happened.
        action = {
            'type': 'ir.actions.client',
            'tag': 'display_notification',
            'params': {
                'type': 'success' if subscriptions else 'warning',
                'message': LISTENING if subscriptions else DEAF,
            },
        }
