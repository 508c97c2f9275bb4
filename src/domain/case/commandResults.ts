import { z } from 'zod';
import { eventResultSchemas } from '../events/commands';
import { anomaliesResultSchema } from '../insights/anomalies';
import { figuresResultSchema } from '../insights/figures';
import { queueResultSchema } from '../insights/queue';
import { traceResultSchema } from '../insights/trace';
import { authoritySchema } from '../authority/authority';
import { caseViewSchema, dueCaseSchema } from './caseView';
import { scheduleSchema } from '../sla/scheduleInOdoo';
import { directoryUserSchema } from './person';
import { absenceSchema, relatedRowsSchema } from './relatedQuery';
import { caseStates } from './vocabulary';

const id = z.number().int().positive();
const caseResult = <Status extends string>(status: Status) =>
	z.object({ status: z.literal(status), case: caseViewSchema });

/** The event led to a case before, or asks about content that was already decided. */
const alreadyHandled = z.object({
	status: z.literal('already_handled'),
	caseId: id.nullable(),
	state: z.enum(caseStates).nullable(),
});

/** Why a vote does not count. Nothing about the case changes. */
export const voteRefusals = [
	'NOT_ASKED',
	'SEPARATION_OF_DUTIES',
	'ALREADY_VOTED',
	'CASE_CLOSED',
	'STALE_ROUND',
	'REASON_REQUIRED',
	'REASON_CODE_REQUIRED',
	/** What matters of the record is no longer as it was when they were asked; the case ends. */
	'RECORD_CHANGED',
	/** The risk is too high for a link. */
	'ODOO_ONLY',
	/** Too few would be left to approve. */
	'NOBODY_LEFT',
	/** The one to whom it was forwarded has no authority over the case. */
	'NOT_ELIGIBLE',
	/** Only whoever asked for the approval may take it back. */
	'NOT_REQUESTER',
] as const;
export type VoteRefusal = (typeof voteRefusals)[number];

/** What the ledger makes of something that a person said of a case. */
const judgement = z.discriminatedUnion('status', [
	caseResult('recorded'),
	z.object({
		status: z.literal('refused'),
		code: z.enum(voteRefusals),
		case: caseViewSchema,
	}),
]);

/** How each ledger command can answer. Odoo's own refusals (access, user errors) are raised instead. */
export const commandResultSchemas = {
	gather: z.discriminatedUnion('status', [
		z.object({
			status: z.literal('gathered'),
			/** What `web_read` gave. */
			record: z.record(z.unknown()),
			/** An older ledger reads nothing beside the record, and refuses it where a field is missing. */
			related: z.record(relatedRowsSchema).default({}),
			/** Fields of the specification that are not in the record, by their path. */
			absent: z.record(absenceSchema).default({}),
			/** Fields that an area of the house's own watches; `null` for an area that is not. */
			watched: z.array(z.string()).nullable().default(null),
			/**
			 * What those of them held that are about to be decided on, in the form of `record`; `null`
			 * where nobody knows, as of a new record.
			 */
			before: z.record(z.unknown()).nullable().default(null),
			/** User whose change wrote the event; `null` without an event. */
			actorId: id.nullable(),
			/** Database time, ISO 8601 UTC. */
			at: z.string().datetime(),
		}),
		alreadyHandled,
		/** The caller may not read the record of the event; in Odoo's words. */
		z.object({ status: z.literal('refused'), message: z.string() }),
		/** The outbox row is not there: not committed yet, or rolled back. */
		z.object({ status: z.literal('event_missing') }),
		z.object({ status: z.literal('record_missing') }),
	]),
	open: z.discriminatedUnion('status', [
		caseResult('opened'),
		alreadyHandled,
		/** What matters changed between the reading and the opening: gather again. */
		z.object({ status: z.literal('changed') }),
		z.object({ status: z.literal('event_missing') }),
		z.object({ status: z.literal('record_missing') }),
	]),
	vote: judgement,
	abstain: judgement,
	forward: judgement,
	recall: judgement,
	expedite: judgement,
	apply: z.discriminatedUnion('status', [
		/** Look at `case.outcome`: released, kept, not_released or changed. */
		caseResult('applied').extend({
			recordState: z.string().nullable(),
			message: z.string().nullable(),
		}),
		alreadyHandled,
		caseResult('not_decided'),
	]),
	wait: caseResult('shown'),
	escalate: z.discriminatedUnion('status', [
		caseResult('escalated'),
		caseResult('already_escalated'),
		caseResult('already_decided'),
		caseResult('changed'),
	]),
	clock: z.discriminatedUnion('status', [
		caseResult('clock_set'),
		caseResult('already_decided'),
		caseResult('changed'),
	]),
	calendar: z.discriminatedUnion('status', [
		z.object({ status: z.literal('found'), schedule: scheduleSchema }),
		/** There is no such schedule; in words. */
		z.object({ status: z.literal('missing'), message: z.string() }),
	]),
	due: z.object({
		status: z.literal('found'),
		/** Database time, ISO 8601 UTC. */
		at: z.string().datetime(),
		/** The longest overdue first. */
		cases: z.array(dueCaseSchema),
		/** Whether there are more than the limit allowed. */
		hasMore: z.boolean(),
	}),
	queue: queueResultSchema,
	figures: figuresResultSchema,
	anomalies: anomaliesResultSchema,
	trace: traceResultSchema,
	supersede: z.discriminatedUnion('status', [
		caseResult('superseded'),
		caseResult('already_decided'),
	]),
	note: caseResult('noted'),
	show: caseResult('shown'),
	directory: z.object({
		status: z.literal('found'),
		users: z.array(directoryUserSchema),
		/** The matrix that is kept in Odoo, when it was asked for. */
		rows: z.array(authoritySchema).nullable(),
	}),
	...eventResultSchemas,
} as const;

export type CommandResults = {
	[Name in keyof typeof commandResultSchemas]: z.infer<(typeof commandResultSchemas)[Name]>;
};
