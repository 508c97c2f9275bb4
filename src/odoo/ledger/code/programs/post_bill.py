def post_bill(bill, proposal):
    """Enters a bill in the books, unless what orders and receipts justify has become less since it
    was read: another bill may have asked for the same goods."""
    if bill.state != 'draft':
        raise UserError('The bill is no longer a draft: it is in state "%s".' % bill.state)
    for known in proposal['orderLines']:
        require_as_read(known)
    return bill.action_post()


def require_as_read(known):
    line = env['purchase.order.line'].sudo().browse(known['id']).exists()
    if not line:
        raise UserError('A line of the order behind the bill was deleted since this was read.')
    for billed in line.invoice_lines:
        if billed.move_id.state == 'posted' and billed.id not in known['billedBy']:
            raise UserError('%s was billed on %s as well since this was read.' % (
                line.display_name, billed.move_id.display_name))
    for name, what in (('product_qty', 'ordered'), ('qty_received', 'received')):
        if line[name] < known[name]:
            raise UserError('Less of %s is %s than when this was read.' % (line.display_name, what))
    if line.price_unit != known['price_unit'] or line.discount != known['discount']:
        raise UserError('The price of %s was changed on the order since this was read.' % (
            line.display_name))
    if line.order_id.state == 'cancel':
        raise UserError('%s was cancelled since this was read.' % line.order_id.display_name)
