import { z } from 'zod';
import {
	currency,
	display,
	ifThere,
	json,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
} from '../reading/fields';
import { relatedRecords, relatedTotals } from '../reading/related';
import { customerTransfer, goodsMove } from '../reading/transfer';

/** What is read of a delivery to a customer that is late. */
export const lateDeliveryReading = recordReading('stock.picking', {
	...customerTransfer,
	company_id: theOne({ ...display, currency_id: currency, partner_id: theOne({ tz: text }) }),
	/** Of the module stock_delivery. */
	carrier_id: ifThere(toOne(display)),
	carrier_tracking_ref: ifThere(text),
	move_ids: toMany(goodsMove),
});

export type LateDelivery = ReturnType<typeof lateDeliveryReading.read>;

/** Other deliveries to the customer that were planned, or made, later than promised. */
export const earlierExceptions = relatedTotals(
	{
		name: 'earlierExceptions',
		what: 'other late deliveries',
		model: 'stock.picking',
		domain: [
			['id', 'not in', { of: 'id' }],
			['partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['picking_type_id.code', '=', 'outgoing'],
			['state', '!=', 'cancel'],
			['has_deadline_issue', '=', true],
			['date_deadline', '>=', { daysAgo: 90 }],
		],
	},
	[],
);

const keptDocument = z
	.object({ proposal: z.object({ scheduledDate: z.string() }).passthrough().nullish() })
	.passthrough();

/** The approval by which the delivery was rescheduled last. */
export const rescheduled = relatedRecords(
	{
		name: 'rescheduled',
		what: 'earlier approvals',
		model: 'x_approval_case',
		domain: [
			['x_model', '=', 'stock.picking'],
			['x_res_id', 'in', { of: 'id' }],
			['x_area', '=', 'logistics_exception'],
			['x_state', '=', 'approved'],
			['x_outcome', '=', 'released'],
		],
	},
	{ x_document: json(keptDocument) },
	{ order: 'id desc', limit: 1 },
);
