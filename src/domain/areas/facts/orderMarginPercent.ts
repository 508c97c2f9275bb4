import { toSmallestUnits } from '../../money';
import { Unknown } from './Unknown';

interface Sold {
	currency_id: { decimal_places: number };
	amount_untaxed: number;
	margin: number;
}

/**
 * Margin of a sales order in percent of its value, two decimals, rounded down. An order without
 * value has no margin that could be compared.
 */
export function orderMarginPercent(order: Sold): number | Unknown {
	const { decimal_places: places } = order.currency_id;
	const value = toSmallestUnits(order.amount_untaxed, places);
	if (value <= 0) return new Unknown('the order has no value');
	return Math.floor((toSmallestUnits(order.margin, places) * 10_000) / value) / 100;
}
