import { z } from 'zod';
import { odooDomainSchema } from './odooDomain';
import { eventSectionSchema } from './eventSection';
import { fieldName, recordWatchSchema } from './recordWatch';

const id = z.number().int().positive();

/** Acknowledges an event that needs no other command. */
export const acknowledgeCommandSchema = z.object({
	command: z.literal('acknowledge'),
	outboxId: id,
});

/**
 * Registers who is to hear of which events. The same key again replaces what it said, and reports
 * what happened since it was taken back.
 */
export const subscribeCommandSchema = z.object({
	command: z.literal('subscribe'),
	key: z.string().min(1),
	topic: z.enum(['record', 'case']),
	area: z.string(),
	url: z.string().url(),
	/** Key that Odoo signs its webhooks with; derived per subscription, never a master key. */
	signingKey: z.string().min(32),
	/** The n8n that subscribes: it alone may claim the events. */
	instance: z.string().min(1),
	/** The workflow that listens, so that whatever claims its events can hand them to it. */
	workflowId: z.string().default(''),
	/** Whether Odoo calls the address; otherwise the events wait until they are claimed. */
	isPushed: z.boolean(),
	/** Whether a copy of the database, such as a test system, may report here too. */
	includesCopies: z.boolean(),
	/** A test ends by itself after some minutes, and nothing is reported that went before. */
	isTest: z.boolean(),
	/** Which records it is about; an empty one means all. */
	filter: odooDomainSchema,
	/** Fields whose values are sent along. */
	sendFields: z.array(fieldName),
	/** `null` for the events of an approval area, and of cases. */
	watch: recordWatchSchema.nullable(),
});

export const unsubscribeCommandSchema = z.object({
	command: z.literal('unsubscribe'),
	key: z.string().min(1),
});

/**
 * Hands out events that nobody has acknowledged, oldest first. Until the lease ends nobody else is
 * given them.
 */
export const claimCommandSchema = z.object({
	command: z.literal('claim'),
	instance: z.string().min(1),
	topic: z.enum(['record', 'case']),
	/** Empty for all. */
	areas: z.array(z.string()),
	limit: z.number().int().min(1).max(500),
	leaseSeconds: z.number().int().min(10).max(86_400),
});

/** Sends events again from the first attempt on: the named ones, or all that are dead. */
export const replayCommandSchema = z.object({
	command: z.literal('replay'),
	instance: z.string().min(1),
	outboxIds: z.array(id).nullable(),
});

/** Writes events for records that ask for approval and of which no event tells. */
export const sweepCommandSchema = z.object({
	command: z.literal('sweep'),
	instance: z.string().min(1),
	/** Empty for all. */
	areas: z.array(z.string()),
	/** Only records changed since; ISO 8601 UTC. */
	since: z.string().datetime(),
	limit: z.number().int().min(1).max(500),
});

/** Notes with an event, or its case, that the execution which worked on it failed. */
export const failCommandSchema = z.object({
	command: z.literal('fail'),
	instance: z.string().min(1),
	executionId: z.string().min(1),
	message: z.string().min(1).max(2000),
});

/** Finds the models that the caller may read, for choosing one from a list. */
export const modelsCommandSchema = z.object({
	command: z.literal('models'),
	/** Part of a name, technical or not; empty for all. */
	search: z.string(),
	limit: z.number().int().min(1).max(200),
});

/** What an administrator has to create where the integration user may not. */
export const neededRuleSchema = z.object({
	name: z.string(),
	model: z.string(),
	trigger: z.string(),
	fields: z.array(z.string()),
	code: z.string(),
});
export type NeededRule = z.infer<typeof neededRuleSchema>;

export const eventResultSchemas = {
	acknowledge: z.object({
		status: z.enum(['acknowledged', 'already_handled', 'event_missing']),
	}),
	subscribe: z.discriminatedUnion('status', [
		z.object({
			status: z.literal('subscribed'),
			/** Database time, ISO 8601 UTC. */
			at: z.string().datetime(),
			/** Events written about what happened while nobody listened. */
			caughtUp: z.number().int().nonnegative(),
		}),
		z.object({
			status: z.literal('rule_needed'),
			rule: neededRuleSchema,
			/** What a rule that is there has otherwise; empty when there is none. */
			differences: z.array(z.string()),
		}),
	]),
	unsubscribe: z.object({ status: z.literal('unsubscribed') }),
	claim: z.object({
		status: z.literal('claimed'),
		events: z.array(eventSectionSchema),
	}),
	replay: z.object({ status: z.literal('replayed'), outboxIds: z.array(id) }),
	sweep: z.object({
		status: z.literal('swept'),
		written: z.number().int().nonnegative(),
		/** Whether there is more than the limit allowed. */
		hasMore: z.boolean(),
	}),
	models: z.object({
		status: z.literal('found'),
		models: z.array(z.object({ model: z.string(), name: z.string() })),
	}),
	fail: z.object({
		status: z.literal('noted'),
		outboxIds: z.array(id),
		caseIds: z.array(id),
	}),
} as const;
