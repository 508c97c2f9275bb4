import {
	amount,
	display,
	instant,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
	word,
	type RecordOf,
} from '../reading/fields';
import { relatedRecords, relatedTotals } from '../reading/related';
import { customerTransfer, goodsMove } from '../reading/transfer';
import { unit } from '../reading/unit';

const quantities = {
	state: word,
	product_uom: theOne(unit),
	/** What is to move, in the unit of the product. */
	product_qty: amount,
	/** What is reserved, or was moved, in the unit of the move. */
	quantity: amount,
};

const returnedMove = {
	...goodsMove,
	/** What was delivered then, and all that came or comes back of it. */
	origin_returned_move_id: toOne({
		...quantities,
		picking_id: toOne({ ...display, date_done: instant, note: text }),
		returned_move_ids: toMany(quantities),
	}),
};

/** What is read of a return: a transfer that brings delivered goods back from a customer. */
export const customerReturnReading = recordReading('stock.picking', {
	...customerTransfer,
	move_ids: toMany(returnedMove),
});

export type CustomerReturn = ReturnType<typeof customerReturnReading.read>;
export type ReturnedMove = RecordOf<typeof returnedMove>;
export type Quantities = RecordOf<typeof quantities>;

/** Files on the return, and photos on the delivery that it is about. */
export const evidence = relatedTotals(
	{
		name: 'evidence',
		what: 'attachments',
		model: 'ir.attachment',
		domain: [
			['res_model', '=', 'stock.picking'],
			// What a carrier's module puts there, to be printed.
			'!',
			['name', '=ilike', 'LabelReturn-%'],
			'|',
			['res_id', 'in', { of: 'id' }],
			'&',
			['res_id', 'in', { of: 'move_ids.origin_returned_move_id.picking_id' }],
			['mimetype', '=like', 'image/%'],
		],
	},
	[],
);

/** What people wrote about the return, other than the texts that Odoo and n8n write. */
export const notes = relatedTotals(
	{
		name: 'notes',
		what: 'notes on the return',
		model: 'mail.message',
		domain: [
			['model', '=', 'stock.picking'],
			['res_id', 'in', { of: 'id' }],
			['message_type', '=', 'comment'],
		],
	},
	[],
);

export const RETURNS_READ = 1000;

/** Goods that the customer has given back, or is about to, apart from this return. */
export const earlierReturns = relatedRecords(
	{
		name: 'earlierReturns',
		what: 'earlier returns',
		model: 'stock.move',
		domain: [
			['picking_id', 'not in', { of: 'id' }],
			['picking_id.partner_id', 'child_of', { of: 'partner_id.commercial_partner_id' }],
			['company_id', 'in', { of: 'company_id' }],
			['origin_returned_move_id', '!=', false],
			['location_id.usage', '=', 'customer'],
			['state', '!=', 'cancel'],
			['create_date', '>=', { daysAgo: 90 }],
		],
	},
	{ ...goodsMove, picking_id: toOne({ backorder_id: toOne({}) }) },
	{ order: 'id desc', limit: RETURNS_READ },
);
