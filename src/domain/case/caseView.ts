import { z } from 'zod';
import { adviceSectionSchema } from '../advice/adviceSection';
import { knownTraceIdSchema } from '../events/traceId';
import { policyResultSchema } from '../policy/policyResult';
import { slaSectionSchema } from '../sla/slaSection';
import {
	approvalStepSchema,
	decisionSectionSchema,
	factsSchema,
	figuresSchema,
	linesSchema,
} from './caseFile';
import { matrixStampSchema } from '../authority/authority';
import { directoryUserSchema, personSchema } from './person';
import { caseEventTypes, caseStates, decisions, recordOutcomes } from './vocabulary';

const id = z.number().int().positive();

/** One line of the trail as people read it. */
export const trailEntrySchema = z.object({
	seq: z.number().int().positive(),
	type: z.enum(caseEventTypes),
	at: z.string().datetime(),
	/** `null` when policy or the clock acted. */
	actor: personSchema.nullable(),
	data: z.record(z.unknown()),
});

/** A vote that counts in the step and round that is open now, or was open last. */
export const voteViewSchema = z.object({
	actor: personSchema,
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
	decision: z.enum(decisions),
	/** Ids of those for whom they answered, by delegation. */
	forIds: z.array(id),
	at: z.string().datetime(),
});

/** A case as the ledger shows it. */
export const caseViewSchema = z.object({
	id,
	name: z.string(),
	area: z.string(),
	/** What people call the area; empty from an older ledger. */
	areaLabel: z.string().default(''),
	model: z.string(),
	recordId: id,
	recordName: z.string(),
	state: z.enum(caseStates),
	outcome: z.enum(recordOutcomes),
	/** Rises with every change of the case. */
	version: z.number().int().positive(),
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
	steps: z.array(approvalStepSchema),
	/** Who is asked now. */
	approvers: z.array(directoryUserSchema),
	/** To whom somebody asked now may forward the case. */
	eligible: z.array(personSchema),
	authority: matrixStampSchema.nullable(),
	odooOnly: z.boolean(),
	bulkAllowed: z.boolean(),
	/** Whether somebody has marked it as urgent. */
	expedited: z.boolean(),
	votes: z.array(voteViewSchema),
	fingerprint: z.string(),
	amount: z.number().nullable(),
	currency: z.string().nullable(),
	requester: personSchema,
	involvedIds: z.array(id),
	facts: factsSchema,
	figures: figuresSchema,
	lines: linesSchema,
	policy: policyResultSchema,
	advice: adviceSectionSchema.nullable(),
	sla: slaSectionSchema.nullable(),
	escalationLevel: z.number().int().nonnegative(),
	exhausted: z.boolean(),
	/** Who looks after it in the manual queue, once the ladder has ended. */
	owner: personSchema.nullable(),
	decision: decisionSectionSchema.nullable(),
	resumeUrl: z.string().nullable(),
	executionId: z.string().nullable(),
	traceId: knownTraceIdSchema,
	/** Where approvers find the case whether anything waits for it or not; `null` without a relay. */
	pageUrl: z.string().nullable(),
	trail: z.array(trailEntrySchema),
	lastHash: z.string(),
});

/** As much of a case as is needed to escalate it. */
export const dueCaseSchema = caseViewSchema.pick({
	id: true,
	name: true,
	area: true,
	model: true,
	recordId: true,
	recordName: true,
	step: true,
	round: true,
	steps: true,
	amount: true,
	currency: true,
	requester: true,
	involvedIds: true,
	facts: true,
	figures: true,
	lines: true,
	policy: true,
	sla: true,
	escalationLevel: true,
	traceId: true,
});

export type DueCase = z.infer<typeof dueCaseSchema>;
export type CaseView = z.infer<typeof caseViewSchema>;
export type VoteView = z.infer<typeof voteViewSchema>;
export type TrailEntry = z.infer<typeof trailEntrySchema>;
