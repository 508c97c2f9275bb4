import { recordReading, toMany } from '../reading/fields';
import { relatedTotals } from '../reading/related';
import { customerTransfer, goodsMove } from '../reading/transfer';

/** What is read of a delivery to a customer that somebody marked as urgent. */
export const urgentDeliveryReading = recordReading('stock.picking', {
	...customerTransfer,
	move_ids: toMany(goodsMove),
});

export type UrgentDelivery = ReturnType<typeof urgentDeliveryReading.read>;

/** What people wrote about the delivery, and what they wrote about its order since yesterday. */
export const reasons = relatedTotals(
	{
		name: 'reasons',
		what: 'notes on the delivery',
		model: 'mail.message',
		domain: [
			['message_type', '=', 'comment'],
			'|',
			'&',
			['model', '=', 'stock.picking'],
			['res_id', 'in', { of: 'id' }],
			'&',
			'&',
			['model', '=', 'sale.order'],
			['res_id', 'in', { of: 'sale_id' }],
			['date', '>=', { daysAgo: 1 }],
		],
	},
	[],
);

/** Other deliveries that the same person has asked to rush. */
export const otherRushes = relatedTotals(
	{
		name: 'otherRushes',
		what: 'other rush orders',
		model: 'x_approval_case',
		domain: [
			['x_area', '=', 'rush_order'],
			['x_requester_id', 'in', { of: 'write_uid' }],
			['x_res_id', 'not in', { of: 'id' }],
			['x_state', '!=', 'superseded'],
			['create_date', '>=', { daysAgo: 30 }],
		],
	},
	[],
);
