import type { FactDeclaration, RecordAnswer } from '../Area';
import { companyAmount } from '../facts/companyAmount';
import { countOf, hasAny } from '../facts/countOf';
import { daysUntil } from '../facts/daysUntil';
import { percentAbove } from '../facts/percentAbove';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { contractPrice, leadTime, paidPrice, type Contract } from '../facts/purchasePrices';
import { contracts } from '../reading/priceLists';
import { boughtLines, type PurchaseLine } from '../reading/purchaseLine';
import { purchaseNotes } from '../reading/purchaseNotes';
import type { RowOf } from '../reading/related';
import { earlierOrders, lastBought, releasedBefore, type PurchaseOrder } from './purchaseOrder';

type BoughtBefore = RowOf<typeof lastBought>;

export const procurementFactDeclarations = {
	orderAmount: { type: 'number', unit: 'money', label: 'Order value without tax' },
	currency: { type: 'string', label: 'Company currency' },
	aboveLastPricePercent: { type: 'number', unit: '%', label: 'Most above the last price paid' },
	aboveContractPercent: {
		type: 'number',
		unit: '%',
		label: "Most above the supplier's price list",
	},
	linesWithoutReference: { type: 'number', label: 'Lines with no price to compare with' },
	supplierOrders: { type: 'number', label: 'Earlier orders with the supplier' },
	isUrgent: { type: 'boolean', label: 'Urgent' },
	isJustified: { type: 'boolean', label: 'Justified in writing' },
	daysToReceipt: { type: 'number', unit: 'days', label: 'Time until the planned receipt' },
	leadTimeDays: { type: 'number', unit: 'days', label: 'Lead time of the supplier' },
	isAboveBudget: { type: 'boolean', label: 'Above budget' },
	isChange: { type: 'boolean', label: 'Changed after it was approved' },
	aboveApprovedPercent: { type: 'number', unit: '%', label: 'Above the value approved before' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type ProcurementFacts = Record<keyof typeof procurementFactDeclarations, Derived>;

/**
 * Derives what policies compare from a purchase order and what was read beside it.
 *
 * Prices are compared net of discounts and taxes, for one unit of the product, in the company's
 * currency; shares are rounded up, to the stricter side.
 *
 * @param now ISO 8601
 */
export function procurementFacts(
	order: PurchaseOrder,
	answer: RecordAnswer,
	now: string,
): ProcurementFacts {
	const lines = boughtLines(order);
	const orderAmount = companyAmount(order, order.amount_untaxed);
	const receipt = receiptFacts(order, contracts.from(answer), now);
	return {
		orderAmount,
		currency: order.company_id.currency_id.name,
		...priceFacts(order, lines, answer, now),
		supplierOrders: countOf(earlierOrders.from(answer)),
		...receipt,
		isJustified: hasAny(purchaseNotes.from(answer)),
		isAboveBudget: order.is_above_budget ?? new Unknown('budgets come with Odoo Enterprise'),
		...changeFacts(order, orderAmount, answer),
		company: order.company_id.display_name,
		region: order.partner_id.country_id?.display_name ?? new Unknown('the supplier has no country'),
		productCategory: productCategories(lines),
	};
}

/** What the prices of the order are compared with: what was paid last, and what was agreed. */
function priceFacts(
	order: PurchaseOrder,
	lines: readonly PurchaseLine[],
	answer: RecordAnswer,
	now: string,
): Pick<
	ProcurementFacts,
	'aboveLastPricePercent' | 'aboveContractPercent' | 'linesWithoutReference'
> {
	const [bought, list] = [lastBought.from(answer), contracts.from(answer)];
	const compared = lines.map((line) => ({
		price: paidPrice(order, line),
		last: bought instanceof Unknown ? null : lastPriceOf(line, bought),
		agreed: list instanceof Unknown ? null : contractPrice(line, list, now),
	}));
	const without = compared.filter(({ last, agreed }) => last === null && agreed === null);
	return {
		aboveLastPricePercent:
			bought instanceof Unknown ? bought : mostAbove(compared, ({ last }) => last),
		aboveContractPercent:
			list instanceof Unknown ? list : mostAbove(compared, ({ agreed }) => agreed),
		linesWithoutReference: without.length,
	};
}

interface Compared {
	price: number | null;
	last: number | null;
	agreed: number | null;
}

/** The line that is furthest above what it is compared with; 0 when none is above it. */
function mostAbove(
	compared: readonly Compared[],
	referenceOf: (one: Compared) => number | null,
): number {
	const percents = compared.flatMap((one) => {
		const reference = referenceOf(one);
		return one.price === null || reference === null ? [] : percentAbove(one.price, reference);
	});
	return Math.max(0, ...percents);
}

function lastPriceOf(line: PurchaseLine, bought: readonly BoughtBefore[]): number | null {
	const last = bought.find(({ product_id }) => product_id.id === line.product_id?.id);
	return last ? paidPrice(last.order_id, last) : null;
}

/** Urgent is what somebody has marked so, and what is to come sooner than the supplier delivers. */
function receiptFacts(
	order: PurchaseOrder,
	list: Contract[] | Unknown,
	now: string,
): Pick<ProcurementFacts, 'isUrgent' | 'daysToReceipt' | 'leadTimeDays'> {
	const daysToReceipt =
		order.date_planned === null
			? new Unknown('no receipt is planned')
			: daysUntil(order.date_planned, now);
	const leadTimeDays = longestLeadTime(order, list, now);
	const isTooSoon =
		typeof daysToReceipt === 'number' &&
		typeof leadTimeDays === 'number' &&
		Math.ceil(daysToReceipt) < leadTimeDays;
	return { isUrgent: order.priority === '1' || isTooSoon, daysToReceipt, leadTimeDays };
}

function longestLeadTime(
	order: PurchaseOrder,
	list: Contract[] | Unknown,
	now: string,
): number | Unknown {
	if (list instanceof Unknown) return list;
	const days = boughtLines(order).flatMap((line) => leadTime(line, list, now) ?? []);
	if (days.length === 0) return new Unknown('the price list has nothing of what is on the order');
	return Math.max(...days);
}

function changeFacts(
	{ state }: PurchaseOrder,
	orderAmount: number | Unknown,
	answer: RecordAnswer,
): Pick<ProcurementFacts, 'isChange' | 'aboveApprovedPercent'> {
	if (state !== 'purchase' && state !== 'done') {
		return { isChange: false, aboveApprovedPercent: new Unknown('it was not approved before') };
	}
	const released = releasedBefore.from(answer);
	const [before] = released instanceof Unknown ? [] : released;
	const isComparable = before !== undefined && before.x_amount > 0;
	if (orderAmount instanceof Unknown || !isComparable) {
		return { isChange: true, aboveApprovedPercent: new Unknown('no earlier value is known') };
	}
	return { isChange: true, aboveApprovedPercent: percentAbove(orderAmount, before.x_amount) };
}
