def send_back_purchase(order, proposal):
    """Gives an order back to its buyer as a draft: Odoo lets only a cancelled one be one again."""
    order.button_cancel()
    order.button_draft()
