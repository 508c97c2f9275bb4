import { z } from 'zod';
import { adviceSectionSchema } from '../advice/adviceSection';
import {
	acknowledgeCommandSchema,
	claimCommandSchema,
	failCommandSchema,
	modelsCommandSchema,
	replayCommandSchema,
	subscribeCommandSchema,
	sweepCommandSchema,
	unsubscribeCommandSchema,
} from '../events/commands';
import { anomaliesCommandSchema } from '../insights/anomalies';
import { figuresCommandSchema } from '../insights/figures';
import { queueCommandSchema } from '../insights/queue';
import { traceCommandSchema } from '../insights/trace';
import { policyResultSchema } from '../policy/policyResult';
import { scheduleSourceSchema } from '../sla/scheduleInOdoo';
import { slaChangeSchema, slaSectionSchema } from '../sla/slaSection';
import {
	approvalStepSchema,
	factsSchema,
	figuresSchema,
	linesSchema,
	proposalSchema,
} from './caseFile';
import { clockActions, clockChanges, decisions, voteChannels } from './vocabulary';
import { relatedQuerySchema } from './relatedQuery';
import { watchedSchema } from './watched';
import { matrixStampSchema } from '../authority/authority';

const id = z.number().int().positive();

/**
 * What applying a decision does to the subject: one business method of a fixed list, and the state
 * that must be read back. `method: null` leaves the record as it is.
 */
export const effectSchema = z.object({
	method: z.string().nullable(),
	/** Context for the business method, such as `{ "skip_backorder": true }`. */
	context: z.record(z.unknown()),
	/** The record counts as released when `field` holds one of `values` afterwards. */
	expect: z.object({ field: z.string(), values: z.array(z.string()) }).nullable(),
});

/** For an area of the house's own: what was fixed for the decision when the area was set up. */
export const AS_SET_UP = 'as_set_up';

const givenEffectSchema = effectSchema.or(z.literal(AS_SET_UP));

/** Reads the subject of an event, with the event's own standing, in one call. */
export const gatherCommandSchema = z.object({
	command: z.literal('gather'),
	/** `null` when somebody reads a record without an event. */
	outboxId: id.nullable(),
	/** Execution that works on the event, noted with it; `null` outside of n8n. */
	executionId: z.string().nullable(),
	/** Area that it is read for; `null` where that makes no difference. */
	area: z.string().nullable().default(null),
	model: z.string(),
	recordId: id,
	/** Nested specification of Odoo's `web_read`. What this Odoo does not have is left out, and told. */
	specification: z.record(z.unknown()),
	/** What is read beside it, each under a name. */
	related: z.record(relatedQuerySchema).default({}),
});

/**
 * Opens a case. With `policyDecision` it is decided in the same transaction, and with `effect` also
 * applied, so that a straight-through order needs no further call.
 */
export const openCommandSchema = z.object({
	command: z.literal('open'),
	area: z.string(),
	model: z.string(),
	recordId: id,
	recordName: z.string(),
	outboxId: id.nullable(),
	fingerprint: z.string(),
	watched: watchedSchema,
	requesterId: id,
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
	/** Empty when policy decides. */
	steps: z.array(approvalStepSchema),
	/** Which authority matrix named them; `null` when policy decides. */
	authority: matrixStampSchema.nullable().default(null),
	/** Whether the risk is such that people decide inside Odoo only, where Odoo knows who they are. */
	odooOnly: z.boolean().default(false),
	/** Whether the risk is so low that people may approve it along with others. */
	bulkAllowed: z.boolean().default(false),
	/** Where the waiting execution is woken; `null` when nothing waits. */
	resumeUrl: z.string().nullable(),
	executionId: z.string().nullable(),
	policyDecision: z.enum(['approved', 'rejected']).nullable(),
	effect: givenEffectSchema.nullable(),
});

/** Who says something of a case, and where. */
const saying = {
	caseId: id,
	/** Only the integration user may name somebody else than themselves. */
	actorId: id,
	channel: z.enum(voteChannels),
};

const asked = {
	...saying,
	/** Step and round that the approver was asked in; an older one is refused. */
	step: z.number().int().nonnegative(),
	round: z.number().int().positive(),
};

/** Records one person's answer. Said twice, it counts once. */
export const voteCommandSchema = z.object({
	command: z.literal('vote'),
	...asked,
	decision: z.enum(decisions),
	reasonCode: z.string().nullable(),
	reason: z.string().nullable(),
});

/** Somebody who is asked leaves the decision to the others. */
export const abstainCommandSchema = z.object({
	command: z.literal('abstain'),
	...asked,
	reason: z.string().nullable(),
});

/** Somebody who is asked has somebody else asked in their place, who has the authority too. */
export const forwardCommandSchema = z.object({
	command: z.literal('forward'),
	...asked,
	toId: id,
	reason: z.string().nullable(),
	/** The other's own link, sent to them alone; `null` where nobody can sign one. */
	link: z.string().url().nullable(),
});

/** Whoever asked for the approval takes the request back. */
export const recallCommandSchema = z.object({
	command: z.literal('recall'),
	...saying,
	reason: z.string().nullable(),
});

/** Marks a case as urgent, for a reason that is written down. */
export const expediteCommandSchema = z.object({
	command: z.literal('expedite'),
	...saying,
	reason: z.string().nullable(),
});

/** Applies the decision of a case to its subject, if what matters is still the same. */
export const applyCommandSchema = z.object({
	command: z.literal('apply'),
	caseId: id,
	effect: givenEffectSchema,
	/** The clock, stopped at the decision; `null` where there is none to stop. */
	clock: slaChangeSchema.nullable().default(null),
});

/**
 * Notes that an execution waits for the case, gives each approver their own link, and reads where
 * the case stands.
 */
export const waitCommandSchema = z.object({
	command: z.literal('wait'),
	caseId: id,
	resumeUrl: z.string(),
	executionId: z.string(),
	/** Sent to each approver alone, once a round; whoever is not asked now gets nothing. */
	links: z.array(z.object({ approverId: id, url: z.string().url() })),
});

/** Climbs one rung of the ladder: tells people, asks others, or leaves the case to one person. */
export const escalateCommandSchema = z.object({
	command: z.literal('escalate'),
	caseId: id,
	/** Version of the case that this was planned for; when it has changed meanwhile, nothing is done. */
	version: z.number().int().positive(),
	/** The rung to climb, from 1; a rung that was climbed already is not climbed again. */
	level: z.number().int().positive(),
	action: z.enum(clockActions),
	/** Who is asked from now on, where others are. */
	step: approvalStepSchema.nullable(),
	/** Who is told, where nobody else is asked. */
	toIds: z.array(id).default([]),
	/** Who looks after the case in the manual queue; `null` for an approval manager. */
	ownerId: id.nullable().default(null),
	/** What becomes of the clock; `null` for a case without one, and at the end of the ladder. */
	sla: slaChangeSchema.nullable(),
	reason: z.string(),
});

/** Pauses, resumes, adjusts or stops the clock of a case. */
export const clockCommandSchema = z.object({
	command: z.literal('clock'),
	caseId: id,
	/** Version of the case whose clock this was computed from. */
	version: z.number().int().positive(),
	change: z.enum(clockChanges),
	sla: slaChangeSchema,
	reason: z.string(),
});

/** Reads a working schedule, with public holidays and, for a user, their absences. */
export const calendarCommandSchema = z.object({
	command: z.literal('calendar'),
	source: scheduleSourceSchema,
	/** Leaves that ended before are of no interest; ISO 8601 UTC. */
	since: z.string().datetime(),
});

/** Finds cases that are due, or should be warned about, without anything else of them changing. */
export const dueCommandSchema = z.object({
	command: z.literal('due'),
	/** Empty for all. */
	areas: z.array(z.string()),
	/** Whether those count whose warning has begun. */
	warnings: z.boolean(),
	limit: z.number().int().min(1).max(1000),
});

export const supersedeCommandSchema = z.object({
	command: z.literal('supersede'),
	caseId: id,
	reason: z.string(),
});

export const noteCommandSchema = z.object({
	command: z.literal('note'),
	caseId: id,
	text: z.string().min(1),
});

export const showCommandSchema = z.object({ command: z.literal('show'), caseId: id });

/**
 * Finds the users behind logins, groups (external ids such as `sales_team.group_sale_manager`) and
 * fields of a record, and those whom they have handed their authority to.
 */
export const directoryCommandSchema = z.object({
	command: z.literal('directory'),
	logins: z.array(z.string()),
	groups: z.array(z.string()),
	/** Paths that lead to users, such as `team_id.user_id`; an empty list needs no record. */
	fields: z.array(z.string()).default([]),
	record: z.object({ model: z.string(), id }).nullable().default(null),
	/** Area for which delegations and, with `matrix`, lines of the matrix in Odoo count. */
	area: z.string().nullable().default(null),
	/** Whether the matrix that is kept in Odoo is wanted too, with everyone behind it. */
	matrix: z.boolean().default(false),
});

export const ledgerCommandSchema = z.discriminatedUnion('command', [
	gatherCommandSchema,
	openCommandSchema,
	voteCommandSchema,
	abstainCommandSchema,
	forwardCommandSchema,
	recallCommandSchema,
	expediteCommandSchema,
	applyCommandSchema,
	waitCommandSchema,
	escalateCommandSchema,
	clockCommandSchema,
	dueCommandSchema,
	queueCommandSchema,
	figuresCommandSchema,
	anomaliesCommandSchema,
	traceCommandSchema,
	calendarCommandSchema,
	supersedeCommandSchema,
	noteCommandSchema,
	showCommandSchema,
	directoryCommandSchema,
	acknowledgeCommandSchema,
	subscribeCommandSchema,
	unsubscribeCommandSchema,
	claimCommandSchema,
	replayCommandSchema,
	sweepCommandSchema,
	failCommandSchema,
	modelsCommandSchema,
]);

export type Effect = z.infer<typeof effectSchema>;
export type GivenEffect = z.infer<typeof givenEffectSchema>;
export type LedgerCommand = z.infer<typeof ledgerCommandSchema>;
export type CommandName = LedgerCommand['command'];
export type CommandOf<Name extends CommandName> = Extract<LedgerCommand, { command: Name }>;
/** A command as it may be written: what is left out has its default. */
export type GivenCommand<Name extends CommandName> = Extract<
	z.input<typeof ledgerCommandSchema>,
	{ command: Name }
>;
