import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import {
	deliveredOrderReading,
	documents,
	releasedBefore,
	soldLines,
	type DeliveredOrder,
} from './deliveredOrder';
import { amountToInvoice } from './orderToInvoice';
import { shipmentToInvoiceAdvice } from './shipmentToInvoiceAdvice';
import {
	shipmentToInvoiceFactDeclarations,
	shipmentToInvoiceFacts,
	type ShipmentToInvoiceFacts,
} from './shipmentToInvoiceFacts';
import { shipmentToInvoicePolicy } from './shipmentToInvoicePolicy';

/** What was delivered of a sales order is invoiced, unless something about the delivery is open. */
export const shipmentToInvoice: Area = {
	id: 'shipment_to_invoice',
	code: 'A10',
	label: 'Shipment to invoice',
	model: 'sale.order',
	modules: ['sale_stock'],
	rights: [
		'sales_team.group_sale_salesman_all_leads',
		'stock.group_stock_manager',
		'account.group_account_manager',
	],
	trigger: {
		// What is invoiced when it is ordered waits for its first delivery, too.
		domain:
			"[('state', 'in', ('sale', 'done')), ('invoice_status', '=', 'to invoice'), ('delivery_status', 'in', ('partial', 'full'))]",
		fields: ['invoice_status', 'delivery_status', 'amount_untaxed'],
		// A further delivery changes nothing on an order that is not invoiced yet.
		parts: [{ model: 'sale.order.line', parent: 'order_id', fields: ['qty_to_invoice'] }],
	},
	specification: deliveredOrderReading.specification,
	related: { documents: documents.query, releasedBefore: releasedBefore.query },
	factDeclarations: shipmentToInvoiceFactDeclarations,
	gather,
	effects: {
		approved: {
			method: 'invoice_delivery',
			context: {},
			// With the rest of an order still to be delivered, Odoo has nothing to invoice: `no`.
			expect: { field: 'invoice_status', values: ['invoiced', 'upselling', 'no'] },
		},
		rejected: leaveIt,
		sent_back: leaveIt,
	},
	again: null,
	guard: null,
	defaultPolicy: shipmentToInvoicePolicy,
	advice: shipmentToInvoiceAdvice,
};

const watched = {
	fields: [
		'partner_id',
		'partner_invoice_id',
		'currency_id',
		'payment_term_id',
		'amount_untaxed',
		'amount_total',
	],
	lines: {
		order_line: [
			'product_id',
			'product_uom_qty',
			'qty_delivered',
			'qty_invoiced',
			'qty_to_invoice',
			'price_unit',
			'discount',
		],
	},
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const order = deliveredOrderReading.read(answer.record);
	const derived = shipmentToInvoiceFacts(order, answer, now);
	return {
		name: order.name,
		amount: typeof derived.toInvoiceAmount === 'number' ? derived.toInvoiceAmount : null,
		currency: order.company_id.currency_id.name,
		...behind('sale.order', order),
		...settle(derived),
		proposal: { amount: amountToInvoice(order) },
		watched: watch(answer.record, watched),
		figures: figures(order, derived),
		lines: lines(order),
	};
}

function figures(order: DeliveredOrder, facts: ShipmentToInvoiceFacts): Gathered['figures'] {
	const { currency_id: currency, company_id: company } = order;
	const write = amountWriter(currency.name, currency.decimal_places);
	const own = company.currency_id.name;
	return figuresOf([
		['Customer', order.partner_id.display_name],
		['Invoiced to', order.partner_invoice_id.display_name],
		['To invoice without tax', writeDerived(facts.toInvoiceAmount, 'money', own)],
		['Order value with tax', write(order.amount_total)],
		['Delivered', writeDerived(facts.deliveredPercent, '%')],
		['Time since the last delivery', writeDerived(facts.hoursSinceDelivery, 'hours')],
		['Proof of delivery', writeDerived(facts.hasProofOfDelivery)],
		['Delivered above the order', writeDerived(facts.aboveOrderPercent, '%')],
		['Not delivered', writeDerived(facts.undeliveredAmount, 'money', own)],
		['Open returns', writeDerived(facts.openReturns)],
		['Earlier invoices', writeDerived(facts.earlierInvoices)],
		['Payment terms', order.payment_term_id?.display_name ?? 'due at once'],
		['Salesperson', order.user_id?.display_name ?? 'nobody'],
	]);
}

function lines(order: DeliveredOrder): Gathered['lines'] {
	const write = amountWriter(order.currency_id.name, order.currency_id.decimal_places);
	return {
		columns: [
			'Product',
			'Ordered',
			'Delivered',
			'Invoiced before',
			'To invoice',
			'Unit price',
			'Discount',
		],
		rows: soldLines(order).map((line) => [
			line.product_id?.display_name ?? 'no product',
			formatValue(line.product_uom_qty),
			formatValue(line.qty_delivered),
			formatValue(line.qty_invoiced),
			formatValue(line.qty_to_invoice),
			write(line.price_unit),
			formatValue(line.discount, '%'),
		]),
	};
}
