import { z } from 'zod';

/** What a policy can say, from the mildest to the most restrictive; the most restrictive wins. */
export const policyOutcomes = ['auto_approve', 'require_approval', 'escalate', 'reject'] as const;
export type PolicyOutcome = (typeof policyOutcomes)[number];

/** What an outcome means for a case, as the end of a sentence. */
export const outcomeWords: Readonly<Record<PolicyOutcome, string>> = {
	auto_approve: 'is approved automatically',
	require_approval: 'needs approval',
	escalate: 'goes to a higher authority at once',
	reject: 'is rejected',
};

/** How restrictive an outcome is: 0 is the mildest. */
export function severity(outcome: PolicyOutcome): number {
	return policyOutcomes.indexOf(outcome);
}

const factValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.null()]);

/** A comparison as it turned out for one case. */
export const comparedSchema = z.object({
	fact: z.string(),
	operator: z.string(),
	/** What was compared: the fact, days, percent, or an amount in the currency of the policy. */
	value: factValue,
	threshold: z.unknown(),
	unit: z.string().nullable(),
	/** The comparison in words, for people; empty in cases of before this was kept. */
	sentence: z.string().default(''),
});

/** A rule that matched, with every comparison that made it match. */
export const matchedRuleSchema = z.object({
	id: z.string(),
	outcome: z.enum(policyOutcomes),
	/** One sentence for people, with the values filled in. */
	reason: z.string(),
	/** Role to ask; `null` when the rule asks nobody. */
	role: z.string().nullable(),
	slaClass: z.string().nullable(),
	conditions: z.array(comparedSchema),
});

/** A stricter rule that one number kept from matching, and by how much. */
export const nearMissSchema = comparedSchema.extend({
	ruleId: z.string(),
	outcome: z.enum(policyOutcomes),
	/** Between value and threshold, in `unit`. */
	gap: z.number(),
	/** The gap in percent of the threshold. */
	gapPercent: z.number(),
});

/** What a second policy would have said; it never acts. */
export const shadowResultSchema = z.object({
	id: z.string().nullable(),
	version: z.string().nullable(),
	hash: z.string().nullable(),
	/** `null` when it could not be evaluated. */
	outcome: z.enum(policyOutcomes).nullable(),
	ruleIds: z.array(z.string()),
	/** Whether it says the same as the policy in force. */
	agrees: z.boolean(),
	/** One sentence for people. */
	sentence: z.string(),
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
	// What follows is not in cases of before it was kept.
	/** When it was evaluated, ISO 8601 in UTC. */
	at: z.string().datetime().nullable().default(null),
	/** Sum of the risk weights of the rules that matched. */
	riskScore: z.number().default(0),
	/** Whether policy would have approved it, and it was drawn for people to look at. */
	sampled: z.boolean().default(false),
	/** The nearest first. */
	nearMisses: z.array(nearMissSchema).default([]),
	shadow: shadowResultSchema.nullable().default(null),
});

export type Compared = z.infer<typeof comparedSchema>;
export type MatchedRule = z.infer<typeof matchedRuleSchema>;
export type NearMiss = z.infer<typeof nearMissSchema>;
export type ShadowResult = z.infer<typeof shadowResultSchema>;
export type PolicyResult = z.infer<typeof policyResultSchema>;
