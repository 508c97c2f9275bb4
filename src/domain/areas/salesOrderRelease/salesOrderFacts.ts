import { toSmallestUnits } from '../../money';
import type { FactDeclaration } from '../Area';
import { companyAmount } from '../facts/companyAmount';
import { customerRegion } from '../facts/customerRegion';
import { customerTier } from '../facts/customerTier';
import { daysUntil } from '../facts/daysUntil';
import { paymentTermDays } from '../facts/paymentTermDays';
import { orderMarginPercent } from '../facts/orderMarginPercent';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { goodsLines, type SaleOrder } from './saleOrder';

export const salesOrderFactDeclarations = {
	orderAmount: { type: 'number', unit: 'money', label: 'Order value without tax' },
	currency: { type: 'string', label: 'Company currency' },
	marginPercent: { type: 'number', unit: '%', label: 'Margin' },
	maxDiscountPercent: { type: 'number', unit: '%', label: 'Highest discount' },
	linesBelowCost: { type: 'number', label: 'Lines sold below cost' },
	linesWithoutCost: { type: 'number', label: 'Lines of goods without a cost' },
	customerTier: { type: 'string', label: 'Customer tier' },
	paymentTermDays: { type: 'number', unit: 'days', label: 'Longest payment term' },
	daysToCommitment: { type: 'number', unit: 'days', label: 'Time until the promised delivery' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Region of the customer' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

/**
 * Derives what policies compare from a sales order.
 *
 * Shares and times have two decimals and are rounded to the stricter side (a margin down, a discount
 * up), so that a value which reads as being at a limit is at it.
 *
 * @param now ISO 8601
 */
export function salesOrderFacts(
	order: SaleOrder,
	now: string,
): Record<keyof typeof salesOrderFactDeclarations, Derived> {
	const lines = goodsLines(order);
	return {
		orderAmount: companyAmount(order, order.amount_untaxed),
		currency: order.company_id.currency_id.name,
		marginPercent: orderMarginPercent(order),
		maxDiscountPercent: maxDiscountPercent(order),
		linesBelowCost: lines.filter((line) => !isDeduction(line) && line.margin < 0).length,
		linesWithoutCost: lines.filter(
			(line) => line.product_id?.type === 'consu' && line.purchase_price === 0,
		).length,
		customerTier: customerTier(order.partner_id),
		paymentTermDays: paymentTermDays(order.payment_term_id),
		daysToCommitment: daysToCommitment(order, now),
		company: order.company_id.display_name,
		region: customerRegion(order.partner_id),
		productCategory: productCategories(lines),
	};
}

/** The highest discount of any line, or of the whole order where it is deducted in lines of its own. */
function maxDiscountPercent(order: SaleOrder): number {
	const { decimal_places: places } = order.currency_id;
	const lines = goodsLines(order);
	const sum = (some: typeof lines) =>
		some.reduce((total, line) => total + toSmallestUnits(line.price_subtotal, places), 0);
	const deducted = -sum(lines.filter(isDeduction));
	const full = sum(lines.filter((line) => line.price_subtotal > 0));
	const ofOrder = full > 0 ? Math.ceil((deducted * 10_000) / full) / 100 : 0;
	return Math.max(0, ofOrder, ...lines.map(({ discount }) => discount));
}

/** A discount on the whole order is a line with a negative price. */
function isDeduction(line: SaleOrder['order_line'][number]): boolean {
	return line.price_unit < 0 && line.product_uom_qty > 0;
}

function daysToCommitment({ commitment_date: promised }: SaleOrder, now: string): number | Unknown {
	return promised === null ? new Unknown('no delivery is promised') : daysUntil(promised, now);
}
