def withdraw_rush(delivery, proposal):
    """The delivery waits for its turn like the others; what it has reserved stays with it."""
    if delivery.state in ('done', 'cancel'):
        raise UserError(
            'The delivery is no longer to be made: it is in state "%s".' % delivery.state)
    return delivery.write({'priority': '0'})
