import { amountWriter, formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { purchaseEffects, purchaseGuard } from '../purchaseEffects';
import { figuresOf } from '../facts/figuresOf';
import { settle } from '../facts/Unknown';
import { writeDay } from '../facts/writeDay';
import { writeDerived } from '../facts/writeDerived';
import { behind } from '../reading/people';
import { watch } from '../reading/watch';
import { procurementAdvice } from './procurementAdvice';
import {
	procurementFactDeclarations,
	procurementFacts,
	type ProcurementFacts,
} from './procurementFacts';
import { procurementPolicy } from './procurementPolicy';
import { contracts } from '../reading/priceLists';
import { boughtLines } from '../reading/purchaseLine';
import { purchaseNotes } from '../reading/purchaseNotes';
import {
	earlierOrders,
	lastBought,
	purchaseOrderReading,
	releasedBefore,
	type PurchaseOrder,
} from './purchaseOrder';

/**
 * A purchase order that waits for approval in Odoo is placed, unless price, value, supplier or haste
 * forbid it; one that was placed asks again when it changes.
 */
export const procurement: Area = {
	id: 'procurement',
	code: 'A3',
	label: 'Procurement',
	model: 'purchase.order',
	modules: ['purchase'],
	rights: ['purchase.group_purchase_manager'],
	trigger: {
		// Odoo's own gate: Purchase, Settings, "Purchase Order Approval".
		domain: "[('state', '=', 'to approve')]",
		fields: ['state', 'amount_untaxed', 'amount_total', 'partner_id', 'payment_term_id'],
	},
	specification: purchaseOrderReading.specification,
	related: {
		lastBought: lastBought.query,
		contracts: contracts.query,
		earlierOrders: earlierOrders.query,
		notes: purchaseNotes.query,
		releasedBefore: releasedBefore.query,
	},
	factDeclarations: procurementFactDeclarations,
	gather,
	effects: purchaseEffects,
	again: {
		domain: "[('state', 'in', ('purchase', 'done'))]",
		fact: 'isChange',
		effects: {
			approved: leaveIt,
			rejected: purchaseEffects.rejected,
			sent_back: leaveIt,
		},
	},
	guard: purchaseGuard,
	defaultPolicy: procurementPolicy,
	advice: procurementAdvice,
};

const watched = {
	fields: ['partner_id', 'currency_id', 'payment_term_id', 'amount_untaxed', 'amount_total'],
	lines: { order_line: ['product_id', 'product_qty', 'price_unit', 'discount'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const order = purchaseOrderReading.read(answer.record);
	const derived = procurementFacts(order, answer, now);
	return {
		name: order.name,
		amount: typeof derived.orderAmount === 'number' ? derived.orderAmount : null,
		currency: order.company_id.currency_id.name,
		...behind('purchase.order', order),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(order, derived),
		lines: lines(order),
	};
}

function figures(order: PurchaseOrder, facts: ProcurementFacts): Gathered['figures'] {
	const { currency_id: currency, company_id: company } = order;
	const write = amountWriter(currency.name, currency.decimal_places);
	const own = company.currency_id.name;
	return figuresOf([
		['Supplier', order.partner_id.display_name],
		['Order value without tax', writeDerived(facts.orderAmount, 'money', own)],
		['Total with tax', write(order.amount_total)],
		['Above the last price paid', writeDerived(facts.aboveLastPricePercent, '%')],
		["Above the supplier's price list", writeDerived(facts.aboveContractPercent, '%')],
		['Earlier orders with the supplier', writeDerived(facts.supplierOrders)],
		['Above budget', writeDerived(facts.isAboveBudget)],
		['Urgent', writeDerived(facts.isUrgent)],
		['Planned receipt', writeDay(order.date_planned)],
		['Lead time', writeDerived(facts.leadTimeDays, 'days')],
		['Payment terms', order.payment_term_id?.display_name ?? 'due at once'],
		['Source', order.origin ?? 'none'],
		['Buyer', order.user_id?.display_name ?? 'nobody'],
	]);
}

function lines(order: PurchaseOrder): Gathered['lines'] {
	const write = amountWriter(order.currency_id.name, order.currency_id.decimal_places);
	return {
		columns: ['Product', 'Quantity', 'Unit price', 'Discount', 'Subtotal'],
		rows: boughtLines(order).map((line) => [
			line.product_id?.display_name ?? 'no product',
			formatValue(line.product_qty),
			write(line.price_unit),
			formatValue(line.discount, '%'),
			write(line.price_subtotal),
		]),
	};
}
