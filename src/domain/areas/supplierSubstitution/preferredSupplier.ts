import { isInForce } from '../facts/purchasePrices';
import { boughtLines, type PurchaseLine } from '../reading/purchaseLine';
import type { Seller, SubstitutableOrder } from './substitutableOrder';

interface Product {
	id: number;
	product_tmpl_id: { id: number };
}

/** A contact counts as the company behind it. */
type Partner = Seller['partner_id'];

/** A line that is bought from somebody else than the preferred supplier of its product. */
export interface Substituted {
	line: PurchaseLine;
	preferred: Partner;
	/** The price list of the preferred supplier. */
	list: Seller[];
}

/**
 * Whom Odoo proposes to buy a product from: the first of its price lists that is in force, whatever
 * its least quantity; `null` where there is none.
 *
 * @param sellers in Odoo's order
 * @param now ISO 8601
 */
export function preferredSupplier(
	product: Product,
	sellers: readonly Seller[],
	now: string,
): Partner | null {
	return sellers.find((one) => isInForce(one, product, now))?.partner_id ?? null;
}

export function substitutedLines(
	order: SubstitutableOrder,
	sellers: readonly Seller[],
	now: string,
): Substituted[] {
	return boughtLines(order).flatMap((line) => {
		const preferred = line.product_id && preferredSupplier(line.product_id, sellers, now);
		if (!preferred || isSame(preferred, order.partner_id)) return [];
		return [{ line, preferred, list: sellers.filter((one) => isSame(one.partner_id, preferred)) }];
	});
}

export function isSame(left: Partner, right: Partner): boolean {
	return companyOf(left) === companyOf(right);
}

function companyOf({ id, commercial_partner_id: company }: Partner): number {
	return company?.id ?? id;
}
