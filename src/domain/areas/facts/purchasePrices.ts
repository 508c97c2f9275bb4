import { DateTime } from 'luxon';
import type { contracts } from '../reading/priceLists';
import type { PurchaseLine } from '../reading/purchaseLine';
import type { RowOf } from '../reading/related';
import type { Unit } from '../reading/unit';
import { netPrice } from './netPrice';
import { unitsIn } from './unitsIn';

export type Contract = RowOf<typeof contracts>;
/** What a price list is looked up for. */
type Sought = Pick<PurchaseLine, 'product_id' | 'product_uom_qty'>;

interface Paid {
	/** In the unit of the product. */
	product_uom_qty: number;
	/** Net of discounts and taxes, in the order's currency. */
	price_subtotal: number;
}

/**
 * What one unit of the product costs on a line, net of discounts and taxes, in the company's
 * currency; `null` where the line does not say.
 */
export function paidPrice(
	{ currency_rate: rate }: { currency_rate: number },
	line: Paid,
): number | null {
	return netPrice(line, rate);
}

/**
 * The best price of the supplier's price list for a line, for one unit of the product and in the
 * company's currency; `null` where the list has none that is in force for its quantity.
 *
 * @param now ISO 8601
 */
export function contractPrice(line: Sought, list: readonly Contract[], now: string): number | null {
	const prices = contractsFor(line, list, now).flatMap((one) => priceOf(line, one) ?? []);
	return prices.length === 0 ? null : Math.min(...prices);
}

/** How long the supplier takes for a line, in days; `null` where no price list says. */
export function leadTime(line: Sought, list: readonly Contract[], now: string): number | null {
	const days = contractsFor(line, list, now).map(({ delay }) => delay);
	return days.length === 0 ? null : Math.min(...days);
}

function contractsFor(line: Sought, list: readonly Contract[], now: string): Contract[] {
	const { product_id: product, product_uom_qty: wanted } = line;
	if (!product) return [];
	return list.filter(
		(one) =>
			isInForce(one, product, now) && one.min_qty * unitsIn(unitOf(one), product.uom_id) <= wanted,
	);
}

/** Whether a price list is about a product, and valid today. */
export function isInForce(
	one: Contract,
	product: { id: number; product_tmpl_id: { id: number } },
	now: string,
): boolean {
	const today = DateTime.fromISO(now, { zone: 'utc' }).startOf('day');
	return (
		one.product_tmpl_id.id === product.product_tmpl_id.id &&
		(one.product_id === null || one.product_id.id === product.id) &&
		(one.date_start === null || one.date_start <= today) &&
		(one.date_end === null || one.date_end >= today)
	);
}

function priceOf(line: Sought, contract: Contract): number | null {
	const { price, discount, currency_id: currency } = contract;
	if (currency.rate <= 0) return null;
	const net = (price * (100 - discount)) / 100;
	return net / unitsIn(unitOf(contract), line.product_id?.uom_id) / currency.rate;
}

function unitOf({ product_uom_id, product_uom }: Contract): Unit | null {
	return product_uom_id ?? product_uom ?? null;
}
