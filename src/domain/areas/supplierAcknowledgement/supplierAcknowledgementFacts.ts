import type { FactDeclaration, RecordAnswer } from '../Area';
import { companyAmount } from '../facts/companyAmount';
import { daysSince } from '../facts/daysSince';
import { goodsValue } from '../facts/goodsValue';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { contracts } from '../reading/priceLists';
import { boughtLines } from '../reading/purchaseLine';
import { lateness } from './agreedDates';
import { goodsAtRisk, type AtRisk } from './ordersAtRisk';
import {
	approvals,
	demand,
	DEMAND_READ,
	ORDERS_READ,
	receipts,
	stock,
	type PlacedOrder,
} from './placedOrder';

export const supplierAcknowledgementFactDeclarations = {
	orderAmount: { type: 'number', unit: 'money', label: 'Order value without tax' },
	currency: { type: 'string', label: 'Company currency' },
	isAcknowledged: { type: 'boolean', label: 'Acknowledged by the supplier' },
	isConfirmedInPortal: { type: 'boolean', label: 'Confirmed in the portal of the supplier' },
	daysSinceOrdered: { type: 'number', unit: 'days', label: 'Time since it was ordered' },
	latestDaysLate: { type: 'number', unit: 'days', label: 'Latest line beyond what was agreed' },
	linesLate: { type: 'number', label: 'Lines later than agreed' },
	ordersAtRisk: { type: 'number', label: 'Sales orders promised before the goods come' },
	valueAtRisk: { type: 'number', unit: 'money', label: 'Value promised before the goods come' },
	supplierLate90Days: { type: 'number', label: 'Orders the supplier delivered late in 90 days' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type SupplierAcknowledgementFacts = Record<
	keyof typeof supplierAcknowledgementFactDeclarations,
	Derived
>;

/** What is promised to customers before it comes, or why that is not known. */
export function riskOf(order: PlacedOrder, answer: RecordAnswer): AtRisk[] | Unknown {
	const [moves, quants] = [demand.from(answer), stock.from(answer)];
	if (moves instanceof Unknown) return moves;
	if (quants instanceof Unknown) return quants;
	if (moves.length === DEMAND_READ) return new Unknown('too many deliveries wait for the products');
	return goodsAtRisk(order, moves, quants);
}

/**
 * Derives what policies compare from an order whose dates have changed, and from what was read
 * beside it. Dates are those that stand in Odoo, compared by the day.
 *
 * @param now ISO 8601
 */
export function supplierAcknowledgementFacts(
	order: PlacedOrder,
	answer: RecordAnswer,
	now: string,
): SupplierAcknowledgementFacts {
	const days = lateness(order, approvals.from(answer), contracts.from(answer));
	const risk = riskOf(order, answer);
	const places = order.company_id.currency_id.decimal_places;
	return {
		orderAmount: companyAmount(order, order.amount_untaxed),
		currency: order.company_id.currency_id.name,
		isAcknowledged: isAcknowledged(order),
		isConfirmedInPortal: new Unknown('no portal was asked'),
		daysSinceOrdered: order.date_approve
			? daysSince(order.date_approve, now)
			: new Unknown('the order has no date of approval'),
		latestDaysLate: days instanceof Unknown ? days : Math.max(0, ...days),
		linesLate: days instanceof Unknown ? days : days.filter((one) => one > 0).length,
		ordersAtRisk: risk instanceof Unknown ? risk : orderIds(risk).size,
		valueAtRisk: risk instanceof Unknown ? risk : goodsValue(risk, places),
		supplierLate90Days: supplierLate(answer),
		company: order.company_id.display_name,
		region: order.partner_id.country_id?.display_name ?? new Unknown('the supplier has no country'),
		productCategory: productCategories(boughtLines(order)),
	};
}

function orderIds(risk: readonly AtRisk[]): Set<number> {
	return new Set(risk.map(({ move }) => move.sale_line_id.order_id.id));
}

/** Odoo 17 and 18 know whether a mail was confirmed, later ones whether the order was acknowledged. */
function isAcknowledged({
	acknowledged,
	mail_reception_confirmed: received,
	mail_reminder_confirmed: reminded,
}: PlacedOrder): boolean | Unknown {
	const known = [acknowledged, received, reminded].filter((one) => one !== undefined);
	if (known.length === 0) return new Unknown('this Odoo does not say');
	return known.includes(true);
}

/** What came after the day for which it was planned. */
function supplierLate(answer: RecordAnswer): number | Unknown {
	const orders = receipts.from(answer);
	if (orders instanceof Unknown) return orders;
	if (orders.length === ORDERS_READ) return new Unknown('the supplier has too many orders');
	return orders.filter(
		({ date_planned: planned, effective_date: came }) =>
			planned && came && came.startOf('day') > planned.startOf('day'),
	).length;
}
