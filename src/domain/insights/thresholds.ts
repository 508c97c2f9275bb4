import type { z } from 'zod';
import type { decidedCounts } from './figures';
import type { Queue } from './queue';

/** What may be told of, in the order in which it is. */
export const alertKinds = [
	'oldestWaiting',
	'overdueCases',
	'deadLetters',
	'outboxLag',
	'lateDecisions',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** What is still fine; more than that is told of. */
export interface Thresholds {
	/** Hours since opening of the case that has waited longest. */
	oldestWaiting: number;
	overdueCases: number;
	deadLetters: number;
	/** Minutes since the oldest event was written that nobody has acknowledged. */
	outboxLag: number;
	/** Percent of the decisions for which a time was promised. */
	lateDecisions: number;
	/** Of fewer decisions no share is told: one late of two says nothing. */
	leastDecisions: number;
}

/** How many cases a look has to list, so that it is known since when too many are overdue. */
export function casesToList({ overdueCases }: Pick<Thresholds, 'overdueCases'>): number {
	return overdueCases + 1;
}

export interface ThresholdCheck {
	alert: AlertKind;
	exceeded: boolean;
	/** In the unit of the threshold; `null` where nothing waits. */
	value: number | null;
	threshold: number;
	/** When it went past the threshold, ISO 8601 UTC; `null` where it did not, or that is not known. */
	since: string | null;
}

type DecidedCounts = Pick<z.infer<typeof decidedCounts>, 'promised' | 'late'>;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * Compares what waits, what is broken and what ran late with what is still fine.
 *
 * @param queue with as many cases as `casesToList` says
 * @param decided by people in the time that is looked at; `undefined` where nobody decided
 * @returns one check for each kind of alert; none of late decisions where they are too few to say
 */
export function checkThresholds(
	queue: Queue,
	decided: DecidedCounts | undefined,
	thresholds: Thresholds,
): ThresholdCheck[] {
	const { at, waiting, outbox, cases } = queue;
	const late = lateShare(decided, thresholds.leastDecisions);
	const check = (alert: AlertKind, value: number | null, since: string | null = null) => {
		const threshold = thresholds[alert];
		const exceeded = value !== null && value > threshold;
		return { alert, exceeded, value, threshold, since: exceeded ? since : null };
	};
	const aged = (alert: 'oldestWaiting' | 'outboxLag', oldestAt: string | null, unitMs: number) => {
		if (oldestAt === null) return check(alert, null);
		const began = Date.parse(oldestAt);
		const age = toTenth((Date.parse(at) - began) / unitMs);
		return check(alert, age, new Date(began + thresholds[alert] * unitMs).toISOString());
	};
	return [
		aged('oldestWaiting', waiting.oldestAt, HOUR_MS),
		check('overdueCases', waiting.overdue, cases[thresholds.overdueCases]?.dueAt ?? null),
		check('deadLetters', outbox.dead),
		aged('outboxLag', outbox.oldestAt, MINUTE_MS),
		...(late === null ? [] : [check('lateDecisions', late)]),
	];
}

function lateShare(decided: DecidedCounts | undefined, least: number): number | null {
	if (!decided || decided.promised === 0 || decided.promised < least) return null;
	return toTenth((decided.late / decided.promised) * 100);
}

/** As it is told, so that nothing is told that reads as if it were fine. */
function toTenth(value: number): number {
	return Math.round(value * 10) / 10;
}
