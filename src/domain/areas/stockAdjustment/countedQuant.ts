import {
	amount,
	currency,
	day,
	display,
	flag,
	recordReading,
	theOne,
	toOne,
} from '../reading/fields';
import { peopleBehind } from '../reading/people';
import { relatedTotals } from '../reading/related';
import { goods } from '../reading/valued';

/** What is read of stock that was counted. All quantities are in the unit of the product. */
export const countedQuantReading = recordReading('stock.quant', {
	...peopleBehind,
	/** A place may belong to no company. */
	company_id: toOne({ ...display, currency_id: currency }),
	...goods,
	location_id: theOne(display),
	quantity: amount,
	reserved_quantity: amount,
	inventory_quantity: amount,
	/** Whether a count waits to be applied. */
	inventory_quantity_set: flag,
	/** By how much the count was off when it was made. */
	inventory_diff_quantity: amount,
	last_count_date: day,
});

export type CountedQuant = ReturnType<typeof countedQuantReading.read>;

/** Counts of the product in the place that changed its stock in the last 90 days. */
export const adjustments = relatedTotals(
	{
		name: 'adjustments',
		what: 'earlier adjustments',
		model: 'stock.move',
		domain: [
			['is_inventory', '=', true],
			['state', '=', 'done'],
			['quantity', '!=', 0],
			['product_id', 'in', { of: 'product_id' }],
			['date', '>=', { daysAgo: 90 }],
			'|',
			['location_id', 'in', { of: 'location_id' }],
			['location_dest_id', 'in', { of: 'location_id' }],
		],
	},
	[],
);
