import type { Goods } from '../reading/valued';
import { Unknown } from './Unknown';

/** What one unit of the product costs, in the company's currency: of its lot, where lots are valued. */
export function unitCost({
	product_id: product,
	lot_id: lot,
	owner_id: owner,
}: Pick<Goods, 'product_id' | 'lot_id' | 'owner_id'>): number | Unknown {
	if (owner !== null) return new Unknown('the goods belong to somebody else');
	const ofLot = product.lot_valuated === true ? lot?.standard_price : undefined;
	const cost = ofLot ?? product.standard_price;
	return cost > 0 ? cost : new Unknown('the product has no cost');
}
