def release_payment(payment, proposal):
    """Makes a payment, unless its bank account or what is owed has changed since it was read."""
    require_draft_payment(payment)
    account = payment.sudo().partner_bank_id
    if account and not account.active:
        raise UserError('The bank account was archived since this was read.')
    if (account.sanitized_acc_number or None) != proposal['accountNumber']:
        raise UserError('The number of the bank account was changed since this was read.')
    if proposal['isTrusted'] and not account.allow_out_payment:
        raise UserError('The bank account is not trusted any more.')
    require_owed(payment, proposal['owed'])
    return payment.action_post()


def require_draft_payment(payment):
    if payment.state != 'draft':
        raise UserError(
            'The payment is no longer a draft: it is in state "%s".' % payment.state)


def require_owed(payment, known):
    """Another payment may have paid the same bills meanwhile."""
    open_lines = env['account.move.line'].sudo().search([
        ('partner_id', 'child_of', payment.partner_id.commercial_partner_id.ids),
        ('company_id', '=', payment.company_id.id),
        ('account_type', '=', 'liability_payable'),
        ('parent_state', '=', 'posted'),
        ('reconciled', '=', False)])
    owed = -sum(open_lines.mapped('amount_residual'))
    paid = -payment.amount_company_currency_signed
    if known is not None and owed < known - 0.005 and paid > owed + 0.005:
        raise UserError('Only %.2f is owed to the supplier now: it was %.2f when this was read.' % (
            owed, known))
