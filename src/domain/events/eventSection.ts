import { z } from 'zod';
import { recordEvents } from './recordWatch';
import { knownTraceIdSchema } from './traceId';

/**
 * What an event says happened.
 *
 * - `saved`: a record was saved in a way that asks for the approval of its area
 * - `case_changed`: somebody decided a case in Odoo, or its record changed
 * - the others: what a subscription to records of any model listens for
 */
export const eventTypes = ['saved', 'case_changed', ...recordEvents] as const;
export type EventType = (typeof eventTypes)[number];

/** Area of the events of records that belong to no approval area. */
export const NO_AREA = 'none';

/**
 * The identity of one outbox row in Odoo. Everything else about the record is read later, but for
 * the values that a subscription asked to be sent along.
 */
export const eventSectionSchema = z.object({
	/** Id of the outbox row: answers "has this event been handled?". */
	outboxId: z.number().int().positive(),
	topic: z.enum(['record', 'case']),
	area: z.string(),
	type: z.enum(eventTypes).default('saved'),
	model: z.string(),
	recordId: z.number().int().positive(),
	/** What its case, executions and log lines have in common with it. */
	traceId: knownTraceIdSchema,
	/** When it was sent, or handed out; ISO 8601 UTC. */
	sentAt: z.string().datetime(),
	/** The workflow that listens for it, and works on it. */
	workflowId: z.string().optional(),
	/** Fields of the record as they were saved, where the subscription asked for some. */
	values: z.record(z.unknown()).optional(),
});

export type EventSection = z.infer<typeof eventSectionSchema>;
