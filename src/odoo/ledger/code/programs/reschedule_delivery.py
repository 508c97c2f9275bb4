def reschedule_delivery(delivery, proposal):
    """Plans a delivery for the proposed day, and says in its chatter why it was late."""
    if delivery.state not in ('waiting', 'confirmed', 'assigned'):
        raise UserError(
            'The delivery is no longer to be made: it is in state "%s".' % delivery.state)
    date = proposal['scheduledDate']
    if date <= now().strftime('%Y-%m-%d %H:%M:%S'):
        raise UserError('The proposed date, %s, has passed.' % date)
    if str(delivery.scheduled_date)[:19] == date:
        return True
    delivery.write({'scheduled_date': date})
    delivery.flush_recordset()
    delivery.invalidate_recordset()
    if str(delivery.scheduled_date)[:19] != date:
        raise UserError('Odoo plans the delivery for %s.' % delivery.scheduled_date)
    delivery.message_post(
        body='Rescheduled to %s UTC. Cause: %s.' % (date[:16], proposal['cause']),
        subtype_xmlid='mail.mt_note')
    return True
