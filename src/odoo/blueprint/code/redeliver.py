# Every minute: sends again what n8n has not acknowledged, oldest first, each time later than the
# time before. After ten attempts an event is dead until somebody sends it again.

env.cr.execute("SELECT clock_timestamp() AT TIME ZONE 'UTC'")
now = env.cr.fetchone()[0]
# What a ledger command holds at this moment is about to be acknowledged.
env.cr.execute('''
    SELECT event.id FROM x_approval_outbox event
    JOIN x_approval_subscription subscription ON subscription.id = event.x_subscription_id
    WHERE event.x_state = 'pending' AND event.x_next_at <= %s AND subscription.x_active
    ORDER BY event.id LIMIT 50 FOR UPDATE OF event SKIP LOCKED
''', [now])
due = env['x_approval_outbox'].browse([found[0] for found in env.cr.fetchall()])
for event in due:
    if event.x_attempts >= 10:
        event.write({'x_state': 'dead', 'x_last_error': 'Not acknowledged after 10 attempts'})
    else:
        attempts = event.x_attempts + 1
        event.write({
            'x_attempts': attempts,
            'x_next_at': now + datetime.timedelta(minutes=min(2 ** attempts, 60)),
        })
waiting = due.filtered(lambda event: event.x_state == 'pending')
if waiting:
    env.ref('n8n_approvals.action_send_event').with_context(
        active_model='x_approval_outbox', active_ids=waiting.ids, active_id=waiting[0].id).run()
