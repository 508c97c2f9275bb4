import { otherStepsOf } from '../../../src/domain/escalation/otherStepsOf';

const at = '2031-03-03T09:00:00.000Z';

function vote(actorId: number, data: Record<string, unknown>) {
	return { seq: 1, type: 'voted' as const, at, actor: { id: actorId, name: 'Someone' }, data };
}

function aStep(approverIds: number[], forIds: number[] = []) {
	const [delegateId = 0] = approverIds;
	const delegations = forIds.map((forId) => ({ delegateId, forId }));
	return { role: 'lead', approverIds, quorum: 1, delegations, eligibleIds: [] };
}

describe('whom other steps have', () => {
	const steps = [aStep([11]), aStep([12]), aStep([13], [14])];

	it('are those who decided before, with those for whom they did, and those asked later', () => {
		const trail = [vote(11, { step: 0, forIds: [15] }), vote(12, { step: 1, forIds: [] })];
		expect(otherStepsOf({ step: 1, steps, trail })).toEqual({
			decidedIds: [11, 15],
			laterIds: [13, 14],
		});
	});

	it('are also those whose vote cannot be read', () => {
		const trail = [vote(11, { step: 'first' })];
		expect(otherStepsOf({ step: 1, steps, trail }).decidedIds).toEqual([11]);
	});

	it('are nobody in a case of one step that nobody has decided', () => {
		const only = { step: 0, steps: [aStep([11])], trail: [] };
		expect(otherStepsOf(only)).toEqual({ decidedIds: [], laterIds: [] });
	});
});
