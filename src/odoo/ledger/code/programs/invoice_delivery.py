def invoice_delivery(order, proposal):
    """Invoices what is to be invoiced, down payments deducted, and enters the invoice in the books."""
    if order.invoice_status != 'to invoice':
        raise UserError('Nothing of the order is to be invoiced any more.')
    # Odoo makes invoices with all rights; entering one in the books takes the caller's own.
    made = order._create_invoices(final=True)
    invoice = order.env['account.move'].browse(made.ids)
    if len(invoice) != 1 or invoice.move_type != 'out_invoice':
        raise UserError('This takes a credit note, and no invoice.')
    # Orders and invoices are rounded line by line, each its own way.
    apart = abs(invoice.amount_untaxed - proposal['amount'])
    if apart > 0.011 * len(invoice.invoice_line_ids):
        raise UserError('The invoice would come to %.2f, and not to %.2f as was decided.' % (
            invoice.amount_untaxed, proposal['amount']))
    invoice.action_post()
    if invoice.state != 'posted':
        raise UserError('Odoo made the invoice, and did not enter it in the books.')
