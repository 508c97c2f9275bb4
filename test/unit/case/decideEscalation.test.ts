import { replay } from '../../../src/domain/case/evolve';
import type { CaseEvent } from '../../../src/domain/case/caseEvents';
import type { CommandOf } from '../../../src/domain/case/commands';
import { decideEscalation } from '../../../src/domain/case/decideEscalation';
import { changeOf } from '../../../src/domain/sla/slaSection';
import { clockWith } from '../../kit/sampleClock';
import { ada, ben, event, later, mia, opened, step } from './cases';

const clock = clockWith();
const sla = changeOf(clock, { ...clock, dueAt: '2031-03-04T09:00:00.000Z' });
const reason = 'Nobody decided in time';
const asked = step({ role: 'finance', approverIds: [mia.id] });
const { warnAt, dueAt } = sla;
const climbed = event('escalated', { level: 1, step: asked, warnAt, dueAt, sla, reason });
const ended = event('exhausted', { level: 1, reason, owner: mia });

/** What the escalation comes to after these events. */
function when(events: CaseEvent[], changes: Partial<CommandOf<'escalate'>> = {}) {
	const current = replay(events);
	const command: CommandOf<'escalate'> = {
		command: 'escalate',
		caseId: 1,
		version: current.version,
		level: 1,
		action: 'ask',
		step: asked,
		toIds: [],
		ownerId: null,
		sla,
		reason,
		...changes,
	};
	return decideEscalation(current, command, { to: [ada, ben], owner: mia }, later);
}

describe('climbing a rung', () => {
	it.each<{ name: string; command: Partial<CommandOf<'escalate'>>; becomes: CaseEvent }>([
		{ name: 'asks others', command: {}, becomes: climbed },
		{ name: 'ends the ladder', command: { action: 'queue', step: null }, becomes: ended },
		...(['remind', 'warn', 'page', 'priority'] as const).map((action) => ({
			name: `tells people: ${action}`,
			command: { action, step: null },
			becomes: event('nudged', { level: 1, action, to: [ada, ben], sla, reason }),
		})),
		{
			name: 'is put off',
			command: { action: 'postpone', step: null },
			becomes: event('postponed', { level: 1, sla, reason }),
		},
	])('$name', ({ command, becomes }) => {
		expect(when([opened()], command)).toEqual({ status: 'escalated', events: [becomes] });
	});

	it('leads on from rung to rung', () => {
		expect(when([opened(), climbed], { level: 2 })).toMatchObject({ status: 'escalated' });
	});

	it.each<{
		name: string;
		given: CaseEvent[];
		command?: Partial<CommandOf<'escalate'>>;
		status: string;
	}>([
		{ name: 'a rung that was climbed', given: [opened(), climbed], status: 'already_escalated' },
		{ name: 'the end of the ladder', given: [opened(), ended], status: 'already_escalated' },
		{
			name: 'a case that changed meanwhile',
			given: [opened(), event('noted', { text: 'hm' })],
			command: { version: 1 },
			status: 'changed',
		},
		{
			name: 'a decided case',
			given: [opened(), event('approved', { reasonCode: null, reason: null }, ada)],
			status: 'already_decided',
		},
	])('changes nothing about $name', ({ given, command, status }) => {
		expect(when(given, command)).toEqual({ status });
	});
});
