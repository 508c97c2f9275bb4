import { exampleQueue } from '../../../scripts/templates/exampleQueue';
import { openCasesFrom, secondsLeftToday } from '../../../src/domain/insights/openCases';
import type { Queue } from '../../../src/domain/insights/queue';
import { emptyQueue } from '../../kit/emptyQueue';

const linkTo = ({ model, id }: { model: string; id: number }) => `${model}/${id}`;
const look = (changes: Partial<Queue>) =>
	openCasesFrom({ ...structuredClone(emptyQueue), ...changes }, linkTo);

describe('what waits', () => {
	it('is told with ages, and with where each case and its record are', () => {
		const { waiting, cases } = openCasesFrom(exampleQueue(), linkTo);

		expect(waiting).toMatchObject({ count: 3, overdue: 1, dueToday: 2, oldestHours: 68.3 });
		expect(cases.map((one) => [one.recordName, one.waitingHours])).toEqual([
			['S00042', 68.3],
			['P00017', 63.8],
			['WH/RET/00008', 0.4],
		]);
		expect(cases.map(({ overdue, dueToday }) => [overdue, dueToday])).toEqual([
			[true, true],
			[false, true],
			[false, false],
		]);
		expect(cases[0]).toMatchObject({ url: 'x_approval_case/1', recordUrl: 'sale.order/1' });
	});

	it('is told by what presses most', () => {
		const { waiting } = exampleQueue();
		const row = waiting.byArea[0];
		if (!row) throw new Error('The example has no area');
		const person = { id: 3, name: 'Marta' };
		const { byArea, byApprover } = look({
			waiting: {
				...waiting,
				byArea: [
					{ ...row, area: 'many', count: 9, overdue: 0 },
					{ ...row, area: 'late', count: 1, overdue: 1 },
				],
				byApprover: [
					{ person, count: 1, overdue: 0 },
					{ person, count: 2, overdue: 0 },
				],
			},
		}).waiting;
		expect(byArea.map(({ area }) => area)).toEqual(['late', 'many']);
		expect(byApprover.map(({ count }) => count)).toEqual([2, 1]);
	});

	it('has no age where there is nothing, and no lateness where there is no clock', () => {
		const [one] = exampleQueue().cases;
		const { waiting, outbox, cases } = look({ cases: one ? [{ ...one, dueAt: null }] : [] });

		expect(waiting.oldestHours).toBeNull();
		expect(outbox.oldestMinutes).toBeNull();
		expect(cases).toMatchObject([{ overdue: null, dueToday: null }]);
	});

	it('is never younger than now, whatever the clocks say', () => {
		const outbox = { pending: 1, oldestAt: '2026-01-12T06:30:01.000Z', dead: 0 };
		expect(look({ outbox }).outbox).toEqual({ pending: 1, oldestMinutes: 0, late: false });
	});
});

describe('what was decided', () => {
	it('is added up by decision, by policy and by people', () => {
		const [marta, henrik] = [
			{ id: 3, name: 'Marta' },
			{ id: 4, name: 'Henrik' },
		];
		const { decided } = look({
			decided: [
				{ decision: 'approved', by: marta, count: 2 },
				{ decision: 'approved', by: null, count: 40 },
				{ decision: 'sent_back', by: henrik, count: 4 },
				{ decision: 'rejected', by: marta, count: 1 },
				{ decision: 'rejected', by: null, count: 5 },
			],
		});
		expect(decided).toEqual({
			count: 52,
			byDecision: { approved: 42, rejected: 6, sent_back: 4 },
			byPolicy: 45,
			byPeople: [
				{ person: henrik, count: 4 },
				{ person: marta, count: 3 },
			],
		});
	});
});

describe('a day is quiet', () => {
	const [one] = exampleQueue().cases;
	const some = { count: 1, cases: one ? [one] : [] };
	const { waiting, news, outbox } = emptyQueue;

	it.each<{ on: string; changes: Partial<Queue> }>([
		{ on: 'nothing at all', changes: {} },
		{ on: 'decisions', changes: { decided: [{ decision: 'approved', by: null, count: 9 }] } },
		{ on: 'new cases', changes: { news: { ...news, opened: 9 } } },
		{
			on: 'events under way',
			changes: { outbox: { ...outbox, pending: 2, oldestAt: '2026-01-12T06:29:00.000Z' } },
		},
	])('with $on', ({ changes }) => {
		expect(look(changes).quiet).toBe(true);
	});

	it.each<{ on: string; changes: Partial<Queue> }>([
		{ on: 'a case that waits', changes: { waiting: { ...waiting, count: 1 } } },
		{ on: 'a broken promise', changes: { breached: some } },
		{ on: 'an attempt past the approval', changes: { news: { ...news, releaseRefused: 1 } } },
		{ on: 'an attempt against the duties', changes: { news: { ...news, voteRefused: 1 } } },
		{ on: 'what was left undone', changes: { leftUndone: some } },
		{ on: 'a dead letter', changes: { outbox: { ...outbox, dead: 1 } } },
		{
			on: 'a late event',
			changes: { outbox: { ...outbox, pending: 1, oldestAt: '2026-01-12T05:30:00.000Z' } },
		},
		{ on: 'a refusal of Odoo', changes: { notReleased: exampleQueue().notReleased } },
	])('but not with $on', ({ changes }) => {
		expect(look(changes).quiet).toBe(false);
	});
});

describe('today', () => {
	it.each([
		{ now: '2026-01-12T06:30:00.000Z', zone: 'Europe/Berlin', hours: 16.5 },
		{ now: '2026-01-12T06:30:00.000Z', zone: 'America/New_York', hours: 22.5 },
		// Clocks go forward that night.
		{ now: '2026-03-29T00:30:00.000Z', zone: 'Europe/Berlin', hours: 21.5 },
	])('still lasts $hours hours at $now in $zone', ({ now, zone, hours }) => {
		expect(secondsLeftToday(now, zone)).toBe(hours * 3_600);
	});
});
