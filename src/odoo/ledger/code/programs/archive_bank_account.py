def archive_bank_account(account, proposal):
    """Takes a bank account out of use, and with it what trust somebody put in it meanwhile."""
    if not account.active:
        raise UserError('The bank account is archived already: somebody did this by hand.')
    if account.allow_out_payment:
        account.write({'allow_out_payment': False})
    account.action_archive()
    env.flush_all()
    account.invalidate_recordset(['active'])
    if account.active:
        raise UserError('Odoo raised no error, and the bank account is still in use.')
