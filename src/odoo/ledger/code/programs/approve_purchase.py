def approve_purchase(order, proposal):
    """Odoo's own method would place an order in any state, a cancelled one too."""
    if order.state != 'to approve':
        raise UserError('The order no longer waits for approval: it is in state "%s".' % order.state)
    return order.button_approve()
