import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { countOf } from '../facts/countOf';
import { daysUntilDay } from '../facts/daysUntilDay';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import {
	abovePrice,
	difference,
	matchesOf,
	orderLineOf,
	overOrdered,
	overReceived,
	type Match,
} from './billMatch';
import { isDuplicate, sameAmountBills } from './duplicates';
import { billLines, earlierBills, recentBills, sameReference, type VendorBill } from './vendorBill';

export const invoiceMatchFactDeclarations = {
	billAmount: { type: 'number', unit: 'money', label: 'Bill value without tax' },
	currency: { type: 'string', label: 'Company currency' },
	aboveOrderPricePercent: { type: 'number', unit: '%', label: 'Most above the price ordered' },
	overOrderedQuantity: { type: 'number', label: 'Most billed beyond what was ordered, in units' },
	overReceivedQuantity: {
		type: 'number',
		label: 'Most billed beyond what was received, in units',
	},
	differenceAmount: {
		type: 'number',
		unit: 'money',
		label: 'Asked beyond what order and receipt justify',
	},
	linesWithoutOrder: { type: 'number', label: 'Lines that no order is behind' },
	isOtherSupplier: { type: 'boolean', label: 'Ordered from another supplier' },
	isDuplicate: { type: 'boolean', label: 'Same reference as another bill of the supplier' },
	sameAmountBills: { type: 'number', label: 'Bills of the supplier with the same date and total' },
	daysToDue: { type: 'number', unit: 'days', label: 'Time until payment is due' },
	supplierBills: { type: 'number', label: 'Earlier bills of the supplier' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the supplier' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type InvoiceMatchFacts = Record<keyof typeof invoiceMatchFactDeclarations, Derived>;

/**
 * Derives what policies compare from a vendor bill, its orders and their receipts.
 *
 * Prices are compared net of discounts and taxes, for one unit of the product; quantities count all
 * bills in the books. Shares and quantities are rounded up, to the stricter side.
 *
 * @param now ISO 8601
 */
export function invoiceMatchFacts(
	bill: VendorBill,
	answer: RecordAnswer,
	now: string,
): InvoiceMatchFacts {
	const { company_id: company } = bill;
	const lines = billLines(bill);
	const recent = recentBills.from(answer);
	return {
		billAmount: roundMoney(-bill.amount_untaxed_signed, company.currency_id.decimal_places),
		currency: company.currency_id.name,
		...orderFacts(bill, matchesOf(bill)),
		differenceAmount: difference(bill),
		linesWithoutOrder: lines.filter((line) => orderLineOf(line) === null).length,
		isDuplicate: isDuplicate(bill, sameReference.from(answer), recent),
		sameAmountBills: sameAmountBills(bill, recent),
		daysToDue:
			bill.invoice_date_due === null
				? new Unknown('the bill has no due date')
				: daysUntilDay(bill.invoice_date_due, now),
		supplierBills: countOf(earlierBills.from(answer)),
		company: company.display_name,
		region: bill.partner_id?.country_id?.display_name ?? new Unknown('the supplier has no country'),
		productCategory: productCategories(lines),
	};
}

/** What the lines that come from an order are compared with. */
function orderFacts(
	bill: VendorBill,
	matches: readonly Match[],
): Pick<
	InvoiceMatchFacts,
	'aboveOrderPricePercent' | 'overOrderedQuantity' | 'overReceivedQuantity' | 'isOtherSupplier'
> {
	if (matches.length === 0) {
		const none = new Unknown('no line comes from an order');
		return {
			aboveOrderPricePercent: none,
			overOrderedQuantity: none,
			overReceivedQuantity: none,
			isOtherSupplier: none,
		};
	}
	const supplierId = bill.commercial_partner_id?.id;
	return {
		aboveOrderPricePercent: mostAbove(matches.map((match) => abovePrice(bill, match))),
		overOrderedQuantity: Math.max(...matches.map((match) => overOrdered(bill, match))),
		overReceivedQuantity: Math.max(...matches.map((match) => overReceived(bill, match))),
		isOtherSupplier: matches.some(
			({ order }) => order.order_id.partner_id.commercial_partner_id?.id !== supplierId,
		),
	};
}

/** 0 when no price is above the one ordered. */
function mostAbove(percents: ReadonlyArray<number[] | Unknown>): number | Unknown {
	const unknown = percents.find((one) => one instanceof Unknown);
	if (unknown) return unknown;
	return Math.max(0, ...percents.flatMap((one) => (one instanceof Unknown ? [] : one)));
}
