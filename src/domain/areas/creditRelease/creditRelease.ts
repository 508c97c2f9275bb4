import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import { saleOrderEffects, saleOrderGuard } from '../saleOrderEffects';
import { creditAdvice } from './creditAdvice';
import {
	creditedOrderReading,
	oldestDue,
	openOrders,
	overdue,
	owed,
	type CreditedOrder,
} from './creditedOrder';
import { creditFactDeclarations, creditFacts, type CreditFacts } from './creditFacts';
import { creditPolicy } from './creditPolicy';

/**
 * A quotation that was sent becomes an order if its customer may have it on credit. Beside the area
 * sales_order_release, the last of the two approvals releases it.
 */
export const creditRelease: Area = {
	id: 'credit_release',
	code: 'A2',
	label: 'Credit release',
	model: 'sale.order',
	modules: ['sale'],
	rights: ['sales_team.group_sale_salesman_all_leads', 'account.group_account_manager'],
	trigger: {
		domain: "[('state', '=', 'sent')]",
		fields: ['state', 'amount_untaxed', 'amount_total', 'partner_id', 'payment_term_id'],
	},
	specification: creditedOrderReading.specification,
	related: {
		owed: owed.query,
		overdue: overdue.query,
		oldestDue: oldestDue.query,
		openOrders: openOrders.query,
	},
	factDeclarations: creditFactDeclarations,
	gather,
	effects: saleOrderEffects,
	again: null,
	guard: saleOrderGuard,
	defaultPolicy: creditPolicy,
	advice: creditAdvice,
};

const watched = {
	fields: [
		'partner_id',
		'pricelist_id',
		'payment_term_id',
		'currency_id',
		'amount_untaxed',
		'amount_total',
	],
	lines: { order_line: ['product_id', 'product_uom_qty', 'price_unit', 'discount'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const order = creditedOrderReading.read(answer.record);
	const derived = creditFacts(order, answer, now);
	return {
		name: order.name,
		amount: typeof derived.orderTotal === 'number' ? derived.orderTotal : null,
		currency: order.company_id.currency_id.name,
		...behind('sale.order', order),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(order, derived),
		lines: lines(order),
	};
}

function figures(order: CreditedOrder, facts: CreditFacts): Gathered['figures'] {
	const own = order.company_id.currency_id.name;
	const money = (name: keyof CreditFacts) => writeDerived(facts[name], 'money', own);
	return figuresOf([
		['Customer', order.partner_id.display_name],
		['Customer tier', writeDerived(facts.customerTier)],
		['Order value with tax', money('orderTotal')],
		['Owed by the books', money('owedAmount')],
		['Confirmed and not invoiced', money('openOrdersAmount')],
		['Credit exposure with this order', money('exposure')],
		['Credit limit', money('creditLimit')],
		['Exposure against the limit', writeDerived(facts.exposurePercent, '%')],
		['Overdue', money('overdueAmount')],
		['Oldest amount overdue', writeDerived(facts.daysOverdue, 'days')],
		['Payment terms', order.payment_term_id?.display_name ?? 'due at once'],
		['Delivery promised', order.commitment_date?.toFormat('yyyy-MM-dd') ?? 'no date'],
		['Salesperson', order.user_id?.display_name ?? 'nobody'],
	]);
}

function lines(order: CreditedOrder): Gathered['lines'] {
	const write = amountWriter(order.currency_id.name, order.currency_id.decimal_places);
	return {
		columns: ['Product', 'Quantity', 'Subtotal'],
		rows: order.order_line
			.filter(({ display_type, product_uom_qty }) => display_type === null && product_uom_qty !== 0)
			.map((line) => [
				line.product_id?.display_name ?? 'no product',
				formatValue(line.product_uom_qty),
				write(line.price_subtotal),
			]),
	};
}
