import { z } from 'zod';
import { policyResultSchema } from '../policy/policyResult';
import {
	adviceSectionSchema,
	approvalStepSchema,
	factsSchema,
	figuresSchema,
	linesSchema,
	slaSectionSchema,
} from './caseFile';
import { voteRefusals } from './commandResults';
import { personSchema, type Person } from './person';
import { decisions, voteChannels, type CaseEventType } from './vocabulary';
import { watchedSchema } from './watched';

const id = z.number().int().positive();
const instant = z.string().datetime();

/** Everything that is known when a case opens: what it is about, under which policy, who is asked. */
export const openedDataSchema = z.object({
	area: z.string(),
	model: z.string(),
	recordId: id,
	recordName: z.string(),
	outboxId: id.nullable(),
	/** The open case that this one replaced. */
	supersedesId: id.nullable(),
	fingerprint: z.string(),
	watched: watchedSchema,
	requester: personSchema,
	involvedIds: z.array(id),
	amount: z.number().nullable(),
	currency: z.string().nullable(),
	facts: factsSchema,
	figures: figuresSchema,
	lines: linesSchema,
	policy: policyResultSchema,
	advice: adviceSectionSchema.nullable(),
	sla: slaSectionSchema.nullable(),
	steps: z.array(approvalStepSchema),
	executionId: z.string().nullable(),
});

/** What was answered, in which step and round, and where. */
const answer = {
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
	decision: z.enum(decisions),
	channel: z.enum(voteChannels),
};
const grounds = z.object({ reasonCode: z.string().nullable(), reason: z.string().nullable() });
const ending = z.object({
	/** What the record was read back as; `null` when nothing was called. */
	recordState: z.string().nullable(),
	/** Why it did not come to pass, in Odoo's words. */
	message: z.string().nullable(),
});

/** What each kind of event says beyond who and when. */
export const eventDataSchemas = {
	opened: openedDataSchema,
	waiting: z.object({ executionId: z.string() }),
	voted: grounds.extend(answer),
	vote_refused: z.object({ code: z.enum(voteRefusals) }),
	step_approved: z.object({ step: answer.step }),
	approved: grounds,
	rejected: grounds,
	sent_back: grounds,
	escalated: z.object({
		level: z.number().int().positive(),
		step: approvalStepSchema,
		warnAt: instant.nullable(),
		dueAt: instant.nullable(),
		reason: z.string(),
	}),
	exhausted: z.object({ level: z.number().int().positive(), reason: z.string() }),
	superseded: z.object({ reason: z.string() }),
	released: ending,
	kept: ending,
	not_released: ending,
	noted: z.object({ text: z.string() }),
} satisfies Record<CaseEventType, z.ZodTypeAny>;

/** One thing that happened to a case. */
export interface CaseEventOf<Type extends CaseEventType> {
	type: Type;
	/** ISO 8601 in UTC. */
	at: string;
	/** `null` when policy or the clock acted. */
	actor: Person | null;
	data: z.infer<(typeof eventDataSchemas)[Type]>;
}
export type CaseEvent = { [Type in CaseEventType]: CaseEventOf<Type> }[CaseEventType];
export type OpenedData = z.infer<typeof openedDataSchema>;

const event = <Type extends CaseEventType>(type: Type) =>
	z.object({
		type: z.literal(type),
		at: instant,
		actor: personSchema.nullable(),
		data: eventDataSchemas[type],
	});

/** Reads an event as a trail keeps it. The address of a waiting execution is no part of a trail. */
export const caseEventSchema = z.discriminatedUnion('type', [
	event('opened'),
	event('waiting'),
	event('voted'),
	event('vote_refused'),
	event('step_approved'),
	event('approved'),
	event('rejected'),
	event('sent_back'),
	event('escalated'),
	event('exhausted'),
	event('superseded'),
	event('released'),
	event('kept'),
	event('not_released'),
	event('noted'),
]);
