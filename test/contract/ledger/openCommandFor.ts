import type { Gathered } from '../../../src/domain/areas/Area';
import type { CommandOf } from '../../../src/domain/case/commands';
import { clockWith } from '../../kit/sampleClock';

/** A command that opens a case about an order, asking people under a policy made up here. */
export function openCommandFor(
	recordId: number,
	subject: Gathered,
	changes: Partial<CommandOf<'open'>> & Pick<CommandOf<'open'>, 'fingerprint' | 'steps'>,
): CommandOf<'open'> {
	return {
		command: 'open',
		area: 'sales_order_release',
		model: 'sale.order',
		recordId,
		recordName: subject.name,
		outboxId: null,
		watched: subject.watched,
		requesterId: subject.requester.id,
		involvedIds: subject.involvedIds,
		amount: subject.amount,
		currency: subject.currency,
		facts: subject.facts,
		figures: subject.figures,
		lines: subject.lines,
		proposal: subject.proposal,
		policy: suitePolicy,
		advice: null,
		sla: clockWith(),
		authority: null,
		odooOnly: false,
		bulkAllowed: false,
		resumeUrl: null,
		executionId: null,
		policyDecision: null,
		effect: null,
		...changes,
	};
}

export const suitePolicy: CommandOf<'open'>['policy'] = {
	id: 'suite',
	version: '1',
	hash: 'ab'.repeat(32),
	outcome: 'require_approval',
	rules: [
		{
			id: 'high-discount',
			outcome: 'require_approval',
			reason: 'Discount of up to 12 % is above 10 %',
			role: 'sales_manager',
			slaClass: null,
			conditions: [
				{
					fact: 'maxDiscountPercent',
					operator: 'greaterThan',
					value: 12,
					threshold: 10,
					unit: '%',
					sentence: 'Highest discount: 12 % is above 10 %',
				},
			],
		},
	],
	missingFacts: [],
	role: 'sales_manager',
	slaClass: 'standard',
	at: '2031-03-03T09:00:00.000Z',
	riskScore: 20,
	sampled: false,
	nearMisses: [],
	shadow: null,
};
