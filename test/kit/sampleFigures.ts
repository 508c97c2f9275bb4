import { DateTime } from 'luxon';
import {
	decidedCounts,
	decisionBounds,
	eventCounts,
	openedCounts,
	waitingCounts,
	type Breakdown,
	type CountedFigures,
} from '../../src/domain/insights/figures';

type Part = { by: Breakdown; key: string | null };

const zeros = <Name extends string>(shape: Record<Name, unknown>) =>
	Object.fromEntries(Object.keys(shape).map((name) => [name, 0])) as Record<Name, number>;

const opened = (part: Part, counts: Partial<CountedFigures['opened'][number]>) => ({
	...zeros(openedCounts.shape),
	...{ ...part, routing: null },
	...counts,
});
const decided = (part: Part, counts: Partial<CountedFigures['decided'][number]>) => ({
	...zeros(decidedCounts.shape),
	...{ ...part, waiting: null, waitingSum: 0, applying: null },
	within: decisionBounds.map(() => 0),
	...counts,
});
const waiting = (part: Part, counts: Partial<CountedFigures['waiting'][number]>) => ({
	...zeros(waitingCounts.shape),
	...{ ...part, age: null, oldestAge: 0 },
	...counts,
});

const ANYWHERE: Part = { by: 'all', key: null };
const HOUR = 3_600;

/** What the ledger counts where there is nothing. */
export const emptyFigures: CountedFigures = {
	status: 'found',
	at: '2026-01-12T06:30:00.000Z',
	from: '2025-12-13T06:30:00.000Z',
	to: '2026-01-12T06:30:00.000Z',
	...{ opened: [], decided: [], happened: [], waiting: [], events: [], rules: [] },
	labels: { area: {}, company: {}, approver: {} },
};

/** A month in a house that has some work, as the ledger counts it; weekends are quiet. */
export function sampleFigures(): CountedFigures {
	const days = Array.from({ length: 31 }, (_one, index) =>
		DateTime.fromISO('2025-12-13', { zone: 'utc' }).plus({ days: index }),
	).filter(({ weekday }) => weekday < 6);
	const periods = days.map((day, index) => ({
		part: { by: 'period', key: day.toFormat("yyyy-MM-dd'T'HH:mm") } as const,
		count: 12 + ((index * 5) % 9),
		auto: 8 + ((index * 3) % 5),
		people: 3 + ((index * 7) % 4),
		late: index % 6 === 2 ? 2 : index % 4 === 1 ? 1 : 0,
	}));
	const sum = (name: 'count' | 'auto' | 'people' | 'late') =>
		periods.reduce((total, one) => total + one[name], 0);
	return {
		...emptyFigures,
		opened: [
			opened(ANYWHERE, { count: sum('count'), autoApproved: sum('auto'), routing: [1.4, 6.2] }),
			...periods.map(({ part, count, auto }) => opened(part, { count, autoApproved: auto })),
			...Object.keys(areaLabels).map((key, index) =>
				opened({ by: 'area', key }, { count: 90 - 20 * index, autoApproved: 60 - 15 * index }),
			),
		],
		decided: [
			decided(ANYWHERE, {
				...{ byPolicy: sum('auto'), byPeople: sum('people'), approved: sum('people') - 6 },
				...{ promised: sum('people'), late: sum('late'), rejected: 4, sentBack: 2 },
				...{ waiting: [2.6 * HOUR, 21 * HOUR], applying: [0.8, 2.9] },
			}),
			...periods.map(({ part, auto, people, late }, index) =>
				decided(part, {
					...{ byPolicy: auto, byPeople: people, promised: people, late },
					waiting: [(1 + (index % 4)) * HOUR, (6 + ((index * 5) % 19)) * HOUR],
				}),
			),
			...Object.keys(areaLabels).map((key, index) =>
				decided({ by: 'area', key }, { byPeople: 20, waiting: [2 * HOUR, (8 + 9 * index) * HOUR] }),
			),
			...Object.keys(approverLabels).map((key, index) =>
				decided(
					{ by: 'approver', key },
					{ byPeople: 20, waiting: [HOUR, (4 + 12 * index) * HOUR] },
				),
			),
		],
		happened: [
			{ ...ANYWHERE, type: 'escalated', count: 7 },
			{ ...ANYWHERE, type: 'exhausted', count: 1 },
			{ ...ANYWHERE, type: 'release_refused', count: 2 },
		],
		waiting: [
			waiting(ANYWHERE, {
				count: 12,
				overdue: 3,
				age: [9 * HOUR, 60 * HOUR],
				oldestAge: 70 * HOUR,
			}),
			...Object.keys(areaLabels).map((key, index) =>
				waiting(
					{ by: 'area', key },
					{
						count: 6 - index,
						overdue: Math.max(0, 2 - index),
						oldestAge: (70 - 20 * index) * HOUR,
					},
				),
			),
			...Object.keys(approverLabels).map((key, index) =>
				waiting(
					{ by: 'approver', key },
					{ count: 2 + 3 * index, overdue: index, oldestAge: (20 + 25 * index) * HOUR },
				),
			),
		],
		events: [
			{
				...zeros(eventCounts.shape),
				...ANYWHERE,
				...{ written: 412, acknowledged: 409, retried: 6, failed: 1, pending: 3 },
				...{ lag: [0.9, 4.1], oldestPending: 41 },
			},
		],
		rules: [
			rule('margin_below_floor', 31, 29),
			rule('discount_above_limit', 18, 11),
			rule(null, 9, 3),
		],
		labels: { area: areaLabels, company: {}, approver: approverLabels },
	};
}

const areaLabels = {
	sales_order_release: 'Sales order release',
	procurement: 'Procurement',
	returns_authorization: 'Returns authorization',
};
const approverLabels = { '3': 'Marta Example', '4': 'Henrik Example', '9': 'Bo Example-Longname' };

function rule(id: string | null, count: number, approved: number): CountedFigures['rules'][number] {
	const policy = 'sales_order_release 4';
	return { policy, rule: id, decided: count, approved, rejected: count - approved, sentBack: 0 };
}
