import { z } from 'zod';
import { policyResultSchema } from '../policy/policyResult';
import { adviceSectionSchema, approvalStepSchema, factsSchema, slaSectionSchema } from './caseFile';
import { voteRefusals } from './commandResults';
import { personSchema } from './person';
import { decisions, type CaseEventType } from './vocabulary';
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
	figures: z.array(z.object({ label: z.string(), value: z.string() })),
	lines: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
	policy: policyResultSchema,
	advice: adviceSectionSchema.nullable(),
	sla: slaSectionSchema.nullable(),
	steps: z.array(approvalStepSchema),
	executionId: z.string().nullable(),
});

/** What was answered, in which step and round, and where: on the page or in Odoo. */
const answer = {
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
	decision: z.enum(decisions),
	channel: z.enum(['page', 'odoo']),
};
const grounds = z.object({ reasonCode: z.string().nullable(), reason: z.string().nullable() });
const ending = z.object({
	/** What the record was read back as; `null` when nothing was called. */
	recordState: z.string().nullable(),
	/** Why it did not come to pass, in Odoo's words. */
	message: z.string().nullable(),
});

const event = <Type extends CaseEventType, Data extends z.ZodTypeAny>(type: Type, data: Data) =>
	z.object({
		type: z.literal(type),
		at: instant,
		/** `null` when policy or the clock acted. */
		actor: personSchema.nullable(),
		data,
	});

/** One thing that happened to a case. `resumeUrl` is left out: an address is no part of a trail. */
export const caseEventSchema = z.discriminatedUnion('type', [
	event('opened', openedDataSchema),
	event('waiting', z.object({ executionId: z.string() })),
	event('voted', grounds.extend(answer)),
	event('vote_refused', z.object({ ...answer, code: z.enum(voteRefusals) })),
	event('step_approved', z.object({ step: answer.step, round: answer.round })),
	event('approved', grounds),
	event('rejected', grounds),
	event('sent_back', grounds),
	event(
		'escalated',
		z.object({
			level: z.number().int().positive(),
			step: approvalStepSchema,
			warnAt: instant.nullable(),
			dueAt: instant.nullable(),
			reason: z.string(),
		}),
	),
	event('exhausted', z.object({ level: z.number().int().positive(), reason: z.string() })),
	event('superseded', z.object({ reason: z.string() })),
	event('released', ending),
	event('kept', ending),
	event('not_released', ending),
	event('noted', z.object({ text: z.string() })),
]);

export type CaseEvent = z.infer<typeof caseEventSchema>;
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;
export type OpenedData = z.infer<typeof openedDataSchema>;
