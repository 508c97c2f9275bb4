def expedite_delivery(delivery, proposal):
    """An urgent delivery keeps its priority, and takes what goods there are."""
    if delivery.state in ('done', 'cancel'):
        raise UserError(
            'The delivery is no longer to be made: it is in state "%s".' % delivery.state)
    if delivery.priority != '1':
        raise UserError('The delivery is no longer marked as urgent.')
    if delivery.move_ids.filtered(lambda move: move.state not in ('assigned', 'done', 'cancel')):
        delivery.action_assign()
    delivery.flush_recordset()
    delivery.invalidate_recordset()
    if delivery.priority != '1':
        raise UserError('Odoo has taken the priority from the delivery.')
    return True
