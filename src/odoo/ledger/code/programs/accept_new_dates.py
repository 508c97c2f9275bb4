def accept_new_dates(order, proposal):
    """The dates stand in Odoo already: the order is noted as acknowledged, where Odoo can, and whoever
    sold goods that come too late has a task."""
    if order.state not in ('purchase', 'done'):
        raise UserError('The order is no longer placed: it is in state "%s".' % order.state)
    if 'acknowledged' in order._fields and not order.acknowledged:
        order.write({'acknowledged': True})
        order.flush_recordset(['acknowledged'])
        order.invalidate_recordset(['acknowledged'])
        if not order.acknowledged:
            raise UserError('The order does not say that it is acknowledged.')
    for at_risk in proposal['orders']:
        warn_salesperson(order, at_risk)
    return True


def warn_salesperson(order, at_risk):
    """One task for each sales order and date, however often the same is accepted."""
    sale = env['sale.order'].browse(at_risk['id']).exists()
    if sale.state not in ('sale', 'done'):
        return
    summary = '%s: goods come on %s' % (order.name, at_risk['arrival'])
    tasks = env['mail.activity'].with_context(active_test=False)
    about = [('res_model', '=', 'sale.order'), ('res_id', '=', sale.id), ('summary', '=', summary)]
    if tasks.search_count(about, limit=1):
        return
    said = 'Goods of this order come with %s on %s only, later than promised.' % (
        order.name, at_risk['arrival'])
    sale.activity_schedule(
        TO_DO, summary=summary, note=said, user_id=(sale.user_id or order.user_id or env.user).id)
    sale.message_post(body=said, subtype_xmlid='mail.mt_note')
    if not tasks.search_count(about, limit=1):
        raise UserError('There is no task on %s.' % sale.name)
