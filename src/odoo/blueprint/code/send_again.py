# A person sends events again: the dead ones, or those that wait for their next attempt.
events = records.sudo().filtered(lambda event: event.x_state != 'acknowledged')
events.write({
    'x_state': 'pending',
    'x_attempts': 1,
    'x_next_at': datetime.datetime.now() + datetime.timedelta(minutes=1),
    'x_last_error': False,
})
if events:
    env.ref('n8n_approvals.action_send_event').sudo().with_context(
        active_model='x_approval_outbox', active_ids=events.ids, active_id=events[0].id).run()
