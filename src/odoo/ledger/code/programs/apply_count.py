def apply_count(quant, proposal):
    """Makes stock what was counted. Odoo may merge and delete what it counted by, so what there is
    afterwards is looked up anew."""
    if not quant.inventory_quantity_set:
        raise UserError('No count waits to be applied: it was applied or taken back by hand.')
    if round(
            quant.inventory_quantity - quant.inventory_diff_quantity - quant.quantity, 6) != 0:
        raise UserError('Stock was moved since it was counted: it has to be counted again.')
    alike = [
        ('product_id', '=', quant.product_id.id), ('location_id', '=', quant.location_id.id),
        ('lot_id', '=', quant.lot_id.id), ('package_id', '=', quant.package_id.id),
        ('owner_id', '=', quant.owner_id.id)]
    quants = env['stock.quant']
    to_be = sum(quants.search(alike).mapped('quantity')) + quant.inventory_diff_quantity
    result = quant.action_apply_inventory()
    if isinstance(result, dict) and result.get('res_model'):
        raise UserError('Odoo asks a question first (%s).' % result['res_model'])
    there_is = sum(quants.search(alike).mapped('quantity'))
    if quant.exists().inventory_quantity_set or round(there_is - to_be, 6) != 0:
        raise UserError(
            'Odoo applied the count without an error, and there are %s instead of %s.'
            % (there_is, to_be))
