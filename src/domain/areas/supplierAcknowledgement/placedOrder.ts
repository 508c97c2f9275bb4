import { z } from 'zod';
import {
	amount,
	currency,
	display,
	flag,
	ifThere,
	instant,
	json,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
	word,
	type RecordOf,
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { purchaseLine } from '../reading/purchaseLine';
import { relatedRecords, relatedTotals, type RowOf } from '../reading/related';
import { goodsMove, soldLine, soldOrder } from '../reading/transfer';

/** Moves of goods that wait for what is received. */
const waiting = toMany({});

const line = {
	...purchaseLine,
	/** In the unit of the line. */
	qty_received: amount,
	move_dest_ids: waiting,
	move_ids: toMany({ move_dest_ids: waiting }),
	/** Of the module sale_purchase: what is bought for one line of a sales order. */
	sale_line_id: ifThere(toOne({})),
};

/** What is read of a purchase order that was placed. */
export const placedOrderReading = recordReading('purchase.order', {
	name: word,
	state: word,
	...peopleBehind,
	partner_id: theOne({ ...display, country_id: toOne(display) }),
	company_id: theOne({ ...display, currency_id: currency }),
	currency_id: currency,
	/** Units of the order's currency for one of the company's. */
	currency_rate: amount,
	picking_type_id: toOne({ warehouse_id: toOne(display) }),
	date_approve: instant,
	date_planned: instant,
	amount_untaxed: amount,
	/** Since Odoo 19. */
	acknowledged: ifThere(flag),
	/** Until Odoo 18. */
	mail_reception_confirmed: ifThere(flag),
	mail_reminder_confirmed: ifThere(flag),
	order_line: toMany(line),
});

export type PlacedOrder = ReturnType<typeof placedOrderReading.read>;
export type PlacedLine = RecordOf<typeof line>;

const keptDocument = z
	.object({
		facts: z.object({ daysToReceipt: z.number().nullish() }).passthrough(),
		watched: z
			.object({
				lines: z.object({
					order_line: z
						.array(
							z
								.object({ id: z.number(), date_planned: z.union([z.string(), z.literal(false)]) })
								.partial({ date_planned: true })
								.passthrough(),
						)
						.optional(),
				}),
			})
			.passthrough(),
	})
	.passthrough();

/** The approvals of the order so far, the newest first: what was agreed then. */
export const approvals = relatedRecords(
	{
		name: 'approvals',
		what: 'earlier approvals',
		model: 'x_approval_case',
		domain: [
			['x_model', '=', 'purchase.order'],
			['x_res_id', 'in', { of: 'id' }],
			['x_area', 'in', ['procurement', 'supplier_acknowledgement']],
			['x_state', '=', 'approved'],
			['x_outcome', 'in', ['released', 'kept']],
		],
	},
	{ x_area: word, create_date: instant, x_document: json(keptDocument) },
	{ order: 'id desc', limit: 20 },
);
export type Approval = RowOf<typeof approvals>;

export const DEMAND_READ = 1000;

/** Goods on confirmed sales orders that have still to move, of the products that were ordered. */
export const demand = relatedRecords(
	{
		name: 'demand',
		what: 'deliveries to customers',
		model: 'stock.move',
		domain: [
			['sale_line_id', '!=', false],
			['product_id', 'in', { of: 'order_line.product_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['state', 'in', ['waiting', 'confirmed', 'partially_available', 'assigned']],
			['origin_returned_move_id', '=', false],
		],
	},
	{
		...goodsMove,
		/** `make_to_order`: it waits for goods of its own, and takes nothing from stock. */
		procure_method: text,
		picking_type_id: toOne({ warehouse_id: toOne({}) }),
		purchase_line_id: toOne({}),
		sale_line_id: theOne({
			...soldLine,
			/** Days. */
			customer_lead: amount,
			order_id: theOne({
				...soldOrder,
				commitment_date: instant,
				date_order: instant,
			}),
		}),
	},
	{ order: 'id', limit: DEMAND_READ },
);
export type Demand = RowOf<typeof demand>;

/** What lies in the warehouse that the order is for. */
export const stock = relatedTotals(
	{
		name: 'stock',
		what: 'stock',
		model: 'stock.quant',
		domain: [
			['location_id.usage', '=', 'internal'],
			['location_id.warehouse_id', 'in', { of: 'picking_type_id.warehouse_id' }],
		],
	},
	['quantity', 'reserved_quantity'],
	{ field: 'product_id', of: 'order_line.product_id' },
);
export type Stock = RowOf<typeof stock>;

export const ORDERS_READ = 1000;

/** What came from the supplier lately. */
export const receipts = relatedRecords(
	{
		name: 'receipts',
		what: 'earlier receipts',
		model: 'purchase.order',
		domain: [
			['id', 'not in', { of: 'id' }],
			['partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['state', 'in', ['purchase', 'done']],
			['effective_date', '>=', { daysAgo: 90 }],
		],
	},
	{ date_planned: instant, effective_date: instant },
	{ order: 'id desc', limit: ORDERS_READ },
);

/** Lines of which something has still to come. */
export function awaitedLines({ order_line }: PlacedOrder): PlacedLine[] {
	return order_line.filter(
		(one) =>
			one.display_type === null && one.product_id !== null && one.qty_received < one.product_qty,
	);
}
