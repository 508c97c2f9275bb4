import { DateTime } from 'luxon';
import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { percentOf } from '../facts/percentOf';
import { companyAmount } from '../facts/companyAmount';
import { customerTier } from '../facts/customerTier';
import { paymentTermDays } from '../facts/paymentTermDays';
import { type Derived, Unknown } from '../facts/Unknown';
import type { RelatedReading } from '../reading/related';
import {
	MOST_OPEN_ORDERS,
	oldestDue,
	openOrders,
	overdue,
	owed,
	type CreditedOrder,
} from './creditedOrder';

export const creditFactDeclarations = {
	orderTotal: { type: 'number', unit: 'money', label: 'Order value with tax' },
	currency: { type: 'string', label: 'Company currency' },
	hasCreditLimit: { type: 'boolean', label: 'Has a credit limit' },
	creditLimit: { type: 'number', unit: 'money', label: 'Credit limit' },
	owedAmount: { type: 'number', unit: 'money', label: 'Owed by the books' },
	openOrdersAmount: { type: 'number', unit: 'money', label: 'Confirmed and not invoiced' },
	exposure: { type: 'number', unit: 'money', label: 'Credit exposure with this order' },
	exposurePercent: { type: 'number', unit: '%', label: 'Exposure against the limit' },
	overdueAmount: { type: 'number', unit: 'money', label: 'Overdue' },
	daysOverdue: { type: 'number', unit: 'days', label: 'Oldest amount overdue' },
	creditScore: { type: 'number', label: 'Score of the credit bureau' },
	paymentTermDays: { type: 'number', unit: 'days', label: 'Longest payment term' },
	customerTier: { type: 'string', label: 'Customer tier' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Country of the customer' },
} satisfies Record<string, FactDeclaration>;

export type CreditFacts = Record<keyof typeof creditFactDeclarations, Derived>;

/**
 * Derives what policies compare from a sales order and the customer's books, in the company's currency.
 *
 * The exposure is what the customer owes, what they have ordered and was not invoiced, and this order,
 * all with tax and of the whole company behind a contact.
 *
 * @param now ISO 8601
 */
export function creditFacts(order: CreditedOrder, answer: RecordAnswer, now: string): CreditFacts {
	const { decimal_places: places, name: currency } = order.company_id.currency_id;
	const round = (value: number | Unknown) =>
		value instanceof Unknown ? value : roundMoney(value, places);
	const orderTotal = companyAmount(order, order.amount_total);
	const owedAmount = round(residualOf(inBooks(owed, answer)));
	const openOrdersAmount = round(stillToInvoice(openOrders.from(answer)));
	const exposure = round(sumOf([orderTotal, owedAmount, openOrdersAmount]));
	const creditLimit = limitOf(order, answer);
	return {
		orderTotal,
		currency,
		hasCreditLimit: hasLimit(order, answer),
		creditLimit,
		owedAmount,
		openOrdersAmount,
		exposure,
		exposurePercent: shareOf(exposure, creditLimit),
		overdueAmount: round(residualOf(inBooks(overdue, answer))),
		daysOverdue: daysOverdue(inBooks(oldestDue, answer), now),
		creditScore: new Unknown('no credit bureau was asked'),
		paymentTermDays: paymentTermDays(order.payment_term_id),
		customerTier: customerTier(order.partner_id),
		company: order.company_id.display_name,
		region: order.partner_id.country_id?.name ?? new Unknown('the customer has no country'),
	};
}

const LIMIT_PATH = 'partner_id.commercial_partner_id.credit_limit';

/**
 * What the books say, to a user who may read all of them: to a salesperson Odoo shows their customers'
 * invoices and none of the payments, which would make a sum that is wrong.
 */
function inBooks<Row>(reading: RelatedReading<Row>, answer: RecordAnswer): Row[] | Unknown {
	return answer.absent[LIMIT_PATH] === 'forbidden'
		? new Unknown('the integration user may not read the books (Invoicing)')
		: reading.from(answer);
}

function residualOf(rows: Array<{ amount_residual: number }> | Unknown): number | Unknown {
	return rows instanceof Unknown ? rows : (rows[0]?.amount_residual ?? 0);
}

interface OpenOrder {
	amount_total: number;
	amount_invoiced: number | undefined;
	currency_rate: number;
}

function stillToInvoice(orders: OpenOrder[] | Unknown): number | Unknown {
	if (orders instanceof Unknown) return orders;
	if (orders.length >= MOST_OPEN_ORDERS)
		return new Unknown('the customer has too many open orders');
	let sum = 0;
	for (const { amount_total: total, amount_invoiced: invoiced, currency_rate: rate } of orders) {
		if (rate <= 0) return new Unknown('an open order has no rate to the company currency');
		if (invoiced === undefined) return new Unknown('what of open orders was invoiced is not told');
		sum += Math.max(0, total - invoiced) / rate;
	}
	return sum;
}

function sumOf(parts: Array<number | Unknown>): number | Unknown {
	return parts.find((part) => part instanceof Unknown) ?? parts.reduce(added, 0);
}

function added(sum: number, part: number | Unknown): number {
	return part instanceof Unknown ? sum : sum + part;
}

/** Whether Odoo keeps a limit for the customer: it may be switched off, or be none. */
function hasLimit(order: CreditedOrder, { absent }: RecordAnswer): boolean | Unknown {
	const { account_use_credit_limit: isUsed } = order.company_id;
	if (isUsed === undefined) return new Unknown('this Odoo keeps no credit limits');
	if (!isUsed) return false;
	const { credit_limit: limit } = order.partner_id.commercial_partner_id;
	if (limit !== undefined) return limit > 0;
	return absent[LIMIT_PATH] === 'forbidden'
		? new Unknown('the integration user may not read credit limits (Invoicing)')
		: new Unknown('this Odoo keeps no credit limits');
}

function limitOf(order: CreditedOrder, answer: RecordAnswer): number | Unknown {
	const has = hasLimit(order, answer);
	if (has instanceof Unknown) return has;
	const { credit_limit: limit } = order.partner_id.commercial_partner_id;
	return has && limit !== undefined ? limit : new Unknown('the customer has no credit limit');
}

/** Rounded up, to the stricter side. */
function shareOf(exposure: number | Unknown, limit: number | Unknown): number | Unknown {
	if (exposure instanceof Unknown) return exposure;
	if (limit instanceof Unknown) return limit;
	return percentOf(exposure, limit);
}

function daysOverdue(
	rows: Array<{ date_maturity: DateTime | null }> | Unknown,
	now: string,
): number | Unknown {
	if (rows instanceof Unknown) return rows;
	const due = rows[0]?.date_maturity;
	if (!due) return 0;
	return Math.floor(DateTime.fromISO(now, { zone: 'utc' }).diff(due).as('days'));
}
