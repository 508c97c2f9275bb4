import type { FactDeclaration, RecordAnswer } from '../Area';
import { companyAmount } from '../facts/companyAmount';
import { percentBelow } from '../facts/percentBelow';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { hasProofOfDelivery, hoursSinceDelivery, openReturns } from './deliveries';
import { documents, releasedBefore, soldLines, type DeliveredOrder } from './deliveredOrder';
import {
	aboveOrderPercent,
	amountToInvoice,
	deliveredPercent,
	linesNotOrdered,
	linesToCredit,
	linesWithoutPrice,
	undeliveredAmount,
} from './orderToInvoice';

export const shipmentToInvoiceFactDeclarations = {
	toInvoiceAmount: { type: 'number', unit: 'money', label: 'To invoice without tax' },
	currency: { type: 'string', label: 'Company currency' },
	deliveredPercent: { type: 'number', unit: '%', label: 'Share of the goods that was delivered' },
	hoursSinceDelivery: { type: 'number', unit: 'hours', label: 'Time since the last delivery' },
	hasProofOfDelivery: { type: 'boolean', label: 'Proof of every delivery to invoice' },
	aboveOrderPercent: { type: 'number', unit: '%', label: 'Most delivered above what was ordered' },
	linesNotOrdered: { type: 'number', label: 'Lines delivered that nobody ordered' },
	linesWithoutPrice: { type: 'number', label: 'Lines to invoice at nothing' },
	belowReleasedPercent: {
		type: 'number',
		unit: '%',
		label: 'Order value below the one released',
	},
	undeliveredAmount: {
		type: 'number',
		unit: 'money',
		label: 'Goods to invoice that are not delivered',
	},
	openReturns: { type: 'number', label: 'Returns that are not settled' },
	linesToCredit: { type: 'number', label: 'Lines of which too much was invoiced' },
	earlierInvoices: { type: 'number', label: 'Earlier invoices of the order' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the customer' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type ShipmentToInvoiceFacts = Record<
	keyof typeof shipmentToInvoiceFactDeclarations,
	Derived
>;

/**
 * Derives what policies compare from a sales order that was delivered, its transfers and invoices.
 *
 * Shares and times are rounded to the stricter side: what was delivered down, what exceeds up.
 *
 * @param now ISO 8601
 */
export function shipmentToInvoiceFacts(
	order: DeliveredOrder,
	answer: RecordAnswer,
	now: string,
): ShipmentToInvoiceFacts {
	return {
		toInvoiceAmount: companyAmount(order, amountToInvoice(order)),
		currency: order.company_id.currency_id.name,
		deliveredPercent: deliveredPercent(order),
		hoursSinceDelivery: hoursSinceDelivery(order, now),
		hasProofOfDelivery: hasProofOfDelivery(order, documents.from(answer)),
		aboveOrderPercent: aboveOrderPercent(order),
		linesNotOrdered: linesNotOrdered(order),
		linesWithoutPrice: linesWithoutPrice(order),
		belowReleasedPercent: belowReleasedPercent(order, answer),
		undeliveredAmount: companyAmount(order, undeliveredAmount(order)),
		openReturns: openReturns(order),
		linesToCredit: linesToCredit(order),
		earlierInvoices: earlierInvoices(order),
		company: order.company_id.display_name,
		region: order.partner_id.country_id?.display_name ?? new Unknown('the customer has no country'),
		productCategory: productCategories(soldLines(order)),
	};
}

function belowReleasedPercent(order: DeliveredOrder, answer: RecordAnswer): number | Unknown {
	const released = releasedBefore.from(answer);
	if (released instanceof Unknown) return released;
	const value = companyAmount(order, order.amount_untaxed);
	const [before] = released;
	if (before === undefined || before.x_amount <= 0)
		return new Unknown('no approval released the order');
	return value instanceof Unknown ? value : percentBelow(value, before.x_amount);
}

function earlierInvoices({ invoice_ids: invoices }: DeliveredOrder): number | Unknown {
	if (invoices === undefined) return new Unknown('the integration user may not read invoices');
	return invoices.filter(
		({ state, move_type }) => state === 'posted' && move_type === 'out_invoice',
	).length;
}
