import { z } from 'zod';
import { conditionSchema } from './condition';
import { policyOutcomes } from './policyResult';

export const factTypes = ['number', 'string', 'boolean', 'date', 'list'] as const;
export type FactType = (typeof factTypes)[number];

const text = z.string().min(1).max(2_000);
const name = z.string().min(1).max(200);
const percent = z.number().min(0).max(100);
const factValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()), z.null()]);

const factDeclarationSchema = z
	.object({
		/** `date` is ISO 8601, with or without a time; `list` is a list of texts. */
		type: z.enum(factTypes),
		/** For people: `%`, `days`; `money` makes it an amount in the currency that the fact `currency` names. */
		unit: z.string().optional(),
		label: z.string().optional(),
	})
	.strict();

export const ruleSchema = z
	.object({
		id: name,
		when: conditionSchema,
		outcome: z.enum(policyOutcomes),
		/** Sentence for people; `{{fact}}` stands for the fact's value. */
		reason: text,
		/** Role to ask; left out for rules that ask nobody. */
		role: name.optional(),
		slaClass: name.optional(),
		/** What the rule adds to the risk score of a case that it matches. */
		riskWeight: z.number().min(0).max(1_000).optional(),
	})
	.strict();

const exampleSchema = z
	.object({
		name: text,
		/** The instant of the decision, ISO 8601; needed where rules count days. */
		at: z.string().optional(),
		facts: z.record(factValue),
		outcome: z.enum(policyOutcomes),
	})
	.strict();

/**
 * A policy: what is routine and what people decide, as a versioned document.
 *
 * Every fact that a rule reads is declared with its type. The most restrictive outcome among the
 * rules that match wins; `default` counts when none does.
 */
export const policySchema = z
	.object({
		/** Address of the published JSON Schema, for editors. */
		$schema: z.string().optional(),
		id: name,
		version: name,
		area: name,
		/** First and last day, or instant, on which the policy may decide; ISO 8601. */
		validFrom: z.string().optional(),
		validUntil: z.string().optional(),
		/** IANA zone in which days are counted; UTC when left out. */
		timeZone: z.string().optional(),
		/** In which the limits for amounts are stated: an ISO 4217 code, or `company` for the company's own. */
		currency: z
			.string()
			.regex(/^([A-Z]{3}|company)$/, 'must be an ISO 4217 code such as EUR, or "company"')
			.optional(),
		/** Fact that says how many units of `currency` one unit of the company's own is worth. */
		rateFact: z.string().optional(),
		facts: z.record(factDeclarationSchema),
		rules: z.array(ruleSchema).max(200),
		default: z
			.object({ outcome: z.enum(policyOutcomes), role: name.optional(), slaClass: name })
			.strict(),
		/** A share of what would be approved automatically is shown to people anyway. */
		sampling: z.object({ percent, role: name.optional() }).strict().optional(),
		/** How close to a limit, in percent of it, counts as a near miss; 10 when left out. */
		nearMissPercent: percent.optional(),
		/** Worked examples; a policy that contradicts one of its own is refused. */
		examples: z.array(exampleSchema).max(200),
	})
	.strict();

export type Policy = z.infer<typeof policySchema>;
export type Rule = z.infer<typeof ruleSchema>;
