import type { Area, Effects, Gathered, RecordAnswer } from '../Area';
import { figuresOf } from '../facts/figuresOf';
import { goodsLines } from '../facts/deliveryFacts';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { writeInstant } from '../facts/writeInstant';
import { behind } from '../reading/people';
import { customerOf } from '../reading/transfer';
import { watch } from '../reading/watch';
import { rushOrderAdvice } from './rushOrderAdvice';
import { rushOrderFactDeclarations, rushOrderFacts, type RushOrderFacts } from './rushOrderFacts';
import { rushOrderPolicy } from './rushOrderPolicy';
import { otherRushes, reasons, urgentDeliveryReading, type UrgentDelivery } from './urgentDelivery';

const withdrawn: Effects['rejected'] = {
	method: 'withdraw_rush',
	context: {},
	expect: { field: 'priority', values: ['0'] },
};

/**
 * A delivery that somebody marked as urgent keeps its priority and takes what goods there are,
 * unless it does so without a reason, too often, or at the expense of others.
 */
export const rushOrder: Area = {
	id: 'rush_order',
	code: 'A11',
	label: 'Rush order',
	model: 'stock.picking',
	modules: ['sale_stock'],
	rights: ['stock.group_stock_manager', 'sales_team.group_sale_salesman_all_leads'],
	trigger: {
		domain:
			"[('picking_type_id.code', '=', 'outgoing'), ('priority', '=', '1'), " +
			"('state', 'not in', ('done', 'cancel'))]",
		fields: ['priority'],
	},
	specification: urgentDeliveryReading.specification,
	related: { reasons: reasons.query, otherRushes: otherRushes.query },
	factDeclarations: rushOrderFactDeclarations,
	gather,
	effects: {
		approved: { method: 'expedite_delivery', context: {}, expect: null },
		rejected: withdrawn,
		sent_back: withdrawn,
	},
	again: null,
	guard: null,
	defaultPolicy: rushOrderPolicy,
	advice: rushOrderAdvice,
};

const watched = {
	fields: ['partner_id', 'priority'],
	lines: { move_ids: ['product_id', 'product_uom_qty'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const delivery = urgentDeliveryReading.read(answer.record);
	const derived = rushOrderFacts(delivery, answer, now);
	// Whoever saved it last has set the priority.
	const user_id = delivery.write_uid ?? delivery.user_id;
	return {
		name: delivery.name,
		amount: typeof derived.orderValue === 'number' ? derived.orderValue : null,
		currency: delivery.company_id.currency_id.name,
		...behind('stock.picking', { ...delivery, user_id }),
		...settle(derived),
		proposal: null,
		watched: watch(answer.record, watched),
		figures: figures(delivery, derived),
		lines: goodsLines(delivery),
	};
}

function figures(delivery: UrgentDelivery, facts: RushOrderFacts): Gathered['figures'] {
	const currency = delivery.company_id.currency_id.name;
	return figuresOf([
		['Customer', customerOf(delivery)?.display_name ?? 'nobody'],
		['Customer tier', writeDerived(facts.customerTier)],
		['Value still to be delivered', writeDerived(facts.orderValue, 'money', currency)],
		['Promised', writeInstant(delivery.date_deadline)],
		['Planned', writeInstant(delivery.scheduled_date)],
		['Reason given in writing', writeDerived(facts.isReasonGiven)],
		['All goods reserved', writeDerived(facts.isStockReady)],
		['Other rush orders in 30 days', writeDerived(facts.rushOrders30Days)],
		['Source', delivery.origin ?? 'none'],
		['Marked by', delivery.write_uid?.display_name ?? 'nobody'],
	]);
}
