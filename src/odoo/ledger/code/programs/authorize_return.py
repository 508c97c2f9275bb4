def authorize_return(transfer, proposal):
    """Odoo makes a return ready at once and knows no authorisation; so the transfer says it where the
    warehouse looks before it takes goods in: in its source document."""
    if transfer.state not in ('waiting', 'confirmed', 'assigned'):
        raise UserError('The return is no longer awaited: it is in state "%s".' % transfer.state)
    source = transfer.origin or transfer.name
    if not source.endswith(', authorised'):
        transfer.write({'origin': source + ', authorised'})
    transfer.flush_recordset(['origin'])
    transfer.invalidate_recordset(['origin'])
    if not (transfer.origin or '').endswith(', authorised'):
        raise UserError('The return does not say that it is authorised.')
    return True
