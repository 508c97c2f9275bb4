import type { FactDeclaration, RecordAnswer } from '../Area';
import { companyAmount } from '../facts/companyAmount';
import { customerTier, isTopTier } from '../facts/customerTier';
import { daysUntil } from '../facts/daysUntil';
import { percentOf } from '../facts/percentOf';
import { productCategories } from '../facts/productCategories';
import { totalQuantity } from '../facts/roundQuantity';
import { type Derived, Unknown } from '../facts/Unknown';
import { COMPETING_LIMIT, competingMoves, stock, type Delivery, type Stock } from './delivery';
import { rankDeliveries, saleMargin, type Contender } from './ranking';
import { demandsOf, splitStock, stockOf, type Demand, type ProductSplit } from './split';

export const inventoryAllocationFactDeclarations = {
	shortQuantity: { type: 'number', label: 'Quantity short' },
	shortLines: { type: 'number', label: 'Products short' },
	shortPercent: { type: 'number', unit: '%', label: 'Most short of a product' },
	coveredByFreeStock: { type: 'number', label: 'Of it covered by free stock' },
	shortAfterwards: { type: 'number', label: 'Quantity short after the split' },
	competingOrders: { type: 'number', label: 'Competing deliveries' },
	rankAmongCompeting: { type: 'number', label: 'Rank among them' },
	customerTier: { type: 'string', label: 'Customer tier' },
	takesFromOthers: { type: 'boolean', label: 'Takes from other deliveries' },
	takesFromTopTier: { type: 'boolean', label: 'Takes from a customer of the top tier' },
	deliveriesThatLose: { type: 'number', label: 'Deliveries that lose stock' },
	negativeStock: { type: 'boolean', label: 'More is reserved than there is' },
	orderAmount: { type: 'number', unit: 'money', label: 'Order value without tax' },
	currency: { type: 'string', label: 'Company currency' },
	orderMarginPercent: { type: 'number', unit: '%', label: 'Margin of the order' },
	daysToDeadline: { type: 'number', unit: 'days', label: 'Time until the promised delivery' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the customer' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type InventoryAllocationFacts = Record<
	keyof typeof inventoryAllocationFactDeclarations,
	Derived
>;

/** A split of what the delivery is short of, with the ranking that it follows. */
export interface Allocation {
	ranking: Contender[];
	splits: ProductSplit[];
}

/**
 * The split that the rules propose, or why there is none.
 *
 * @param now ISO 8601
 */
export function proposeSplit(
	delivery: Delivery,
	answer: RecordAnswer,
	now: string,
): Allocation | Unknown {
	const [moves, quants] = [competingMoves.from(answer), stock.from(answer)];
	if (moves instanceof Unknown) return moves;
	if (quants instanceof Unknown) return quants;
	if (moves.length >= COMPETING_LIMIT) return new Unknown('too many deliveries compete');
	const ranking = rankDeliveries(delivery, moves);
	if (ranking instanceof Unknown) return ranking;
	return { ranking, splits: splitStock(delivery, moves, { ranking, stock: quants, now }) };
}

/**
 * Derives what policies compare from a delivery, the stock and what else wants it. Quantities are in
 * the units of the products, added up over all of them; shares are rounded up.
 *
 * @param now ISO 8601
 */
export function inventoryAllocationFacts(
	delivery: Delivery,
	answer: RecordAnswer,
	now: string,
): InventoryAllocationFacts {
	const { company_id: company, sale_id: sale, partner_id: customer } = delivery;
	const quants = stock.from(answer);
	const demands = demandsOf(delivery);
	return {
		...shortage(demands),
		...stockFacts(demands, quants),
		...splitFacts(delivery, proposeSplit(delivery, answer, now)),
		competingOrders: competingOrders(answer),
		customerTier: sale ? customerTier(sale.partner_id) : new Unknown('it is for no sales order'),
		orderAmount: sale
			? companyAmount(sale, sale.amount_untaxed)
			: new Unknown('it is for no sales order'),
		currency: company.currency_id.name,
		orderMarginPercent: saleMargin(sale),
		daysToDeadline:
			delivery.date_deadline === null
				? new Unknown('no delivery is promised')
				: daysUntil(delivery.date_deadline, now),
		company: company.display_name,
		region: customer?.country_id?.display_name ?? new Unknown('the customer has no country'),
		productCategory: productCategories(delivery.move_ids),
	};
}

function shortOf({ wants, has }: Pick<Demand, 'wants' | 'has'>): number {
	return Math.max(0, wants - has);
}

function shortage(
	demands: readonly Demand[],
): Pick<InventoryAllocationFacts, 'shortQuantity' | 'shortLines' | 'shortPercent'> {
	const short = demands.filter((demand) => shortOf(demand) > 0);
	return {
		shortQuantity: totalQuantity(short, shortOf),
		shortLines: short.length,
		shortPercent: Math.max(0, ...short.map((one) => percentOf(shortOf(one), one.wants))),
	};
}

function stockFacts(
	demands: readonly Demand[],
	quants: Stock[] | Unknown,
): Pick<InventoryAllocationFacts, 'coveredByFreeStock' | 'negativeStock'> {
	if (quants instanceof Unknown) return { coveredByFreeStock: quants, negativeStock: quants };
	const there = demands.map((demand) => ({ demand, ...stockOf(quants, demand.product.id) }));
	return {
		coveredByFreeStock: totalQuantity(there, ({ demand, onHand, reserved }) =>
			Math.min(shortOf(demand), Math.max(0, onHand - reserved)),
		),
		negativeStock: there.some(({ onHand, reserved }) => onHand < Math.max(0, reserved)),
	};
}

function splitFacts(
	delivery: Delivery,
	allocation: Allocation | Unknown,
): Pick<
	InventoryAllocationFacts,
	| 'rankAmongCompeting'
	| 'shortAfterwards'
	| 'takesFromOthers'
	| 'takesFromTopTier'
	| 'deliveriesThatLose'
> {
	if (allocation instanceof Unknown) {
		return {
			rankAmongCompeting: allocation,
			shortAfterwards: allocation,
			takesFromOthers: allocation,
			takesFromTopTier: allocation,
			deliveriesThatLose: allocation,
		};
	}
	const losers = losersOf(allocation);
	const own = allocation.splits.flatMap(({ shares }) =>
		shares.filter(({ contender }) => contender.id === delivery.id),
	);
	return {
		rankAmongCompeting: allocation.ranking.findIndex(({ id }) => id === delivery.id) + 1,
		shortAfterwards: totalQuantity(own, ({ wants, gets }) => Math.max(0, wants - gets)),
		takesFromOthers: losers.length > 0,
		takesFromTopTier: losers.some(({ tier }) => isTopTier(tier)),
		deliveriesThatLose: losers.length,
	};
}

/** Whom the split takes something from, the first of the ranking first. */
export function losersOf({ ranking, splits }: Allocation): Contender[] {
	const lost = new Set(
		splits.flatMap(({ shares }) =>
			shares.filter(({ has, gets }) => gets < has).map(({ contender }) => contender.id),
		),
	);
	return ranking.filter(({ id }) => lost.has(id));
}

function competingOrders(answer: RecordAnswer): number | Unknown {
	const moves = competingMoves.from(answer);
	return moves instanceof Unknown
		? moves
		: new Set(moves.map(({ picking_id }) => picking_id.id)).size;
}
