import {
	amount,
	currency,
	display,
	ifThere,
	recordReading,
	text,
	theOne,
	toMany,
	toOne,
	word,
} from '../reading/fields';
import { notesOn } from '../reading/notesOn';
import { relatedRecords } from '../reading/related';
import { unit } from '../reading/unit';
import { goods } from '../reading/valued';

/** What is read of goods that are to be written off. */
export const scrapReading = recordReading('stock.scrap', {
	name: word,
	state: word,
	create_uid: toOne(display),
	write_uid: toOne(display),
	company_id: theOne({ ...display, currency_id: currency }),
	...goods,
	scrap_qty: amount,
	product_uom_id: theOne(unit),
	location_id: theOne(display),
	picking_id: toOne(display),
	/** The document that led to it. */
	origin: text,
	scrap_reason_tag_ids: ifThere(toMany(display)),
});

export type Scrap = ReturnType<typeof scrapReading.read>;

/** What there is of the product where it is to be taken from, whatever lot, package and owner. */
export const stockThere = relatedRecords(
	{
		name: 'stockThere',
		what: 'stock',
		model: 'stock.quant',
		domain: [
			['product_id', 'in', { of: 'product_id' }],
			['location_id', 'in', { of: 'location_id' }],
		],
	},
	{ quantity: amount, lot_id: toOne({}), package_id: toOne({}), owner_id: toOne({}) },
	{ order: 'id', limit: 5000 },
);

export type StockThere = Extract<ReturnType<typeof stockThere.from>, unknown[]>[number];

/** As many as one search gives. */
export const WRITE_OFF_LIMIT = 1000;

/** What the same person, or anybody from the same place, has written off in the last 30 days. */
export const writtenOff = relatedRecords(
	{
		name: 'writtenOff',
		what: 'earlier write-offs',
		model: 'stock.scrap',
		domain: [
			['id', 'not in', { of: 'id' }],
			['company_id', 'in', { of: 'company_id' }],
			['state', '=', 'done'],
			['date_done', '>=', { daysAgo: 30 }],
			'|',
			['create_uid', 'in', { of: 'create_uid' }],
			['location_id', 'in', { of: 'location_id' }],
		],
	},
	{
		create_uid: toOne({}),
		location_id: theOne({}),
		scrap_qty: amount,
		product_uom_id: theOne(unit),
		product_id: goods.product_id,
		lot_id: goods.lot_id,
		owner_id: goods.owner_id,
	},
	{ order: 'id desc', limit: WRITE_OFF_LIMIT },
);

export type WrittenOff = Extract<ReturnType<typeof writtenOff.from>, unknown[]>[number];

/** What people wrote about it. */
export const notes = notesOn('stock.scrap', 'notes on the write-off');
