import fc from 'fast-check';
import type { CaseView } from '../../../src/domain/case/caseView';
import { clockActions } from '../../../src/domain/case/vocabulary';
import type { EscalateCommand, Escalation } from '../../../src/domain/escalation/Escalation';
import { ladderSchema } from '../../../src/domain/escalation/ladder';
import { planEscalation } from '../../../src/domain/escalation/planEscalation';
import type { SlaSection } from '../../../src/domain/sla/slaSection';
import { alwaysOpen } from '../../../src/domain/sla/workCalendar';
import { caseWith } from '../../kit/sampleCase';
import { clockWith } from '../../kit/sampleClock';
import { aLine, aUser, fallback } from '../authority/authorityCases';

const due = '2031-03-03T16:00:00.000Z';
const users = [
	aUser(11, 'marta', {}),
	aUser(12, 'frank', {}),
	aUser(21, 'dora', {}),
	aUser(31, 'elena', { groups: ['managers'] }),
];
const matrix = {
	rows: [
		aLine('marta', { role: 'sales_manager' }),
		aLine('frank', { role: 'sales_manager', level: 2, above: 1_000_000 }),
		aLine('dora', { role: 'director' }),
	],
	fallback,
};

/** What the clock does about the sample case, with a ladder and at a time. */
function plan(
	rungs: object[],
	{
		view = {},
		sla = {},
		...changes
	}: Partial<Omit<Escalation, 'view'>> & {
		view?: Partial<CaseView>;
		sla?: Partial<SlaSection>;
	} = {},
): EscalateCommand | null {
	return planEscalation({
		view: { ...caseWith({ requester: { id: 9, name: 'Sam' }, ...view }), sla: clockWith(sla) },
		ladder: ladderSchema.parse(rungs.map((rung) => ({ workingMinutes: 120, ...rung }))),
		matrix,
		directory: users,
		quietHours: null,
		reminderGapMinutes: 240,
		ownerId: null,
		now: due,
		...changes,
	});
}

const reminded = (at: string) => ({
	seq: 3,
	type: 'nudged' as const,
	at,
	actor: null,
	data: { level: 1, action: 'remind', to: [{ id: 11, name: 'Marta' }], sla: null, reason: '' },
});

describe('planEscalation', () => {
	it('does nothing before the case is due', () => {
		expect(plan([{ action: 'remind' }], { now: '2031-03-03T15:59:59.999Z' })).toBeNull();
	});

	it('asks others, who have time of their own; the promise stays', () => {
		expect(plan([{ action: 'ask', role: 'director' }])).toMatchObject({
			command: 'escalate',
			caseId: 7,
			version: 2,
			level: 1,
			action: 'ask',
			step: { role: 'director', approverIds: [21], quorum: 1 },
			sla: { promisedAt: due, dueAt: '2031-03-03T18:00:00.000Z', term: { minutes: 120 } },
			reason: `Nobody decided by ${due}: director is asked now`,
		});
	});

	it('asks the next level of the role, which is not asked about such a case otherwise', () => {
		const command = plan([{ action: 'next_level' }]);
		expect(command).toMatchObject({ action: 'next_level', step: { approverIds: [12] } });
	});

	it('asks the fallback', () => {
		const command = plan([{ action: 'fallback' }]);
		expect(command).toMatchObject({
			action: 'fallback',
			step: { role: 'fallback', approverIds: [31] },
		});
	});

	it('reminds those who have not answered yet', () => {
		const vote = { step: 0, round: 1, decision: 'approved' as const, forIds: [], at: due };
		const votes = [{ ...vote, actor: { id: 11, name: 'Marta Manager' } }];
		expect(plan([{ action: 'remind' }], { view: { votes } })).toMatchObject({
			action: 'remind',
			step: null,
			toIds: [12],
			sla: { dueAt: '2031-03-03T18:00:00.000Z' },
		});
	});

	it('reminds nobody twice within the time between two reminders', () => {
		const again = (at: string) =>
			plan([{ action: 'remind' }], { view: { trail: [reminded(at)] } })?.toIds;
		expect(again('2031-03-03T12:00:00.001Z')).toEqual([]);
		expect(again('2031-03-03T12:00:00.000Z')).toEqual([11, 12]);
	});

	it.each(['warn', 'page'] as const)('tells people, who are not asked: %s', (action) => {
		expect(plan([{ action, role: 'director' }])).toMatchObject({ action, step: null, toIds: [21] });
	});

	it('tells even those who have a part in the matter', () => {
		const command = plan([{ action: 'warn', role: 'director' }], {
			view: { involvedIds: [9, 21] },
		});
		expect(command).toMatchObject({ toIds: [21] });
	});

	it('raises the priority', () => {
		expect(plan([{ action: 'priority' }])).toMatchObject({ action: 'priority', toIds: [] });
	});

	it('leaves the due time as it is at a warning', () => {
		const command = plan([{ action: 'remind', at: 'warning' }], {
			now: '2031-03-03T14:00:00.000Z',
		});
		expect(command).toMatchObject({
			action: 'remind',
			level: 1,
			sla: null,
			reason: `Due at ${due}: those who are asked are reminded`,
		});
	});

	it.each([
		{
			name: 'nobody has the role',
			rung: { action: 'ask', role: 'owner' },
			why: 'is a role that no line',
		},
		{
			name: 'whoever has it asked for the approval',
			rung: { action: 'ask', role: 'director' },
			view: { requester: { id: 21, name: 'Dora' } },
			why: 'requested it',
		},
		{
			name: 'there is no higher level',
			rung: { action: 'next_level' },
			view: { policy: { ...caseWith({}).policy, role: 'director' } },
			why: 'the role has no higher level',
		},
	])('passes over a rung where $name', ({ rung, view = {}, why }) => {
		const noFallback = { ...matrix, fallback: { kind: 'group' as const, group: 'nobody' } };
		const next = plan([rung, { action: 'remind' }], { view, matrix: noFallback });
		expect(next).toMatchObject({ level: 2, action: 'remind' });
		const end = plan([rung], { view, matrix: noFallback });
		expect(end).toMatchObject({ level: 2, action: 'queue', sla: null });
		expect(end?.reason).toContain(why);
		expect(end?.reason).toContain('the ladder has ended');
	});

	it('hands over at the end of the ladder, to the owner that is named', () => {
		expect(plan([], { ownerId: 31 })).toMatchObject({ level: 1, action: 'queue', ownerId: 31 });
		const climbed = { escalationLevel: 1 };
		expect(plan([{ action: 'remind' }], { view: climbed })).toMatchObject({
			level: 2,
			action: 'queue',
		});
		expect(plan([], { view: { escalationLevel: 4 } })).toMatchObject({ level: 5, action: 'queue' });
	});

	describe('in quiet hours', () => {
		const quietHours = { from: '15:00', to: '07:00', zone: 'UTC' };

		it('puts off what would disturb people', () => {
			expect(plan([{ action: 'remind' }], { quietHours })).toMatchObject({
				level: 1,
				action: 'postpone',
				sla: { promisedAt: due, dueAt: '2031-03-04T07:00:00.000Z' },
			});
		});

		it.each([{ action: 'page', role: 'director' }, { action: 'priority' }, { action: 'queue' }])(
			'lets the clock go on with %j',
			(rung) => {
				expect(plan([rung], { quietHours })).toMatchObject({ action: rung.action });
			},
		);

		it('leaves out a warning', () => {
			const now = '2031-03-03T15:30:00.000Z';
			expect(plan([{ action: 'remind', at: 'warning' }], { quietHours, now })).toBeNull();
		});
	});

	it('always comes to an end, whatever the ladder', () => {
		const rung = fc.record({
			action: fc.constantFrom(...clockActions.filter((action) => action !== 'postpone')),
			role: fc.constantFrom('director', 'sales_manager', 'owner'),
			at: fc.constantFrom('warning', 'due'),
			slaClasses: fc.constantFrom([], ['standard'], ['urgent']),
			fromRisk: fc.constantFrom(0, 30, 31),
		});
		fc.assert(
			fc.property(fc.array(rung, { maxLength: 8 }), (rungs) => {
				let view: Partial<CaseView> = {};
				let sla: Partial<SlaSection> = {};
				const levels: number[] = [];
				for (let turn = 0; turn <= rungs.length; turn += 1) {
					const now = sla.dueAt ?? due;
					const command = plan(rungs, { view, sla, now });
					if (!command) throw new Error('A case that is due was left alone');
					levels.push(command.level);
					if (command.action === 'queue') break;
					view = { escalationLevel: command.level };
					if (command.sla) sla = { ...command.sla, calendar: alwaysOpen };
				}
				// Each rung once, upwards, and then the manual queue.
				expect([...new Set(levels)].sort((left, right) => left - right)).toEqual(levels);
				expect(levels.length).toBeLessThanOrEqual(rungs.length + 1);
			}),
		);
	});
});
