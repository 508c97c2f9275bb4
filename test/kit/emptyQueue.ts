import type { Queue } from '../../src/domain/insights/queue';

/** What the ledger counts where there is nothing. */
export const emptyQueue: Queue = {
	status: 'found',
	at: '2026-01-12T06:30:00.000Z',
	since: '2026-01-11T06:30:00.000Z',
	todayEndsAt: '2026-01-12T23:00:00.000Z',
	waiting: {
		count: 0,
		overdue: 0,
		dueToday: 0,
		withoutDueTime: 0,
		inManualQueue: 0,
		nobodyAsked: 0,
		oldestAt: null,
		byArea: [],
		byApprover: [],
	},
	cases: [],
	breached: { count: 0, cases: [] },
	decided: [],
	news: { opened: 0, escalated: 0, exhausted: 0, releaseRefused: 0, voteRefused: 0 },
	notReleased: { count: 0, cases: [] },
	leftUndone: { count: 0, cases: [] },
	outbox: { pending: 0, oldestAt: null, dead: 0 },
};
