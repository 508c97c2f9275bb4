import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import { saleOrderEffects, saleOrderGuard } from '../saleOrderEffects';
import { goodsLines, saleOrderReading, type SaleOrder } from './saleOrder';
import { salesOrderAdvice } from './salesOrderAdvice';
import { salesOrderFactDeclarations, salesOrderFacts } from './salesOrderFacts';
import { salesOrderPolicy } from './salesOrderPolicy';

type SalesOrderFacts = ReturnType<typeof salesOrderFacts>;

/** A quotation that was sent is released as an order, unless margin, discount or value forbid it. */
export const salesOrderRelease: Area = {
	id: 'sales_order_release',
	code: 'A1',
	label: 'Sales order release',
	model: 'sale.order',
	modules: ['sale', 'sale_margin'],
	rights: ['sales_team.group_sale_salesman_all_leads'],
	trigger: {
		// A draft is the salesperson's own; sending it says that it is meant.
		domain: "[('state', '=', 'sent')]",
		fields: ['state', 'amount_untaxed', 'amount_total', 'partner_id', 'payment_term_id', 'margin'],
	},
	specification: saleOrderReading.specification,
	related: {},
	factDeclarations: salesOrderFactDeclarations,
	gather,
	effects: saleOrderEffects,
	again: null,
	guard: saleOrderGuard,
	defaultPolicy: salesOrderPolicy,
	advice: salesOrderAdvice,
};

const watched = {
	// A cost that rises changes nothing else on the order than its margin.
	fields: [
		'partner_id',
		'pricelist_id',
		'payment_term_id',
		'currency_id',
		'amount_untaxed',
		'amount_total',
		'margin',
	],
	lines: { order_line: ['product_id', 'product_uom_qty', 'price_unit', 'discount'] },
};

function gather({ record }: RecordAnswer, now: string): Gathered {
	const order = saleOrderReading.read(record);
	const derived = salesOrderFacts(order, now);
	return {
		name: order.name,
		amount: typeof derived.orderAmount === 'number' ? derived.orderAmount : null,
		currency: order.company_id.currency_id.name,
		...behind('sale.order', order),
		...settle(derived),
		proposal: null,
		watched: watch(record, watched),
		figures: figures(order, derived),
		lines: lines(order),
	};
}

function figures(order: SaleOrder, facts: SalesOrderFacts): Gathered['figures'] {
	const { currency_id: currency, company_id: company } = order;
	const write = amountWriter(currency.name, currency.decimal_places);
	const writeOwn = amountWriter(company.currency_id.name, company.currency_id.decimal_places);
	const { orderAmount } = facts;
	const value = typeof orderAmount === 'number' ? writeOwn(orderAmount) : writeDerived(orderAmount);
	return figuresOf([
		['Customer', order.partner_id.display_name],
		['Customer tier', writeDerived(facts.customerTier)],
		['Order value without tax', value],
		['Total with tax', write(order.amount_total)],
		['Margin', `${writeDerived(facts.marginPercent, '%')} (${write(order.margin)})`],
		['Highest discount', writeDerived(facts.maxDiscountPercent, '%')],
		['Payment terms', order.payment_term_id?.display_name ?? 'due at once'],
		['Delivery promised', order.commitment_date?.toFormat('yyyy-MM-dd HH:mm ZZZZ') ?? 'no date'],
		['Salesperson', order.user_id?.display_name ?? 'nobody'],
		['Sales team', order.team_id?.display_name ?? 'none'],
	]);
}

function lines(order: SaleOrder): Gathered['lines'] {
	const write = amountWriter(order.currency_id.name, order.currency_id.decimal_places);
	return {
		columns: ['Product', 'Quantity', 'Unit price', 'Discount', 'Subtotal', 'Margin'],
		rows: goodsLines(order).map((line) => [
			line.product_id?.display_name ?? 'no product',
			formatValue(line.product_uom_qty),
			write(line.price_unit),
			formatValue(line.discount, '%'),
			write(line.price_subtotal),
			write(line.margin),
		]),
	};
}
