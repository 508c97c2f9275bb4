import type { z } from 'zod';
import type { CaseEventType } from '../case/vocabulary';
import {
	decidedCounts,
	type DecidedRow,
	decisionBounds,
	eventCounts,
	type EventsRow,
	type HappenedRow,
	openedCounts,
	type OpenedRow,
	waitingCounts,
	type WaitingRow,
} from './figures';

/** Median and 90th percentile. */
export interface Percentiles {
	p50: number;
	p90: number;
}

/** Shares are between 0 and 1, to four places, and `null` of nothing; so are times. */
export interface OpenedFigures extends z.infer<typeof openedCounts> {
	autoApprovedShare: number | null;
	exceptionShare: number | null;
	/** Of those with advice. */
	withoutModelShare: number | null;
	/** From the change in Odoo to the case. */
	routingSeconds: Percentiles | null;
}

export interface DecidedFigures extends z.infer<typeof decidedCounts> {
	/** From opening to the decision of a person. */
	decisionHours: Percentiles | null;
	/** How many people decided within so many hours. */
	decidedWithin: Array<{ hours: number; count: number }>;
	/** Of those for which a time was promised. */
	lateShare: number | null;
	/** Of the exceptions: approved all the same. */
	overrideShare: number | null;
	/** Of the samples: where policy would have been wrong. */
	sampledRefusedShare: number | null;
	/** Of those that a model advised on. */
	againstAdviceShare: number | null;
	/** From the decision to what became of the record. */
	applyingSeconds: Percentiles | null;
}

export interface WaitingFigures extends z.infer<typeof waitingCounts> {
	hours: Percentiles | null;
	oldestHours: number | null;
}

export interface EventFigures extends z.infer<typeof eventCounts> {
	/** From writing to acknowledgement. */
	lagSeconds: Percentiles | null;
	oldestPendingMinutes: number | null;
}

/** What the trails of the time have. */
export interface HappenedFigures {
	escalated: number;
	/** Handed over to the manual queue. */
	exhausted: number;
	/** Ended because the record changed. */
	superseded: number;
	recalled: number;
	forwarded: number;
	/** Decided by somebody else than those who were asked. */
	takenOver: number;
	/** Attempts to release a record past its approval. */
	releaseRefused: number;
	/** Attempts to decide on one's own matter, or to have somebody decide who may not. */
	voteRefused: number;
	notReleased: number;
}

export function openedFigures(row: OpenedRow | undefined): OpenedFigures {
	const counts = countsOf(openedCounts, row);
	return {
		...counts,
		autoApprovedShare: share(counts.autoApproved, counts.count),
		exceptionShare: share(counts.exceptions, counts.count),
		withoutModelShare: share(counts.advisedByRules, counts.advisedByRules + counts.advisedByModel),
		routingSeconds: inUnits(row?.routing, 1),
	};
}

export function decidedFigures(row: DecidedRow | undefined): DecidedFigures {
	const counts = countsOf(decidedCounts, row);
	return {
		...counts,
		decisionHours: inUnits(row?.waiting, 3_600),
		decidedWithin: decisionBounds.map((bound, index) => ({
			hours: rounded(bound / 3_600),
			count: row?.within[index] ?? 0,
		})),
		lateShare: share(counts.late, counts.promised),
		overrideShare: share(counts.overrides, counts.exceptions),
		sampledRefusedShare: share(counts.sampledRefused, counts.sampled),
		againstAdviceShare: share(counts.againstAdvice, counts.advised),
		applyingSeconds: inUnits(row?.applying, 1),
	};
}

export function happenedFigures(rows: readonly HappenedRow[]): HappenedFigures {
	const count = (type: CaseEventType) => rows.find((row) => row.type === type)?.count ?? 0;
	return {
		escalated: count('escalated'),
		exhausted: count('exhausted'),
		superseded: count('superseded'),
		recalled: count('recalled'),
		forwarded: count('forwarded'),
		takenOver: count('taken_over'),
		releaseRefused: count('release_refused'),
		voteRefused: count('vote_refused'),
		notReleased: count('not_released'),
	};
}

export function waitingFigures(row: WaitingRow | undefined): WaitingFigures {
	return {
		...countsOf(waitingCounts, row),
		hours: inUnits(row?.age, 3_600),
		oldestHours: row ? rounded(row.oldestAge / 3_600) : null,
	};
}

export function eventFigures(row: EventsRow | undefined): EventFigures {
	const oldest = row?.oldestPending ?? null;
	return {
		...countsOf(eventCounts, row),
		lagSeconds: inUnits(row?.lag, 1),
		oldestPendingMinutes: oldest === null ? null : rounded(oldest / 60),
	};
}

/** How much of the whole; `null` of nothing. */
export function share(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

/** What was counted; nothing was where there is no row. */
export function countsOf<Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape>,
	row: object | undefined,
): z.infer<z.ZodObject<Shape>> {
	return schema.parse(
		row ?? Object.fromEntries(Object.keys(schema.shape).map((name) => [name, 0])),
	);
}

function inUnits(
	seconds: readonly [number, number] | null | undefined,
	unit: number,
): Percentiles | null {
	if (!seconds) return null;
	return { p50: rounded(seconds[0] / unit), p90: rounded(seconds[1] / unit) };
}

/** To a thousandth: figures are read, not reckoned with. */
function rounded(value: number): number {
	return Math.round(value * 1_000) / 1_000;
}
