import { z } from 'zod';
import { personSchema } from '../case/person';
import { caseStates, decisions } from '../case/vocabulary';

const id = z.number().int().positive();
const count = z.number().int().nonnegative();
/** Database time, ISO 8601 UTC. */
const instant = z.string().datetime();

/** No look goes further back, or ahead. */
export const MOST_SECONDS = 366 * 24 * 3_600;

/**
 * Counts what waits, what happened since, and what is broken.
 *
 * Both ends are told as a distance from now, since now is what Odoo's clock says, and n8n's may be
 * another.
 */
export const queueCommandSchema = z.object({
	command: z.literal('queue'),
	/** Empty for all. */
	areas: z.array(z.string()),
	backSeconds: z.number().int().positive().max(MOST_SECONDS),
	/** How long today still lasts where it is read. */
	aheadSeconds: z.number().int().nonnegative().max(MOST_SECONDS),
	/** Most cases in each list; all of them are counted. */
	limit: z.number().int().min(1).max(500),
});

/** As much of a case as people need to find it, and to see how much it presses. */
export const queuedCaseSchema = z.object({
	id,
	name: z.string(),
	area: z.string(),
	areaLabel: z.string(),
	model: z.string(),
	recordId: id,
	recordName: z.string(),
	state: z.enum(caseStates),
	amount: z.number().nullable(),
	currency: z.string().nullable(),
	/** Why it is asked about, in one line. */
	headline: z.string().nullable(),
	requester: personSchema,
	/** Who is asked now. */
	approvers: z.array(personSchema),
	/** Who looks after it in the manual queue, once the ladder has ended. */
	owner: personSchema.nullable(),
	urgent: z.boolean(),
	openedAt: instant,
	/** `null` where no clock was started. */
	dueAt: instant.nullable(),
	promisedAt: instant.nullable(),
	/** `null` where nobody has decided, or policy has. */
	decidedBy: personSchema.nullable(),
	decidedAt: instant.nullable(),
});

/** What was counted, and the first of it. */
const someCases = z.object({ count, cases: z.array(queuedCaseSchema) });

const waitingSchema = z.object({
	count,
	overdue: count,
	/** Due by the end of today, with those that are overdue. */
	dueToday: count,
	/** Those without a clock; whether they are late is not known. */
	withoutDueTime: count,
	inManualQueue: count,
	/** Those about which nobody is asked, and that nobody looks after. */
	nobodyAsked: count,
	/** When the first of them was opened; `null` when nothing waits. */
	oldestAt: instant.nullable(),
	byArea: z.array(
		z.object({
			area: z.string(),
			label: z.string(),
			count,
			overdue: count,
			oldestAt: instant,
		}),
	),
	/** A case counts for everybody who is asked about it. */
	byApprover: z.array(z.object({ person: personSchema, count, overdue: count })),
});

/** What is in the trails of the time looked at. */
const newsSchema = z.object({
	opened: count,
	escalated: count,
	/** Handed over to the manual queue. */
	exhausted: count,
	/** Attempts to release a record past its approval. */
	releaseRefused: count,
	/** Attempts to decide on one's own matter, or to have somebody decide who may not. */
	voteRefused: count,
});

export const queueResultSchema = z.object({
	status: z.literal('found'),
	at: instant,
	since: instant,
	todayEndsAt: instant,
	waiting: waitingSchema,
	/** What waits, what is due soonest first. */
	cases: z.array(queuedCaseSchema),
	/** Whose promised time ran out since, without a decision until then. */
	breached: someCases,
	/** Decisions since that still stand, by who gave them; `null` for policy. */
	decided: z.array(z.object({ decision: z.enum(decisions), by: personSchema.nullable(), count })),
	news: newsSchema,
	/** What Odoo refused to carry out since; in its words. */
	notReleased: z.object({
		count,
		cases: z.array(queuedCaseSchema.extend({ message: z.string().nullable() })),
	}),
	/** What was decided more than an hour ago, and nobody has carried out. */
	leftUndone: someCases,
	outbox: z.object({
		/** Events that somebody listens for and nobody has acknowledged. */
		pending: count,
		/** When the first of them was written; `null` when none is pending. */
		oldestAt: instant.nullable(),
		/** Events that Odoo has given up; they stay until somebody replays them. */
		dead: count,
	}),
});

export type Queue = z.infer<typeof queueResultSchema>;
export type QueuedCase = z.infer<typeof queuedCaseSchema>;
