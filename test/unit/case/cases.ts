import type { CaseEvent, CaseEventOf, OpenedData } from '../../../src/domain/case/caseEvents';
import type { ApprovalStep } from '../../../src/domain/case/caseFile';
import type { CommandOf } from '../../../src/domain/case/commands';
import type { CaseEventType } from '../../../src/domain/case/vocabulary';

export const sam = { id: 4, name: 'Sam Seller' };
export const ada = { id: 7, name: 'Ada Approver' };
export const ben = { id: 8, name: 'Ben Approver' };
export const mia = { id: 9, name: 'Mia Manager' };

export const at = '2031-03-03T09:00:00.000Z';
export const later = '2031-03-03T10:00:00.000Z';

export const step = (changes: Partial<ApprovalStep> = {}): ApprovalStep => ({
	role: 'sales_manager',
	approverIds: [ada.id, ben.id],
	quorum: 1,
	delegations: [],
	eligibleIds: [],
	...changes,
});

export const subject = {
	area: 'sales_order_release',
	model: 'sale.order',
	recordId: 42,
	recordName: 'S00042',
	outboxId: 5,
	fingerprint: 'f1',
	watched: {
		fields: { amount_total: 100 },
		lines: { order_line: [{ id: 1, discount: 12 }] },
		lineFields: { order_line: ['discount'] },
	},
	involvedIds: [sam.id],
	amount: 100,
	currency: 'EUR',
	facts: { orderAmount: 100 },
	figures: [],
	lines: { columns: [], rows: [] },
	policy: {
		id: 'p',
		version: '1',
		hash: 'h',
		outcome: 'require_approval' as const,
		rules: [],
		missingFacts: [],
		role: 'sales_manager',
		slaClass: 'standard',
		at,
		riskScore: 0,
		sampled: false,
		nearMisses: [],
		shadow: null,
	},
	proposal: null,
	advice: null,
	sla: null,
	steps: [step()],
	authority: null,
	odooOnly: false,
	bulkAllowed: false,
	executionId: null,
};

/** A pending case about order S00042, asked for by Sam, which Ada or Ben may decide. */
export function opened(changes: Partial<OpenedData> = {}): CaseEventOf<'opened'> {
	const data = { ...subject, requester: sam, supersedesId: null, ...changes };
	return { type: 'opened', at, actor: sam, data };
}

/** An event of a person, or of policy and the clock when the actor is left out. */
export function event<Type extends CaseEventType>(
	type: Type,
	data: CaseEventOf<Type>['data'],
	actor: CaseEvent['actor'] = null,
): CaseEventOf<Type> {
	return { type, at: later, actor, data };
}

export function openCommand(changes: Partial<CommandOf<'open'>> = {}): CommandOf<'open'> {
	return {
		command: 'open',
		...subject,
		requesterId: sam.id,
		resumeUrl: null,
		policyDecision: null,
		effect: null,
		...changes,
	};
}
