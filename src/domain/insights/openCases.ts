import { DateTime } from 'luxon';
import type { Person } from '../case/person';
import type { Decision } from '../case/vocabulary';
import type { Queue, QueuedCase } from './queue';
import { troublesOf } from './troubles';

/** An event that has waited longer did not reach n8n, or n8n fails on it. */
const LATE_MINUTES = 60;

/** A case that waits, as it is listed. */
export interface ListedCase extends QueuedCase {
	/** `null` where no clock was started. */
	overdue: boolean | null;
	/** Whether it has to be decided by the end of today; `null` where no clock was started. */
	dueToday: boolean | null;
	waitingHours: number;
	/** Where the case is in Odoo's web client, and where its record is. */
	url: string;
	recordUrl: string;
}

interface SomeCases<Listed = ListedCase> {
	count: number;
	/** The first of them. */
	cases: Listed[];
}

/** What waits, what happened since the last look, and what is broken. Unknown is `null`, never 0. */
export interface OpenCases {
	/** Odoo's clock; ISO 8601 UTC. */
	at: string;
	since: string;
	todayEndsAt: string;
	/** Whether nothing waits, nothing went wrong and nothing is broken. */
	quiet: boolean;
	waiting: Omit<Queue['waiting'], 'oldestAt' | 'byArea'> & {
		oldestAt: string | null;
		oldestHours: number | null;
		byArea: Array<Queue['waiting']['byArea'][number] & { oldestHours: number }>;
	};
	/** What is due soonest comes first. */
	cases: ListedCase[];
	breached: SomeCases;
	decided: {
		count: number;
		byDecision: Record<Decision, number>;
		byPolicy: number;
		byPeople: Array<{ person: Person; count: number }>;
	};
	news: Queue['news'];
	notReleased: SomeCases<ListedCase & { message: string | null }>;
	leftUndone: SomeCases;
	deadLetters: number;
	outbox: { pending: number; oldestMinutes: number | null; late: boolean };
}

export type LinkTo = (record: { model: string; id: number }) => string;

/** What the ledger counted, as people want to know it. */
export function openCasesFrom(queue: Queue, linkTo: LinkTo): OpenCases {
	const { at, since, todayEndsAt, breached, notReleased, leftUndone, outbox, news } = queue;
	const listed = (one: QueuedCase) => listedCase(one, queue, linkTo);
	const oldestMinutes = outbox.oldestAt === null ? null : ageIn('minutes', outbox.oldestAt, at);
	const counted = {
		at,
		since,
		todayEndsAt,
		waiting: waitingOf(queue),
		cases: queue.cases.map(listed),
		breached: { count: breached.count, cases: breached.cases.map(listed) },
		decided: decidedOf(queue),
		news,
		notReleased: {
			count: notReleased.count,
			cases: notReleased.cases.map((one) => ({ ...listed(one), message: one.message })),
		},
		leftUndone: { count: leftUndone.count, cases: leftUndone.cases.map(listed) },
		deadLetters: outbox.dead,
		outbox: {
			pending: outbox.pending,
			oldestMinutes,
			late: oldestMinutes !== null && oldestMinutes >= LATE_MINUTES,
		},
	};
	return { ...counted, quiet: isQuiet(counted) };
}

/** How many seconds the day still lasts where it is read. */
export function secondsLeftToday(now: string, zone: string): number {
	const here = DateTime.fromISO(now, { zone });
	return Math.ceil(here.endOf('day').diff(here).as('seconds'));
}

function waitingOf({ at, waiting }: Queue): OpenCases['waiting'] {
	const { oldestAt, byArea, byApprover } = waiting;
	return {
		...waiting,
		oldestHours: oldestAt === null ? null : ageIn('hours', oldestAt, at),
		byArea: [...byArea]
			.sort(mostPressing)
			.map((row) => ({ ...row, oldestHours: ageIn('hours', row.oldestAt, at) })),
		byApprover: [...byApprover].sort(mostPressing),
	};
}

interface Pressing {
	overdue: number;
	count: number;
}

function mostPressing(left: Pressing, right: Pressing): number {
	return right.overdue - left.overdue || right.count - left.count;
}

function decidedOf({ decided }: Queue): OpenCases['decided'] {
	const byDecision = { approved: 0, rejected: 0, sent_back: 0 };
	const people = new Map<number, { person: Person; count: number }>();
	let byPolicy = 0;
	for (const { decision, by, count } of decided) {
		byDecision[decision] += count;
		if (by) {
			const before = people.get(by.id)?.count ?? 0;
			people.set(by.id, { person: by, count: before + count });
		} else byPolicy += count;
	}
	return {
		count: byDecision.approved + byDecision.rejected + byDecision.sent_back,
		byDecision,
		byPolicy,
		byPeople: [...people.values()].sort((left, right) => right.count - left.count),
	};
}

function listedCase(one: QueuedCase, { at, todayEndsAt }: Queue, linkTo: LinkTo): ListedCase {
	const { id, dueAt, openedAt, model, recordId } = one;
	return {
		...one,
		overdue: dueAt === null ? null : isUntil(dueAt, at),
		dueToday: dueAt === null ? null : isUntil(dueAt, todayEndsAt),
		waitingHours: ageIn('hours', openedAt, at),
		url: linkTo({ model: 'x_approval_case', id }),
		recordUrl: linkTo({ model, id: recordId }),
	};
}

function isUntil(instant: string, end: string): boolean {
	return Date.parse(instant) <= Date.parse(end);
}

const unitMs = { minutes: 60_000, hours: 3_600_000 } as const;

/** How long ago something was, to a tenth; nothing is younger than now. */
function ageIn(unit: keyof typeof unitMs, instant: string, at: string): number {
	const age = (Date.parse(at) - Date.parse(instant)) / unitMs[unit];
	return Math.max(0, Math.round(age * 10) / 10);
}

function isQuiet(counted: Omit<OpenCases, 'quiet'>): boolean {
	const { waiting, breached, news } = counted;
	const worthTelling = [waiting.count, breached.count, news.releaseRefused, news.voteRefused];
	return troublesOf(counted).length === 0 && worthTelling.every((count) => count === 0);
}
