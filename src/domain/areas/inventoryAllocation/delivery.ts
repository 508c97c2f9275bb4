import {
	amount,
	currency,
	day,
	display,
	flag,
	ifThere,
	instant,
	recordReading,
	theOne,
	toMany,
	toOne,
	word,
	type RecordOf,
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { relatedRecords, relatedTotals } from '../reading/related';
import { tags } from '../reading/tags';
import { moveEditor } from '../reading/transferPeople';

const sale = {
	...display,
	partner_id: theOne({ ...display, ...tags }),
	company_id: theOne({ currency_id: currency }),
	currency_id: currency,
	/** Units of the order's currency for one of the company's. */
	currency_rate: amount,
	amount_untaxed: amount,
	/** Of the module sale_margin. */
	margin: ifThere(amount),
	user_id: toOne(display),
};

/** What decides how deliveries rank. */
const ranked = {
	/** By when the customer was promised the goods. */
	date_deadline: instant,
	/** Of the module sale_stock. */
	sale_id: ifThere(toOne(sale)),
};

const move = {
	state: word,
	product_id: theOne({ ...display, categ_id: toOne(display), uom_id: theOne(display) }),
	location_id: theOne({}),
	/** Of the product, as what is reserved on its lines. */
	product_qty: amount,
	move_line_ids: toMany({ quantity_product_uom: amount }),
	/** Whether it is on its way already: then Odoo neither reserves nor frees anything of it. */
	picked: flag,
	/** What it takes may also come from another transfer, or be made or bought for it. */
	procure_method: word,
	move_orig_ids: toMany({}),
	/** From when on Odoo reserves for it. */
	reservation_date: day,
};

/** What is read of a delivery. */
export const deliveryReading = recordReading('stock.picking', {
	name: word,
	state: word,
	...peopleBehind,
	partner_id: toOne({ ...display, country_id: toOne(display) }),
	company_id: theOne({ ...display, currency_id: currency }),
	location_id: theOne(display),
	...ranked,
	move_ids: toMany({ ...move, product_uom_qty: amount, quantity: amount, ...moveEditor }),
});

export type Delivery = ReturnType<typeof deliveryReading.read>;
export type Sale = RecordOf<typeof sale>;
export type DeliveryMove = RecordOf<typeof move>;

/** As many as one search gives; where there are more, nobody knows how they rank. */
export const COMPETING_LIMIT = 1000;

/** Open moves of other deliveries that want the same products from the same place. */
export const competingMoves = relatedRecords(
	{
		name: 'competingMoves',
		what: 'competing deliveries',
		model: 'stock.move',
		domain: [
			['state', 'in', ['confirmed', 'waiting', 'partially_available', 'assigned']],
			['product_id', 'in', { of: 'move_ids.product_id' }],
			['location_id', 'in', { of: 'location_id' }],
			['picking_type_id.code', '=', 'outgoing'],
			['picking_id', '!=', false],
			['picking_id', 'not in', { of: 'id' }],
		],
	},
	{ ...move, picking_id: theOne({ ...display, ...ranked }) },
	{ order: 'id', limit: COMPETING_LIMIT },
);

export type CompetingMove = Extract<ReturnType<typeof competingMoves.from>, unknown[]>[number];

/** What there is of each product where the delivery takes it from, and what is reserved of it. */
export const stock = relatedTotals(
	{
		name: 'stock',
		what: 'stock',
		model: 'stock.quant',
		domain: [['location_id', 'child_of', { of: 'location_id' }]],
	},
	['quantity', 'reserved_quantity'],
	{ field: 'product_id', of: 'move_ids.product_id' },
);

export type Stock = Extract<ReturnType<typeof stock.from>, unknown[]>[number];

/** Whether a move waits for stock itself, and not for another transfer that brings it. */
export function takesFromStock({
	state,
	procure_method,
	move_orig_ids: origins,
}: DeliveryMove): boolean {
	return (
		['confirmed', 'partially_available', 'assigned'].includes(state) &&
		procure_method === 'make_to_stock' &&
		origins.length === 0
	);
}
