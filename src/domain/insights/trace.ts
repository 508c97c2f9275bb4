import { z } from 'zod';
import { trailEntrySchema } from '../case/caseView';
import { personSchema } from '../case/person';
import { caseStates, recordOutcomes } from '../case/vocabulary';
import { eventSectionSchema } from '../events/eventSection';
import { knownTraceIdSchema, traceIdSchema } from '../events/traceId';
import { policyResultSchema } from '../policy/policyResult';

const id = z.number().int().positive();
/** Odoo's clock; ISO 8601 UTC. */
const instant = z.string().datetime();

/** More than this nobody reads at once. */
export const MOST_TRACED = 500;

/** What is looked for: one business event, one case, or all that ever happened to a record. */
export const tracedSchema = z.union([
	z.object({ traceId: traceIdSchema }),
	z.object({ caseId: id }),
	z.object({ model: z.string().min(1), recordId: id }),
]);

/** Reads the whole way of a business event, or of a record. Nothing changes. */
export const traceCommandSchema = z.object({
	command: z.literal('trace'),
	about: tracedSchema,
	/** How many events, cases and entries of trails are told, of each the newest. */
	limit: z.number().int().min(1).max(MOST_TRACED),
});

/** An event as its row in the outbox has it. */
export const tracedEventSchema = eventSectionSchema
	.pick({ outboxId: true, topic: true, area: true, type: true, model: true, recordId: true })
	.extend({
		/** What it is about, in words. */
		name: z.string(),
		traceId: knownTraceIdSchema,
		/** The case it led to, or is about. */
		caseId: id.nullable(),
		/** Whose change it tells of; `null` when the clock did it. */
		actor: personSchema.nullable(),
		/** Whether somebody asked expressly. */
		requested: z.boolean(),
		state: z.enum(['pending', 'acknowledged', 'dead']),
		attempts: z.number().int().nonnegative(),
		writtenAt: instant,
		/** The last attempt; `null` before the first. */
		sentAt: instant.nullable(),
		acknowledgedAt: instant.nullable(),
		/** What n8n or Odoo said last when it failed. */
		error: z.string().nullable(),
		/** The execution that works on it, or did. */
		executionId: z.string().nullable(),
		/** Which n8n listens for it, and which workflow there. */
		instance: z.string().nullable(),
		workflowId: z.string().nullable(),
	});

/** A case as far as its way goes. */
export const tracedCaseSchema = z.object({
	id,
	name: z.string(),
	area: z.string(),
	areaLabel: z.string(),
	model: z.string(),
	recordId: id,
	recordName: z.string(),
	traceId: knownTraceIdSchema,
	state: z.enum(caseStates),
	outcome: z.enum(recordOutcomes),
	policy: policyResultSchema.pick({ id: true, version: true, outcome: true }),
	/** Who was asked, one step after the other; none where policy decided. */
	steps: z.array(
		z.object({
			role: z.string(),
			quorum: z.number().int().positive(),
			approvers: z.array(personSchema),
		}),
	),
	requester: personSchema,
	openedAt: instant,
	dueAt: instant.nullable(),
	decidedAt: instant.nullable(),
	/** `null` when policy decided, or nobody has yet. */
	decidedBy: personSchema.nullable(),
	/** When what was decided had been done, or was refused; `null` until then. */
	endedAt: instant.nullable(),
	/** The execution that waits for it, or did. */
	executionId: z.string().nullable(),
	supersedesId: id.nullable(),
	lastHash: z.string(),
});

/** One line of a case's trail, with as much of its data as tells what happened. */
export const tracedEntrySchema = trailEntrySchema.extend({ caseId: id });

const resultSchema = z.object({
	status: z.literal('found'),
	at: instant,
	/** Each in the order in which they came about. */
	events: z.array(tracedEventSchema),
	cases: z.array(tracedCaseSchema),
	entries: z.array(tracedEntrySchema),
	/** Whether there is more than the limit allowed. */
	hasMore: z.boolean(),
});

export type Trace = z.infer<typeof resultSchema>;
/** By its name, since all results together are more than the compiler writes out. */
export const traceResultSchema: z.ZodType<Trace, z.ZodTypeDef, unknown> = resultSchema;

export type Traced = z.infer<typeof tracedSchema>;
export type TracedEvent = z.infer<typeof tracedEventSchema>;
export type TracedCase = z.infer<typeof tracedCaseSchema>;
export type TracedEntry = z.infer<typeof tracedEntrySchema>;
