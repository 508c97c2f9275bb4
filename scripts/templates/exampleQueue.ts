import type { Queue, QueuedCase } from '../../src/domain/insights/queue';
import { findArea } from '../../src/domain/areas/areas';

const [marc, marta, henrik] = [
	{ id: 2, name: 'Marc Demo' },
	{ id: 3, name: 'Marta Example' },
	{ id: 4, name: 'Henrik Example' },
];

interface Sketch {
	id: number;
	area: string;
	record: string;
	amount: number | null;
	headline: string;
	openedAt: string;
	dueAt: string | null;
}

const sketches = {
	overdue: {
		id: 1,
		area: 'sales_order_release',
		record: 'S00042',
		amount: 12_400,
		headline: 'Margin 11.25 % is below 15 %',
		openedAt: '2026-01-09T10:12:00.000Z',
		dueAt: '2026-01-09T15:00:00.000Z',
	},
	today: {
		id: 2,
		area: 'procurement',
		record: 'P00017',
		amount: 3_150.5,
		headline: 'Price is 12 % above the last one',
		openedAt: '2026-01-09T14:40:00.000Z',
		dueAt: '2026-01-12T13:40:00.000Z',
	},
	later: {
		id: 3,
		area: 'returns_authorization',
		record: 'WH/RET/00008',
		amount: null,
		headline: 'No reason is given for the return',
		openedAt: '2026-01-12T06:05:00.000Z',
		dueAt: '2026-01-13T12:05:00.000Z',
	},
	refused: {
		id: 4,
		area: 'sales_order_release',
		record: 'S00039',
		amount: 980,
		headline: 'Discount of up to 12 % is above 10 %',
		openedAt: '2026-01-09T08:00:00.000Z',
		dueAt: '2026-01-09T15:00:00.000Z',
	},
} as const satisfies Record<string, Sketch>;

/** A Monday morning: what the ledger would count in a house where not all went well. */
export function exampleQueue(): Queue {
	const cases = [sketches.overdue, sketches.today, sketches.later].map(queued);
	return {
		status: 'found',
		at: '2026-01-12T06:30:00.000Z',
		since: '2026-01-09T06:30:00.000Z',
		todayEndsAt: '2026-01-12T23:00:00.000Z',
		waiting: waitingOf(cases),
		cases,
		breached: { count: 1, cases: cases.slice(0, 1) },
		decided: [
			{ decision: 'approved', by: null, count: 21 },
			{ decision: 'approved', by: marta, count: 6 },
			{ decision: 'rejected', by: henrik, count: 1 },
		],
		news: { opened: 31, escalated: 1, exhausted: 0, releaseRefused: 0, voteRefused: 0 },
		notReleased: { count: 1, cases: [refused()] },
		leftUndone: { count: 0, cases: [] },
		outbox: { pending: 0, oldestAt: null, dead: 0 },
	};
}

function refused(): Queue['notReleased']['cases'][number] {
	return {
		...queued(sketches.refused),
		state: 'approved',
		approvers: [],
		decidedBy: marta,
		decidedAt: '2026-01-09T09:30:00.000Z',
		message: 'The delivery address is archived.',
	};
}

function queued({ id, area, record, amount, ...sketch }: Sketch): QueuedCase {
	const { label, model } = findArea(area);
	return {
		...sketch,
		id,
		name: `${record} · ${label}`,
		area,
		areaLabel: label,
		model,
		recordId: id,
		recordName: record,
		state: 'pending',
		amount,
		currency: amount === null ? null : 'EUR',
		requester: marc,
		approvers: [marta],
		owner: null,
		urgent: false,
		promisedAt: sketch.dueAt,
		decidedBy: null,
		decidedAt: null,
	};
}

function waitingOf(cases: readonly QueuedCase[]): Queue['waiting'] {
	const [first] = cases;
	return {
		count: cases.length,
		overdue: 1,
		dueToday: 2,
		withoutDueTime: 0,
		inManualQueue: 0,
		nobodyAsked: 0,
		oldestAt: first?.openedAt ?? null,
		byArea: cases.map(({ area, areaLabel: label, openedAt: oldestAt }, index) => ({
			...{ area, label, oldestAt },
			count: 1,
			overdue: index === 0 ? 1 : 0,
		})),
		byApprover: [{ person: marta, count: cases.length, overdue: 1 }],
	};
}
