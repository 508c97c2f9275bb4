import { formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle, Unknown } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { contracts } from '../reading/priceLists';
import { watch } from '../reading/watch';
import type { AtRisk } from './ordersAtRisk';
import {
	approvals,
	awaitedLines,
	demand,
	placedOrderReading,
	receipts,
	stock,
	type PlacedOrder,
} from './placedOrder';
import { supplierAcknowledgementAdvice } from './supplierAcknowledgementAdvice';
import {
	riskOf,
	supplierAcknowledgementFactDeclarations,
	supplierAcknowledgementFacts,
	type SupplierAcknowledgementFacts,
} from './supplierAcknowledgementFacts';
import { supplierAcknowledgementPolicy } from './supplierAcknowledgementPolicy';

/**
 * Dates or quantities of a placed order changed, by the buyer or in the supplier's portal: they are
 * accepted, unless they come much later than agreed or customers were promised the goods before.
 */
export const supplierAcknowledgement: Area = {
	id: 'supplier_acknowledgement',
	code: 'A9',
	label: 'Supplier acknowledgement',
	model: 'purchase.order',
	modules: ['purchase_stock'],
	rights: [
		'purchase.group_purchase_manager',
		'stock.group_stock_manager',
		'sales_team.group_sale_salesman_all_leads',
	],
	trigger: {
		// Until Odoo 18, an order that is locked is `done`.
		domain: "[('state', 'in', ('purchase', 'done'))]",
		fields: ['date_planned'],
		parts: [
			{
				model: 'purchase.order.line',
				parent: 'order_id',
				fields: ['date_planned', 'product_qty'],
			},
		],
	},
	specification: placedOrderReading.specification,
	related: {
		approvals: approvals.query,
		contracts: contracts.query,
		demand: demand.query,
		stock: stock.query,
		receipts: receipts.query,
	},
	factDeclarations: supplierAcknowledgementFactDeclarations,
	gather,
	effects: {
		approved: { method: 'accept_new_dates', context: {}, expect: null },
		// The buyer has the supplier keep to what was agreed; the dates stand as they were told.
		rejected: leaveIt,
		sent_back: leaveIt,
	},
	again: null,
	guard: null,
	signals: [
		{
			fact: 'linesLate',
			what: 'later than agreed was confirmed',
			todo: 'Ask the supplier for dates that hold, and plan with a longer lead time or another supplier.',
		},
	],
	defaultPolicy: supplierAcknowledgementPolicy,
	advice: supplierAcknowledgementAdvice,
};

const watched = {
	fields: ['partner_id'],
	lines: { order_line: ['product_id', 'product_qty', 'date_planned'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const order = placedOrderReading.read(answer.record);
	const derived = supplierAcknowledgementFacts(order, answer, now);
	const risk = riskOf(order, answer);
	const atRisk = risk instanceof Unknown ? [] : risk;
	return {
		name: order.name,
		amount: typeof derived.orderAmount === 'number' ? derived.orderAmount : null,
		currency: order.company_id.currency_id.name,
		...behind('purchase.order', order),
		...settle(derived),
		proposal: { orders: ordersToTell(atRisk) },
		watched: watch(answer.record, watched),
		figures: figures(order, derived, atRisk),
		lines: lines(order),
	};
}

/** Each sales order at risk, with the day on which the last of its goods comes. */
function ordersToTell(risk: readonly AtRisk[]): Array<{ id: number; arrival: string }> {
	const arrivals = new Map<number, string>();
	for (const { move, arrival } of risk) {
		const { id } = move.sale_line_id.order_id;
		const day = arrival.toFormat('yyyy-MM-dd');
		const known = arrivals.get(id);
		arrivals.set(id, known && known > day ? known : day);
	}
	return [...arrivals]
		.map(([id, arrival]) => ({ id, arrival }))
		.sort((left, right) => left.id - right.id);
}

function figures(
	order: PlacedOrder,
	facts: SupplierAcknowledgementFacts,
	risk: readonly AtRisk[],
): Gathered['figures'] {
	const currency = order.company_id.currency_id.name;
	const names = new Set(risk.map(({ move }) => move.sale_line_id.order_id.display_name));
	return figuresOf([
		['Supplier', order.partner_id.display_name],
		['Order value without tax', writeDerived(facts.orderAmount, 'money', currency)],
		['Ordered on', order.date_approve?.toFormat('yyyy-MM-dd') ?? 'no date'],
		['First receipt', order.date_planned?.toFormat('yyyy-MM-dd') ?? 'no date'],
		['Beyond what was agreed', writeDerived(facts.latestDaysLate, 'days')],
		['Lines later than agreed', writeDerived(facts.linesLate)],
		['Sales orders at risk', [...names].sort().join(', ') || writeDerived(facts.ordersAtRisk)],
		['Value at risk', writeDerived(facts.valueAtRisk, 'money', currency)],
		['Acknowledged', writeDerived(facts.isAcknowledged)],
		['Delivered late in 90 days', writeDerived(facts.supplierLate90Days)],
		['Buyer', order.user_id?.display_name ?? 'nobody'],
	]);
}

function lines(order: PlacedOrder): Gathered['lines'] {
	return {
		columns: ['Product', 'Ordered', 'Received', 'Planned receipt'],
		rows: awaitedLines(order).map((line) => [
			line.product_id?.display_name ?? 'no product',
			formatValue(line.product_qty),
			formatValue(line.qty_received),
			line.date_planned?.toFormat('yyyy-MM-dd') ?? 'no date',
		]),
	};
}
