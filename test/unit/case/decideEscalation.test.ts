import { replay } from '../../../src/domain/case/evolve';
import type { CaseEvent } from '../../../src/domain/case/caseEvents';
import type { CommandOf } from '../../../src/domain/case/commands';
import { decideEscalation } from '../../../src/domain/case/decideEscalation';
import { ada, event, later, mia, opened, step } from './cases';

const rung = {
	level: 1,
	step: step({ role: 'finance', approverIds: [mia.id] }),
	warnAt: null,
	dueAt: '2031-03-04T09:00:00.000Z',
	reason: 'Nobody decided in time',
};
const climbed = event('escalated', rung);
const ended = event('exhausted', { level: 1, reason: rung.reason });

/** What the escalation comes to after these events. */
function when(events: CaseEvent[], changes: Partial<CommandOf<'escalate'>> = {}) {
	const command = { command: 'escalate', caseId: 1, kind: 'ask', ...rung, ...changes } as const;
	return decideEscalation(replay(events), command, later);
}

describe('climbing a rung', () => {
	it('asks others', () => {
		expect(when([opened()])).toEqual({ status: 'escalated', events: [climbed] });
	});

	it('ends the ladder when there is nobody left to ask', () => {
		const verdict = { status: 'escalated', events: [ended] };

		expect(when([opened()], { kind: 'exhausted', step: null })).toEqual(verdict);
		expect(when([opened()], { step: null })).toEqual(verdict);
	});

	it('leads on from rung to rung', () => {
		expect(when([opened(), climbed], { level: 2 })).toMatchObject({ status: 'escalated' });
	});

	it.each<{ name: string; given: CaseEvent[]; status: string }>([
		{ name: 'a rung that was climbed', given: [opened(), climbed], status: 'already_escalated' },
		{ name: 'the end of the ladder', given: [opened(), ended], status: 'already_escalated' },
		{
			name: 'a decided case',
			given: [opened(), event('approved', { reasonCode: null, reason: null }, ada)],
			status: 'already_decided',
		},
	])('changes nothing about $name', ({ given, status }) => {
		expect(when(given)).toEqual({ status });
	});
});
