import type { Watched } from '../case/watched';
import { amountWriter, formatValue } from '../formatValue';
import type { Area, Gathered } from './Area';
import { RecordUnreadableError } from './errors';
import { readRecord } from './odooValues';
import { goodsLines, saleOrderSchema, saleOrderSpecification, type SaleOrder } from './saleOrder';
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
	trigger: {
		// A draft is the salesperson's own; sending it says that it is meant.
		domain: "[('state', '=', 'sent')]",
		fields: ['state', 'amount_untaxed', 'amount_total', 'partner_id', 'payment_term_id', 'margin'],
	},
	specification: saleOrderSpecification,
	factDeclarations: salesOrderFactDeclarations,
	gather,
	effects: {
		approved: {
			method: 'action_confirm',
			context: {},
			expect: { field: 'state', values: ['sale'] },
		},
		rejected: { method: null, context: {}, expect: null },
	},
	defaultPolicy: salesOrderPolicy,
	advice: salesOrderAdvice,
};

function gather(record: unknown, now: string): Gathered {
	const order = readRecord('sale.order', saleOrderSchema, record);
	const requester = order.user_id ?? order.create_uid;
	if (requester === null) {
		throw new RecordUnreadableError('sale.order', ['it has neither salesperson nor creator']);
	}
	const facts = salesOrderFacts(order, now);
	const involved = [order.user_id, order.create_uid, order.write_uid].flatMap(
		(one) => one?.id ?? [],
	);
	return {
		name: order.name,
		amount: typeof facts.orderAmount === 'number' ? facts.orderAmount : null,
		currency: order.company_id.currency_id.name,
		requester: { id: requester.id, name: requester.display_name },
		involvedIds: [...new Set(involved)],
		facts,
		watched: watched(order),
		figures: figures(order, facts),
		lines: lines(order),
	};
}

function watched(order: SaleOrder): Watched {
	return {
		fields: {
			partner_id: order.partner_id.id,
			pricelist_id: order.pricelist_id?.id ?? false,
			payment_term_id: order.payment_term_id?.id ?? false,
			currency_id: order.currency_id.id,
			amount_untaxed: order.amount_untaxed,
			amount_total: order.amount_total,
			// A cost that rises changes nothing else on the order.
			margin: order.margin,
		},
		lines: {
			order_line: order.order_line
				.map((line) => ({
					id: line.id,
					product_id: line.product_id?.id ?? false,
					product_uom_qty: line.product_uom_qty,
					price_unit: line.price_unit,
					discount: line.discount,
				}))
				.sort((left, right) => left.id - right.id),
		},
		lineFields: { order_line: ['product_id', 'product_uom_qty', 'price_unit', 'discount'] },
	};
}

function figures(order: SaleOrder, facts: SalesOrderFacts): Gathered['figures'] {
	const { currency_id: currency, company_id: company } = order;
	const write = amountWriter(currency.name, currency.decimal_places);
	const writeOwn = amountWriter(company.currency_id.name, company.currency_id.decimal_places);
	const value = typeof facts.orderAmount === 'number' ? writeOwn(facts.orderAmount) : 'unknown';
	return [
		['Customer', order.partner_id.display_name],
		['Customer tier', formatValue(facts.customerTier)],
		['Order value without tax', value],
		['Total with tax', write(order.amount_total)],
		['Margin', `${formatValue(facts.marginPercent, '%')} (${write(order.margin)})`],
		['Highest discount', formatValue(facts.maxDiscountPercent, '%')],
		['Payment terms', order.payment_term_id?.display_name ?? 'due at once'],
		['Delivery promised', order.commitment_date?.toFormat('yyyy-MM-dd HH:mm ZZZZ') ?? 'no date'],
		['Salesperson', order.user_id?.display_name ?? 'nobody'],
		['Sales team', order.team_id?.display_name ?? 'none'],
	].map(([label = '', text = '']) => ({ label, value: text }));
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
