def clear_count(quant, proposal):
    """Takes a count back, so that it can be made again; the stock stays as it is."""
    if not quant.inventory_quantity_set:
        raise UserError('There is no count to take back: it was applied or taken back by hand.')
    quant.write({
        'inventory_quantity': 0,
        'inventory_diff_quantity': 0,
        'inventory_quantity_set': False,
        'user_id': False,
    })
    env.flush_all()
    quant.invalidate_recordset()
    if quant.inventory_quantity_set:
        raise UserError('Odoo took the count back without an error, and it is still there.')
