import { z } from 'zod';
import { adviceSectionSchema } from '../advice/adviceSection';
import { matrixStampSchema } from '../authority/authority';
import { policyResultSchema } from '../policy/policyResult';
import { slaChangeSchema, slaSectionSchema } from '../sla/slaSection';
import {
	approvalStepSchema,
	factsSchema,
	figuresSchema,
	linesSchema,
	proposalSchema,
} from './caseFile';
import { voteRefusals } from './commandResults';
import { personSchema, type Person } from './person';
import {
	clockActions,
	clockChanges,
	decisions,
	voteChannels,
	type CaseEventType,
} from './vocabulary';
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
	proposal: proposalSchema.default(null),
	policy: policyResultSchema,
	advice: adviceSectionSchema.nullable(),
	sla: slaSectionSchema.nullable(),
	steps: z.array(approvalStepSchema),
	authority: matrixStampSchema.nullable().default(null),
	odooOnly: z.boolean().default(false),
	bulkAllowed: z.boolean().default(false),
	executionId: z.string().nullable(),
});

const asked = { step: z.number().int().nonnegative(), round: z.number().int().positive() };
const said = { channel: z.enum(voteChannels), reason: z.string().nullable() };
const grounds = z.object({ reasonCode: z.string().nullable(), reason: z.string().nullable() });
const climbed = z.object({ level: z.number().int().positive(), reason: z.string() });
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
	voted: grounds.extend({
		...asked,
		...said,
		decision: z.enum(decisions),
		/** Ids of those for whom they answered, by delegation. */
		forIds: z.array(id).default([]),
	}),
	vote_refused: z.object({ code: z.enum(voteRefusals) }),
	abstained: z.object({ ...asked, ...said }),
	forwarded: z.object({ ...asked, ...said, to: personSchema }),
	/** An approval manager decides though others are asked. */
	taken_over: z.object({ ...asked, reason: z.string().nullable() }),
	step_approved: z.object({ step: asked.step }),
	approved: grounds,
	rejected: grounds,
	sent_back: grounds,
	recalled: z.object(said),
	expedited: z.object(said),
	nudged: climbed.extend({
		action: z.enum(clockActions),
		to: z.array(personSchema),
		sla: slaChangeSchema.nullable(),
	}),
	/** It is no time to disturb anybody. */
	postponed: climbed.extend({ sla: slaChangeSchema.nullable() }),
	escalated: climbed.extend({
		step: approvalStepSchema,
		warnAt: instant.nullable(),
		dueAt: instant.nullable(),
		sla: slaChangeSchema.nullable().default(null),
	}),
	exhausted: climbed.extend({ owner: personSchema.nullable().default(null) }),
	superseded: z.object({ reason: z.string() }),
	released: ending,
	kept: ending,
	not_released: ending,
	clock_set: z.object({
		change: z.enum(clockChanges),
		reason: z.string(),
		sla: slaChangeSchema,
	}),
	release_refused: z.object({ text: z.string() }),
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
	event('abstained'),
	event('forwarded'),
	event('taken_over'),
	event('step_approved'),
	event('approved'),
	event('rejected'),
	event('sent_back'),
	event('recalled'),
	event('expedited'),
	event('nudged'),
	event('postponed'),
	event('escalated'),
	event('exhausted'),
	event('superseded'),
	event('released'),
	event('kept'),
	event('not_released'),
	event('clock_set'),
	event('release_refused'),
	event('noted'),
]);
