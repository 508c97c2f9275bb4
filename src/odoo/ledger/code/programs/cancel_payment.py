def cancel_payment(payment, proposal):
    """Odoo's own method would take a payment back that was made, too."""
    require_draft_payment(payment)
    return payment.action_cancel()
