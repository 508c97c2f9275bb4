import type { Condition } from '../../policy/condition';
import type { Policy } from '../../policy/policy';
import { logisticsExceptionFactDeclarations } from './logisticsExceptionFacts';

const routine = {
	daysLate: 0.5,
	orderValue: 800,
	currency: 'EUR',
	customerTier: 'standard',
	carrierDaysLate: null,
	isRescheduled: false,
};

/** Nobody is asked twice about a new date that was approved and is still to come. */
const unlessRescheduled = (when: Condition): Condition => ({
	all: [{ fact: 'isRescheduled', operator: 'equal', value: false }, when],
});

/** A starting point: what most distributors reschedule without a word, and what they look after. */
export const logisticsExceptionPolicy: Policy = {
	id: 'logistics-exception',
	version: '1',
	area: 'logistics_exception',
	currency: 'company',
	facts: logisticsExceptionFactDeclarations,
	rules: [
		{
			id: 'top-customer',
			when: unlessRescheduled({ fact: 'customerTier', operator: 'equal', value: 'A' }),
			outcome: 'escalate',
			reason: 'A customer of tier A waits: {{daysLate}} late',
			role: 'logistics_manager',
			slaClass: 'urgent',
		},
		{
			id: 'value-above-limit',
			when: unlessRescheduled({ fact: 'orderValue', operator: 'greaterThan', value: 10_000 }),
			outcome: 'escalate',
			reason: 'Value {{orderValue}} is late, more than 10,000',
			role: 'logistics_manager',
			slaClass: 'urgent',
		},
		{
			id: 'day-late',
			when: unlessRescheduled({
				fact: 'daysLate',
				operator: 'greaterThanInclusive',
				value: 1,
			}),
			outcome: 'require_approval',
			reason: 'The delivery is {{daysLate}} late, 1 day or more',
			role: 'logistics',
			slaClass: 'standard',
		},
		{
			id: 'late-by-carrier',
			when: {
				all: [
					{ fact: 'isRescheduled', operator: 'equal', value: false },
					// Where no carrier tells, what Odoo knows decides.
					{ not: { fact: 'carrierDaysLate', operator: 'isMissing' } },
					{ fact: 'carrierDaysLate', operator: 'greaterThanInclusive', value: 1 },
				],
			},
			outcome: 'require_approval',
			reason: 'The carrier itself expects to be {{carrierDaysLate}} late, 1 day or more',
			role: 'logistics',
			slaClass: 'standard',
		},
		{
			id: 'tier-above-standard',
			when: unlessRescheduled({ fact: 'customerTier', operator: 'notEqual', value: 'standard' }),
			outcome: 'require_approval',
			reason: 'A customer of tier {{customerTier}} waits',
			role: 'logistics',
			slaClass: 'standard',
		},
		{
			id: 'value-above-routine',
			when: unlessRescheduled({ fact: 'orderValue', operator: 'greaterThan', value: 2_000 }),
			outcome: 'require_approval',
			reason: 'Value {{orderValue}} is late, more than 2,000',
			role: 'logistics',
			slaClass: 'standard',
		},
	],
	default: { outcome: 'auto_approve', role: 'logistics', slaClass: 'standard' },
	examples: [
		{ name: 'A small delay is rescheduled', facts: routine, outcome: 'auto_approve' },
		{
			name: 'A delay of almost a day is rescheduled',
			facts: { ...routine, daysLate: 0.99 },
			outcome: 'auto_approve',
		},
		{
			name: 'A delay of a day needs approval',
			facts: { ...routine, daysLate: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A delay of a day by the carrier’s account needs approval',
			facts: { ...routine, carrierDaysLate: 1 },
			outcome: 'require_approval',
		},
		{
			name: 'A delay of some value needs approval',
			facts: { ...routine, orderValue: 2_000.01 },
			outcome: 'require_approval',
		},
		{
			name: 'A delay of great value is escalated',
			facts: { ...routine, orderValue: 10_000.01 },
			outcome: 'escalate',
		},
		{
			name: 'A customer of tier B needs approval',
			facts: { ...routine, customerTier: 'B' },
			outcome: 'require_approval',
		},
		{
			name: 'A customer of tier A is escalated',
			facts: { ...routine, customerTier: 'A' },
			outcome: 'escalate',
		},
		{
			name: 'A new date that was approved stays',
			facts: { ...routine, daysLate: 5, orderValue: 50_000, isRescheduled: true },
			outcome: 'auto_approve',
		},
		{
			name: 'A value that is not known needs approval',
			facts: { ...routine, orderValue: null },
			outcome: 'require_approval',
		},
	],
};
