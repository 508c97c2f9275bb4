import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { goodsLines } from '../facts/deliveryFacts';
import { settle } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { writeInstant } from '../facts/writeInstant';
import { behind } from '../reading/people';
import { customerOf } from '../reading/transfer';
import { watch } from '../reading/watch';
import {
	earlierExceptions,
	lateDeliveryReading,
	rescheduled,
	type LateDelivery,
} from './lateDelivery';
import { logisticsExceptionAdvice } from './logisticsExceptionAdvice';
import {
	logisticsExceptionFactDeclarations,
	logisticsExceptionFacts,
	type LogisticsExceptionFacts,
} from './logisticsExceptionFacts';
import { logisticsExceptionPolicy } from './logisticsExceptionPolicy';
import { proposeReschedule, type Reschedule } from './reschedule';

/**
 * A delivery that is planned for later than promised, or overdue, is rescheduled, unless value,
 * customer or delay call for people.
 */
export const logisticsException: Area = {
	id: 'logistics_exception',
	code: 'A6',
	label: 'Logistics exception',
	model: 'stock.picking',
	modules: ['sale_stock'],
	rights: ['stock.group_stock_manager', 'sales_team.group_sale_salesman_all_leads'],
	trigger: {
		domain:
			"[('picking_type_id.code', '=', 'outgoing'), ('has_deadline_issue', '=', True), " +
			"('state', 'in', ('waiting', 'confirmed', 'assigned'))]",
		fields: ['scheduled_date', 'date_deadline', 'state'],
	},
	specification: lateDeliveryReading.specification,
	related: { earlierExceptions: earlierExceptions.query, rescheduled: rescheduled.query },
	factDeclarations: logisticsExceptionFactDeclarations,
	gather,
	effects: {
		approved: { method: 'reschedule_delivery', context: {}, expect: null },
		rejected: leaveIt,
		sent_back: leaveIt,
	},
	again: null,
	guard: null,
	defaultPolicy: logisticsExceptionPolicy,
	advice: logisticsExceptionAdvice,
};

const watched = {
	fields: ['partner_id', 'scheduled_date', 'date_deadline'],
	lines: { move_ids: ['product_id', 'product_uom_qty'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const delivery = lateDeliveryReading.read(answer.record);
	const derived = logisticsExceptionFacts(delivery, answer, now);
	const proposal = proposeReschedule(delivery, answer, now);
	// Odoo itself makes the deliveries of an order.
	const user_id = delivery.user_id ?? delivery.sale_id?.user_id ?? null;
	return {
		name: delivery.name,
		amount: typeof derived.orderValue === 'number' ? derived.orderValue : null,
		currency: delivery.company_id.currency_id.name,
		...behind('stock.picking', { ...delivery, user_id }),
		...settle(derived),
		proposal: { ...proposal },
		watched: watch(answer.record, watched),
		figures: figures(delivery, derived, proposal),
		lines: goodsLines(delivery),
	};
}

function figures(
	delivery: LateDelivery,
	facts: LogisticsExceptionFacts,
	{ scheduledDate, cause }: Reschedule,
): Gathered['figures'] {
	const currency = delivery.company_id.currency_id.name;
	return figuresOf([
		['Customer', customerOf(delivery)?.display_name ?? 'nobody'],
		['Customer tier', writeDerived(facts.customerTier)],
		['Value still to be delivered', writeDerived(facts.orderValue, 'money', currency)],
		['Promised', writeInstant(delivery.date_deadline)],
		['Planned', writeInstant(delivery.scheduled_date)],
		['Late', writeDerived(facts.daysLate, 'days')],
		['Proposed', `${scheduledDate.slice(0, 16)} UTC`],
		['Cause', cause],
		['Marked as urgent', writeDerived(facts.isRush)],
		['Carrier named', writeDerived(facts.isCarrierKnown)],
		['Tracking known', writeDerived(facts.isTrackingKnown)],
		['Other late deliveries in 90 days', writeDerived(facts.earlierExceptions90Days)],
		['Source', delivery.origin ?? 'none'],
		['Responsible', delivery.user_id?.display_name ?? 'nobody'],
	]);
}
