import { z } from 'zod';
import { MOST_HISTORY_SECONDS } from './figures';

const id = z.number().int().positive();
const count = z.number().int().nonnegative();
const instant = z.string().datetime();
const seconds = z.number().int().positive().max(MOST_HISTORY_SECONDS);

/**
 * Compares the last days with the time before them: each approver, step, rule, partner and error
 * with its own history.
 */
export const anomaliesCommandSchema = z.object({
	command: z.literal('anomalies'),
	/** Empty for all. */
	areas: z.array(z.string()),
	/** How long the last days are that are compared, and how long the time before them. */
	recentSeconds: seconds,
	baseSeconds: seconds,
	/** Facts that count for or against a partner wherever they are more than 0. */
	signals: z.array(z.object({ area: z.string(), fact: z.string() })),
	/** What has less than that is too little to be compared, and is not told. */
	least: z.object({ base: count, recent: count }),
	/** Amounts are told from so many robust standard deviations above the usual on. */
	outlierDeviations: z.number().positive(),
});

/** How long something takes: by whom, or in which step. */
export const timeKinds = ['approver', 'people', 'routing', 'applying'] as const;
/** How often something is so. `signal` counts a fact of an area. */
export const rateKinds = ['late', 'overrides', 'rule', 'near_miss', 'signal'] as const;
/** How many there are. */
export const numberKinds = ['requests', 'event_error', 'refusal'] as const;

const subject = {
	area: z.string(),
	/**
	 * Whom or what it is about: the id of a user (`approver`, `late`, `overrides`) or of a partner
	 * (`near_miss`, `signal`, `requests`), a rule as `policy rule`, an error's text; empty for a step.
	 */
	key: z.string(),
};

/** Those that show it most. */
const shown = {
	/** When the first of the last days' cases showed it; `null` where none did. */
	since: instant.nullable(),
	caseIds: z.array(id).max(5),
};

/** Times are told as `ln(1 + seconds)`, in which twice as long is as far as half as long. */
const timeSchema = z.object({
	kind: z.enum(timeKinds),
	...subject,
	...shown,
	/** `mad`: median of the absolute deviations from the median. */
	base: z.object({ count, median: z.number(), mad: z.number() }),
	recent: z.object({ count, median: z.number() }),
});

const someOf = z.object({ count, hits: count });

const rateSchema = z.object({
	kind: z.enum(rateKinds),
	/** Fact that a `signal` is of; empty for the others. */
	fact: z.string(),
	...subject,
	...shown,
	base: someOf,
	recent: someOf,
	/** All others of the kind in the area, over the whole time. */
	others: someOf,
});

const numberSchema = z.object({
	kind: z.enum(numberKinds),
	...subject,
	...shown,
	base: count,
	recent: count,
});

/** An amount far above what is usual between us and a partner. As `ln(1 + amount)`. */
const outlierSchema = z.object({
	...subject,
	caseId: id,
	recordName: z.string(),
	openedAt: instant,
	amount: z.number(),
	currency: z.string().nullable(),
	base: z.object({ count, median: z.number(), mad: z.number() }),
});

const anomaliesResult = z.object({
	status: z.literal('found'),
	/** Database time, ISO 8601 UTC. */
	at: instant,
	recentFrom: instant,
	baseFrom: instant,
	times: z.array(timeSchema),
	rates: z.array(rateSchema),
	numbers: z.array(numberSchema),
	outliers: z.array(outlierSchema),
	/** What people call areas, users and partners, by key. */
	labels: z.object({
		area: z.record(z.string()),
		user: z.record(z.string()),
		partner: z.record(z.string()),
	}),
});

export type Comparisons = z.infer<typeof anomaliesResult>;
export type TimeComparison = z.infer<typeof timeSchema>;
export type RateComparison = z.infer<typeof rateSchema>;
export type NumberComparison = z.infer<typeof numberSchema>;
export type Outlier = z.infer<typeof outlierSchema>;

export const anomaliesResultSchema: z.ZodType<Comparisons, z.ZodTypeDef, unknown> = anomaliesResult;
