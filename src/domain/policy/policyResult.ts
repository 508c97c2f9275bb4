import { z } from 'zod';

/** What a policy can say, from the mildest to the most restrictive; the most restrictive wins. */
export const policyOutcomes = ['auto_approve', 'require_approval', 'escalate', 'reject'] as const;
export type PolicyOutcome = (typeof policyOutcomes)[number];

const factValue = z.union([z.number(), z.string(), z.boolean(), z.null()]);

/** A rule that matched, with every comparison that made it match. */
export const matchedRuleSchema = z.object({
	id: z.string(),
	outcome: z.enum(policyOutcomes),
	/** One sentence for people, with the values filled in. */
	reason: z.string(),
	/** Role to ask; `null` when the rule asks nobody. */
	role: z.string().nullable(),
	slaClass: z.string().nullable(),
	conditions: z.array(
		z.object({
			fact: z.string(),
			operator: z.string(),
			value: factValue,
			threshold: z.unknown(),
			unit: z.string().nullable(),
		}),
	),
});

/** The case file's `policy` section: what was decided, by which rules, under which policy. */
export const policyResultSchema = z.object({
	id: z.string(),
	version: z.string(),
	/** SHA-256 (hex) of the policy document's canonical JSON. */
	hash: z.string(),
	outcome: z.enum(policyOutcomes),
	/** In the order of the policy. */
	rules: z.array(matchedRuleSchema),
	/** Facts that a rule needed and the case did not have; their absence forbids auto-approval. */
	missingFacts: z.array(z.string()),
	/** Role to ask first, from the most restrictive matched rule; `null` when nobody is asked. */
	role: z.string().nullable(),
	slaClass: z.string(),
});

export type MatchedRule = z.infer<typeof matchedRuleSchema>;
export type PolicyResult = z.infer<typeof policyResultSchema>;
