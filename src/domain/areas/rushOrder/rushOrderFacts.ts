import type { FactDeclaration, RecordAnswer } from '../Area';
import { countOf, hasAny } from '../facts/countOf';
import { customerFacts } from '../facts/customerFacts';
import { daysUntil } from '../facts/daysUntil';
import { linesNotReady, openMoves, valueToDeliver } from '../facts/deliveryFacts';
import { productCategories } from '../facts/productCategories';
import { type Derived, Unknown } from '../facts/Unknown';
import { otherRushes, reasons, type UrgentDelivery } from './urgentDelivery';

export const rushOrderFactDeclarations = {
	orderValue: { type: 'number', unit: 'money', label: 'Value still to be delivered' },
	currency: { type: 'string', label: 'Company currency' },
	isReasonGiven: { type: 'boolean', label: 'Reason given in writing' },
	rushOrders30Days: { type: 'number', label: 'Other rush orders of the same person in 30 days' },
	daysToDeadline: { type: 'number', unit: 'days', label: 'Time until the promised delivery' },
	isStockReady: { type: 'boolean', label: 'All goods are reserved' },
	linesNotReady: { type: 'number', label: 'Lines that are not ready' },
	customerTier: { type: 'string', label: 'Customer tier' },
	company: { type: 'string', label: 'Company' },
	region: { type: 'string', label: 'Region of the customer' },
	productCategory: { type: 'list', label: 'Product categories' },
} satisfies Record<string, FactDeclaration>;

export type RushOrderFacts = Record<keyof typeof rushOrderFactDeclarations, Derived>;

/**
 * Derives what policies compare from a delivery that somebody marked as urgent.
 *
 * @param now ISO 8601
 */
export function rushOrderFacts(
	delivery: UrgentDelivery,
	answer: RecordAnswer,
	now: string,
): RushOrderFacts {
	const { date_deadline: promised } = delivery;
	const missing = linesNotReady(delivery);
	return {
		orderValue: valueToDeliver(delivery),
		currency: delivery.company_id.currency_id.name,
		isReasonGiven: hasAny(reasons.from(answer)),
		rushOrders30Days: countOf(otherRushes.from(answer)),
		daysToDeadline: promised
			? daysUntil(promised, now)
			: new Unknown('the delivery was not promised for any day'),
		isStockReady: missing === 0,
		linesNotReady: missing,
		...customerFacts(delivery),
		company: delivery.company_id.display_name,
		productCategory: productCategories(openMoves(delivery)),
	};
}
