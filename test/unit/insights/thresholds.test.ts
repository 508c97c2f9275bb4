import { exampleQueue } from '../../../scripts/templates/exampleQueue';
import type { Queue } from '../../../src/domain/insights/queue';
import {
	casesToList,
	checkThresholds,
	type AlertKind,
	type Thresholds,
} from '../../../src/domain/insights/thresholds';
import { emptyQueue } from '../../kit/emptyQueue';

const thresholds: Thresholds = {
	oldestWaiting: 24,
	overdueCases: 0,
	deadLetters: 0,
	outboxLag: 60,
	lateDecisions: 20,
	leastDecisions: 10,
};
const at = '2026-01-12T06:30:00.000Z';
const quiet: Queue = { ...emptyQueue, at };
const outbox = (changes: Partial<Queue['outbox']>): Queue => ({
	...quiet,
	outbox: { ...quiet.outbox, ...changes },
});
const oldest = (oldestAt: string): Queue => ({
	...quiet,
	waiting: { ...quiet.waiting, count: 1, oldestAt },
});

interface Given {
	queue?: Queue;
	decided?: { promised: number; late: number };
	changes?: Partial<Thresholds>;
}
const check = (alert: AlertKind, { queue = quiet, decided, changes }: Given) =>
	checkThresholds(queue, decided, { ...thresholds, ...changes }).find((one) => one.alert === alert);

describe('the thresholds', () => {
	it('are each checked; of late decisions nothing is said where nobody decided', () => {
		expect(checkThresholds(quiet, undefined, thresholds)).toEqual([
			{ alert: 'oldestWaiting', exceeded: false, value: null, threshold: 24, since: null },
			{ alert: 'overdueCases', exceeded: false, value: 0, threshold: 0, since: null },
			{ alert: 'deadLetters', exceeded: false, value: 0, threshold: 0, since: null },
			{ alert: 'outboxLag', exceeded: false, value: null, threshold: 60, since: null },
		]);
	});

	it.each([
		{ openedAt: '2026-01-11T06:30:00.000Z', value: 24, exceeded: false },
		{ openedAt: '2026-01-11T06:24:00.000Z', value: 24.1, exceeded: true },
		// What reads as 24 hours is not told of as more than 24.
		{ openedAt: '2026-01-11T06:29:00.000Z', value: 24, exceeded: false },
	])('are for a case of $openedAt: exceeded $exceeded', ({ openedAt, value, exceeded }) => {
		expect(check('oldestWaiting', { queue: oldest(openedAt) })).toMatchObject({ value, exceeded });
	});

	it('say since when a case has waited too long', () => {
		expect(check('oldestWaiting', { queue: oldest('2026-01-09T10:12:00.000Z') })).toMatchObject({
			value: 68.3,
			since: '2026-01-10T10:12:00.000Z',
		});
	});

	it('say since when too many cases are overdue: when the first came to be that is too many', () => {
		const [first, second] = exampleQueue().cases;
		const queue = {
			...exampleQueue(),
			waiting: { ...exampleQueue().waiting, overdue: 2 },
		};

		expect(check('overdueCases', { queue })).toMatchObject({ value: 2, since: first?.dueAt });
		expect(check('overdueCases', { queue, changes: { overdueCases: 1 } })).toMatchObject({
			exceeded: true,
			since: second?.dueAt,
		});
		expect(check('overdueCases', { queue, changes: { overdueCases: 2 } })).toMatchObject({
			exceeded: false,
			since: null,
		});
		expect(casesToList({ overdueCases: 1 })).toBe(2);
	});

	it('do not say since when there are dead letters: that is not known', () => {
		expect(check('deadLetters', { queue: outbox({ dead: 1 }) })).toMatchObject({
			exceeded: true,
			value: 1,
			since: null,
		});
	});

	it.each([
		{ oldestAt: '2026-01-12T05:30:00.000Z', value: 60, exceeded: false, since: null },
		{
			oldestAt: '2026-01-12T05:29:00.000Z',
			value: 61,
			exceeded: true,
			since: '2026-01-12T06:29:00.000Z',
		},
	])('are for an event of $oldestAt: exceeded $exceeded', ({ oldestAt, ...expected }) => {
		expect(check('outboxLag', { queue: outbox({ pending: 1, oldestAt }) })).toMatchObject(expected);
	});

	it.each([
		{ promised: 10, late: 2, value: 20, exceeded: false },
		{ promised: 10, late: 3, value: 30, exceeded: true },
		{ promised: 3, late: 1, value: 33.3, exceeded: true, least: 3 },
	])('are for $late late of $promised: exceeded $exceeded', ({ promised, late, least, ...row }) => {
		const changes = least === undefined ? {} : { leastDecisions: least };
		expect(check('lateDecisions', { decided: { promised, late }, changes })).toMatchObject(row);
	});

	it('neither begin nor end where decisions are too few to say whether many are late', () => {
		expect(check('lateDecisions', { decided: { promised: 9, late: 9 } })).toBeUndefined();
		const none = { decided: { promised: 0, late: 0 }, changes: { leastDecisions: 0 } };
		expect(check('lateDecisions', none)).toBeUndefined();
	});
});
