import { z } from 'zod';
import { caseStates, clockActions, decisions, recordOutcomes } from './vocabulary';
import { personSchema } from './person';
import { readyMessageSchema } from './readyMessage';
import { watchedSchema } from './watched';
import { adviceSectionSchema } from '../advice/adviceSection';
import { eventSectionSchema } from '../events/eventSection';
import { knownTraceIdSchema } from '../events/traceId';
import { policyResultSchema } from '../policy/policyResult';
import { slaSectionSchema } from '../sla/slaSection';

/** An instant, ISO 8601 in UTC. */
const instant = z.string().datetime();

/** Figures and texts worth showing, in order; plain text. */
export const figuresSchema = z.array(z.object({ label: z.string(), value: z.string() }));

/** Lines worth showing: a heading row and rows of plain text. */
export const linesSchema = z.object({
	columns: z.array(z.string()),
	rows: z.array(z.array(z.string())),
});

export const recordSectionSchema = z.object({
	area: z.string(),
	model: z.string(),
	id: z.number().int().positive(),
	name: z.string(),
	/** Address of the record in Odoo's web client. */
	url: z.string(),
	amount: z.number().nullable(),
	/** ISO 4217 code of `amount`. */
	currency: z.string().nullable(),
	figures: figuresSchema,
	lines: linesSchema,
});

export const requesterSectionSchema = z.object({
	user: personSchema,
	/** Ids of everyone who may not decide: requester, creator, last editor of what matters. */
	involvedIds: z.array(z.number().int().positive()),
});

/** A fact is `null` when it could not be established; it is never guessed. */
export const factsSchema = z.record(
	z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.null()]),
);

/**
 * What an approval carries out where that is more than one method call, such as how stock is shared
 * out. It is made by rule when the record is read, shown to whoever decides, and kept with the case.
 */
export const proposalSchema = z.record(z.unknown()).nullable();

/** What SLA Timer waits for. */
export const waitSectionSchema = z.object({
	until: instant,
	kind: z.enum(['warning', 'due']),
	/** A POST to it has the node look again; signed. */
	url: z.string(),
});

export const approvalStepSchema = z.object({
	role: z.string(),
	approverIds: z.array(z.number().int().positive()).min(1),
	/** How many of them have to approve. */
	quorum: z.number().int().positive(),
	/** Who among them answers for whom, since that one is away or has handed their authority on. */
	delegations: z
		.array(
			z.object({ delegateId: z.number().int().positive(), forId: z.number().int().positive() }),
		)
		.default([]),
	/** Everyone else with the authority to decide the case: to whom somebody asked may forward it. */
	eligibleIds: z.array(z.number().int().positive()).default([]),
});

export const routingSectionSchema = z.object({
	caseId: z.number().int().positive(),
	caseName: z.string(),
	traceId: knownTraceIdSchema,
	/** Steps are counted from 0. */
	step: z.number().int().nonnegative(),
	/** Rises whenever others are asked; a link of an earlier round no longer decides. */
	round: z.number().int().positive(),
	steps: z.array(approvalStepSchema),
	approvers: z.array(
		personSchema.extend({
			login: z.string(),
			email: z.string(),
			/** The approver's own page; personal and signed. */
			link: z.string(),
			/** Asks this approver, with their own link in it; only while they are asked. */
			message: readyMessageSchema.optional(),
		}),
	),
	/** Tells of the case without anybody's link; for a channel that several people read. */
	message: readyMessageSchema.optional(),
	leftOut: z.array(z.object({ who: z.string(), reason: z.string() })),
});

export const decisionSectionSchema = z.object({
	decision: z.enum(decisions),
	/** `null` when policy decided. */
	by: personSchema.nullable(),
	at: instant,
	reasonCode: z.string().nullable(),
	reason: z.string().nullable(),
});

export const escalationSectionSchema = z.object({
	/** Rungs of the ladder already climbed. */
	level: z.number().int().nonnegative(),
	exhausted: z.boolean(),
	/** What the clock did. */
	action: z.enum(clockActions).optional(),
	at: instant,
	reason: z.string(),
	/** Whom it turned to. */
	to: z.array(personSchema).default([]),
});

export const outcomeSectionSchema = z.object({
	caseId: z.number().int().positive(),
	traceId: knownTraceIdSchema,
	state: z.enum(caseStates),
	outcome: z.enum(recordOutcomes),
	/** State of the record as read back after the business method. */
	recordState: z.string().nullable(),
	/** Odoo's own words when it refused. */
	message: z.string().nullable(),
	at: instant,
	/** Hash of the last event of the case. */
	lastHash: z.string(),
});

/**
 * The case file: the envelope that travels in the item. Each node fills its own section.
 *
 * The truth about a case is in Odoo. Unknown keys are the analyst's own and travel along.
 */
export const caseFileSchema = z
	.object({
		schema: z.literal('approval-case/1'),
		event: eventSectionSchema.optional(),
		record: recordSectionSchema.optional(),
		requester: requesterSectionSchema.optional(),
		facts: factsSchema.optional(),
		/** Why facts that are `null` are not known, by their name. */
		unknown: z.record(z.string()).optional(),
		proposal: proposalSchema.optional(),
		watched: watchedSchema.optional(),
		fingerprint: z.string().optional(),
		policy: policyResultSchema.optional(),
		advice: adviceSectionSchema.optional(),
		sla: slaSectionSchema.optional(),
		wait: waitSectionSchema.optional(),
		routing: routingSectionSchema.optional(),
		decision: decisionSectionSchema.optional(),
		escalation: escalationSectionSchema.optional(),
		outcome: outcomeSectionSchema.optional(),
	})
	.passthrough();

export type CaseFile = z.infer<typeof caseFileSchema>;
export type Facts = z.infer<typeof factsSchema>;
export type Proposal = z.infer<typeof proposalSchema>;
export type RecordSection = z.infer<typeof recordSectionSchema>;
export type ApprovalStep = z.infer<typeof approvalStepSchema>;
export type DecisionSection = z.infer<typeof decisionSectionSchema>;
export type OutcomeSection = z.infer<typeof outcomeSectionSchema>;
