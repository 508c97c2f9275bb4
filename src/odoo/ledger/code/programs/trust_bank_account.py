def trust_bank_account(account, proposal):
    """Lets money be sent to a bank account; Odoo asks for the right to validate them."""
    if not account.active:
        raise UserError('The bank account was archived since this was read.')
    if account.allow_out_payment:
        raise UserError('The bank account is trusted already: somebody did this by hand.')
    account.write({'allow_out_payment': True})
    env.flush_all()
    account.invalidate_recordset(['allow_out_payment'])
    if not account.allow_out_payment:
        raise UserError('Odoo raised no error, and the bank account is still not trusted.')
