def reallocate_stock(picking, proposal):
    """Shares out stock as proposed: frees what lower ranked deliveries are to lose, and no more, and
    reserves in the order of the ranking."""
    if picking.state not in ('confirmed', 'waiting', 'assigned'):
        raise UserError(
            'The delivery no longer waits for stock: it is in state "%s".' % picking.state)
    if not proposal:
        raise UserError('There is no split to carry out: nobody could tell how the deliveries rank.')
    for split in proposal['products']:
        check_stock_to_split(picking, split)
    for split in proposal['products']:
        for share in split['shares']:
            free_stock(picking, split, share)
    for split in proposal['products']:
        for share in split['shares']:
            if share['gets'] > share['has']:
                moves_to_supply(picking, split, share).filtered(
                    lambda move: not move.picked)._action_assign()
    for split in proposal['products']:
        check_share_of(picking, split)
    return True


def moves_to_supply(picking, split, share):
    """Moves of a delivery that take a product from where this one takes it."""
    return env['stock.move'].search([
        ('picking_id', '=', share['pickingId']), ('product_id', '=', split['productId']),
        ('state', 'in', ('confirmed', 'partially_available', 'assigned')),
        ('procure_method', '=', 'make_to_stock'), ('move_orig_ids', '=', False),
        ('location_id', '=', picking.location_id.id)], order='id')


def stock_reserved_for(moves):
    return sum(moves.move_line_ids.mapped('quantity_product_uom'))


def is_other_quantity(product, left, right):
    return abs(left - right) > product.uom_id.rounding / 2


def check_stock_to_split(picking, split):
    """Refuses where the stock is no longer what it was when the split was made."""
    product = env['product.product'].browse(split['productId'])
    [(on_hand, reserved)] = env['stock.quant']._read_group(
        [('product_id', '=', product.id), ('location_id', 'child_of', picking.location_id.id)],
        [], ['quantity:sum', 'reserved_quantity:sum'])
    is_other = is_other_quantity(product, on_hand or 0, split['onHand'])
    is_other = is_other or is_other_quantity(product, reserved or 0, split['reserved'])
    for share in split['shares']:
        held = stock_reserved_for(moves_to_supply(picking, split, share))
        is_other = is_other or is_other_quantity(product, held, share['has'])
    if is_other:
        raise UserError(
            'Stock of %s has moved since the split was proposed: ask for it again.'
            % product.display_name)


def free_stock(picking, split, share):
    """Takes from a delivery what it is to lose, the last move first."""
    surplus = share['has'] - share['gets']
    moves = moves_to_supply(picking, split, share).filtered(lambda move: not move.picked)
    for move in moves.sorted('id', reverse=True):
        unit = move.product_id.uom_id
        if surplus <= unit.rounding / 2:
            return
        held = stock_reserved_for(move)
        if held - surplus > unit.rounding / 2:
            # In whole units of the move: rather one too many is freed than one too few.
            move.write({'quantity': unit._compute_quantity(
                held - surplus, move.product_uom, rounding_method='DOWN')})
        else:
            move._do_unreserve()
        surplus = surplus - (held - stock_reserved_for(move))


def check_share_of(picking, split):
    """The delivery that was decided on has to have got what the split gives it."""
    for share in split['shares']:
        if share['pickingId'] == picking.id:
            moves = moves_to_supply(picking, split, share)
            product = env['product.product'].browse(split['productId'])
            held = stock_reserved_for(moves)
            if held < share['gets'] and is_other_quantity(product, held, share['gets']):
                raise UserError('Of %s, Odoo reserved %s for the delivery instead of %s.' % (
                    product.display_name, held, share['gets']))
