import { DateTime } from 'luxon';
import { roundMoney } from '../../money';
import type { FactDeclaration, RecordAnswer } from '../Area';
import { roundedUp } from '../facts/rounded';
import { hoursSince } from '../facts/hoursSince';
import { countOf } from '../facts/countOf';
import { customerFacts } from '../facts/customerFacts';
import { linesNotReady, openMoves, valueToDeliver } from '../facts/deliveryFacts';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { earlierExceptions, type LateDelivery } from './lateDelivery';
import { isRescheduled } from './reschedule';

export const logisticsExceptionFactDeclarations = {
	daysLate: { type: 'number', unit: 'days', label: 'Late' },
	hoursOverdue: { type: 'number', unit: 'hours', label: 'Overdue' },
	orderValue: { type: 'number', unit: 'money', label: 'Value still to be delivered' },
	currency: { type: 'string', label: 'Company currency' },
	impact: { type: 'number', label: 'Impact (value times days late)' },
	customerTier: { type: 'string', label: 'Customer tier' },
	isRush: { type: 'boolean', label: 'Marked as urgent' },
	linesNotReady: { type: 'number', label: 'Lines that are not ready' },
	isCarrierKnown: { type: 'boolean', label: 'A carrier is named' },
	isTrackingKnown: { type: 'boolean', label: 'A tracking reference is known' },
	carrierDaysLate: { type: 'number', unit: 'days', label: 'Late by the account of the carrier' },
	earlierExceptions90Days: {
		type: 'number',
		label: 'Other late deliveries to the customer in 90 days',
	},
	isRescheduled: { type: 'boolean', label: 'Its new date was approved, and is ahead' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Region of the customer' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type LogisticsExceptionFacts = Record<
	keyof typeof logisticsExceptionFactDeclarations,
	Derived
>;

const noCarriers = new Unknown('carriers come with the module stock_delivery');

/**
 * Derives what policies compare from a delivery that is late. Times are rounded up.
 *
 * @param now ISO 8601
 */
export function logisticsExceptionFacts(
	delivery: LateDelivery,
	answer: RecordAnswer,
	now: string,
): LogisticsExceptionFacts {
	const { carrier_id: carrier, carrier_tracking_ref: tracking, company_id: company } = delivery;
	const daysLate = daysLateOf(delivery, now);
	const orderValue = valueToDeliver(delivery);
	return {
		daysLate,
		hoursOverdue: hoursOverdue(delivery, now),
		orderValue,
		currency: company.currency_id.name,
		impact: impactOf(orderValue, daysLate, company.currency_id.decimal_places),
		...customerFacts(delivery),
		isRush: delivery.priority === '1',
		linesNotReady: linesNotReady(delivery),
		isCarrierKnown: carrier === undefined ? noCarriers : carrier !== null,
		isTrackingKnown: tracking === undefined ? noCarriers : tracking !== null,
		carrierDaysLate: new Unknown('no carrier was asked'),
		earlierExceptions90Days: delivery.partner_id
			? countOf(earlierExceptions.from(answer))
			: new Unknown('the transfer names no customer'),
		isRescheduled: isRescheduled(delivery, answer, now),
		company: company.display_name,
		productCategory: productCategories(openMoves(delivery)),
	};
}

/**
 * How far the delivery goes beyond its promise, as planned or because it is still not made;
 * beyond what was planned where nothing was promised.
 */
function daysLateOf(
	{ date_deadline: promised, scheduled_date: planned }: LateDelivery,
	now: string,
): number | Unknown {
	const due = promised ?? planned;
	if (!due) return new Unknown('it is neither promised nor planned');
	const made = DateTime.max(DateTime.fromISO(now), planned ?? due);
	return Math.max(0, roundedUp(made.diff(due).as('days')));
}

function hoursOverdue({ scheduled_date: planned }: LateDelivery, now: string): number | Unknown {
	if (!planned) return new Unknown('no date is planned');
	return hoursSince(planned, now);
}

function impactOf(
	value: number | Unknown,
	days: number | Unknown,
	decimalPlaces: number,
): number | Unknown {
	if (value instanceof Unknown) return value;
	if (days instanceof Unknown) return days;
	return roundMoney(value * days, decimalPlaces);
}
