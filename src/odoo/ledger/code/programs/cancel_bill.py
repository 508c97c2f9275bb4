def cancel_bill(bill, proposal):
    """Odoo's own method would cancel a bill that is in the books, too."""
    if bill.state != 'draft':
        raise UserError('The bill is no longer a draft: it is in state "%s".' % bill.state)
    return bill.button_cancel()
