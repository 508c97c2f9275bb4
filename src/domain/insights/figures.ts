import { z } from 'zod';
import { caseEventTypes } from '../case/vocabulary';

const count = z.number().int().nonnegative();
/** Median and 90th percentile, in seconds, linear between neighbours; `null` of nothing. */
const percentiles = z.tuple([z.number(), z.number()]).nullable();

/** Lengths of the periods that figures are told for. A week begins on Monday. */
export const periodUnits = ['hour', 'day', 'week', 'month'] as const;

/** The length of period by which so many seconds are told: a few dozen at most. */
export function periodUnitFor(seconds: number): (typeof periodUnits)[number] {
	const days = seconds / 86_400;
	if (days <= 2) return 'hour';
	if (days <= 45) return 'day';
	return days <= 200 ? 'week' : 'month';
}

/** How long people took, in seconds: cases decided within each are counted. */
export const decisionBounds = [
	300, 900, 3_600, 14_400, 28_800, 86_400, 172_800, 345_600, 604_800,
] as const;

/** By what the figures are broken down; `all` is the total. */
export const breakdowns = ['all', 'period', 'area', 'company', 'approver', 'policy'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Most seconds that figures go back: ten years. */
export const MOST_HISTORY_SECONDS = 10 * 366 * 24 * 3_600;

/**
 * Counts what was asked, decided and done between two instants, and what waits now.
 *
 * Instants are told as a distance from now, since now is what Odoo's clock says, and n8n's may be
 * another.
 */
export const figuresCommandSchema = z.object({
	command: z.literal('figures'),
	/** Empty for all. */
	areas: z.array(z.string()),
	/** `null` from the first case on. */
	fromSeconds: z.number().int().positive().max(MOST_HISTORY_SECONDS).nullable(),
	/** 0 for until now. */
	toSeconds: z.number().int().nonnegative().max(MOST_HISTORY_SECONDS),
	/** `null` for no periods. */
	period: z.object({ unit: z.enum(periodUnits), zone: z.string() }).nullable(),
});

/**
 * Which part of the whole a row counts.
 *
 * Keys: the period's first moment on the clock of its zone (`2026-11-23T00:00`), the id of an area,
 * of a company or of a user, or a policy as `id version`. `null` for what has none: no company, or
 * policy itself as the approver.
 */
const part = { by: z.enum(breakdowns), key: z.string().nullable() };

/** Cases opened in the time. Policy speaks when a case opens, so these tell what it says. */
export const openedCounts = z.object({
	count,
	autoApproved: count,
	rejectedByPolicy: count,
	/** People are asked because a rule wants it, or because the policy does by default. */
	exceptions: count,
	/** Policy would have approved them; they were drawn for people to look at. */
	sampled: count,
	/** A stricter rule nearly matched. */
	nearMisses: count,
	/** They took the place of a case whose record had changed. */
	reopened: count,
	advisedByModel: count,
	/** Advice without a model: it was not there, not sure enough, or not wanted. */
	advisedByRules: count,
});
const openedSchema = openedCounts.extend({
	...part,
	/** From the change in Odoo to the case. */
	routing: percentiles,
});

/** Cases decided in the time. */
export const decidedCounts = z.object({
	byPolicy: count,
	/** What Odoo refused to carry out, by policy or people. */
	notReleased: count,
	/** All that follows counts decisions by people. */
	byPeople: count,
	approved: count,
	rejected: count,
	sentBack: count,
	/** Decided, and void since: the record changed before the decision was carried out. */
	void: count,
	/** Those for which a time was promised. */
	promised: count,
	/** Decided after the promised time. */
	late: count,
	/** In time, though not before the warning. */
	afterWarning: count,
	/** Escalated before they were decided. */
	escalated: count,
	/** Exceptions that are not void, and those of them that people approved all the same. */
	exceptions: count,
	overrides: count,
	sampled: count,
	/** Drawn as a sample, and rejected or sent back: policy would have been wrong. */
	sampledRefused: count,
	/** A model that was sure of it advised what to do; and people did something else. */
	advised: count,
	againstAdvice: count,
});
const decidedSchema = decidedCounts.extend({
	...part,
	/** From opening to the decision of a person. */
	waiting: percentiles,
	/** How many people decided within each of `decisionBounds`. */
	within: z.array(count).length(decisionBounds.length),
	/** Sum of the seconds from opening to the decision of a person. */
	waitingSum: z.number(),
	/** By policy or people: from the decision to what became of the record. */
	applying: percentiles,
});

/** What the trails of the time have of each kind. */
const happenedSchema = z.object({ ...part, type: z.enum(caseEventTypes), count });

/** What waits now, whenever it was asked. Not told by period. */
export const waitingCounts = z.object({
	count,
	overdue: count,
	withoutDueTime: count,
	inManualQueue: count,
});
const waitingSchema = waitingCounts.extend({
	...part,
	/** Seconds since opening. */
	age: percentiles,
	oldestAge: z.number(),
});

/** Events written in the time, on their way from Odoo to n8n. Told in all, by period and by area. */
export const eventCounts = z.object({
	written: count,
	acknowledged: count,
	/** Sent more than once. */
	retried: count,
	/** n8n failed on them at least once. */
	failed: count,
	dead: count,
	/** Not acknowledged, and somebody listens. */
	pending: count,
});
const eventsSchema = eventCounts.extend({
	...part,
	/** From writing to acknowledgement. */
	lag: percentiles,
	/** Seconds since the oldest that is pending was written. */
	oldestPending: z.number().nullable(),
});

/** What people decided about the cases that one rule asked about. */
const ruleSchema = z.object({
	/** `id version` */
	policy: z.string(),
	/** Id of the rule that decided what the policy says; `null` where it said so by default. */
	rule: z.string().nullable(),
	decided: count,
	approved: count,
	rejected: count,
	sentBack: count,
});

const figuresResult = z.object({
	status: z.literal('found'),
	/** Database time, ISO 8601 UTC. */
	at: z.string().datetime(),
	/** The first case's opening where no beginning was asked for; `null` where there is no case. */
	from: z.string().datetime().nullable(),
	to: z.string().datetime(),
	opened: z.array(openedSchema),
	decided: z.array(decidedSchema),
	happened: z.array(happenedSchema),
	waiting: z.array(waitingSchema),
	events: z.array(eventsSchema),
	rules: z.array(ruleSchema),
	/** What people call areas, companies and users, by key. */
	labels: z.object({
		area: z.record(z.string()),
		company: z.record(z.string()),
		approver: z.record(z.string()),
	}),
});

export type CountedFigures = z.infer<typeof figuresResult>;

export const figuresResultSchema: z.ZodType<CountedFigures, z.ZodTypeDef, unknown> = figuresResult;

export type FiguresCommand = z.infer<typeof figuresCommandSchema>;
export type OpenedRow = z.infer<typeof openedSchema>;
export type DecidedRow = z.infer<typeof decidedSchema>;
export type HappenedRow = z.infer<typeof happenedSchema>;
export type WaitingRow = z.infer<typeof waitingSchema>;
export type EventsRow = z.infer<typeof eventsSchema>;
