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
		type: z
			.enum(factTypes)
			.describe('`date` is ISO 8601, with or without a time; `list` is a list of texts'),
		unit: z
			.string()
			.optional()
			.describe(
				'For people: `%`, `days`; `money` makes it an amount in the currency that the fact `currency` names',
			),
		label: z.string().optional().describe('What people call it'),
	})
	.strict();

export const ruleSchema = z
	.object({
		id: name,
		when: conditionSchema,
		outcome: z.enum(policyOutcomes),
		reason: text.describe("Sentence for people; `{{fact}}` stands for the fact's value"),
		role: name.optional().describe('Role to ask; left out for rules that ask nobody'),
		slaClass: name.optional(),
		riskWeight: z
			.number()
			.min(0)
			.max(1_000)
			.optional()
			.describe('What the rule adds to the risk score of a case that it matches'),
	})
	.strict();

const exampleSchema = z
	.object({
		name: text,
		at: z
			.string()
			.optional()
			.describe('The instant of the decision, ISO 8601; needed where rules count days'),
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
		$schema: z.string().optional().describe('Address of the published JSON Schema, for editors'),
		id: name,
		version: name,
		area: name,
		validFrom: z
			.string()
			.optional()
			.describe('First day, or instant, on which the policy may decide; ISO 8601'),
		validUntil: z
			.string()
			.optional()
			.describe('Last day, or instant, on which the policy may decide; ISO 8601'),
		timeZone: z
			.string()
			.optional()
			.describe('IANA zone in which days are counted; UTC when left out'),
		currency: z
			.string()
			.regex(/^([A-Z]{3}|company)$/, 'must be an ISO 4217 code such as EUR, or "company"')
			.optional()
			.describe(
				"In which the limits for amounts are stated: an ISO 4217 code, or `company` for the company's own",
			),
		rateFact: z
			.string()
			.optional()
			.describe(
				"Fact that says how many units of `currency` one unit of the company's own is worth",
			),
		facts: z.record(factDeclarationSchema),
		rules: z.array(ruleSchema).max(200),
		default: z
			.object({ outcome: z.enum(policyOutcomes), role: name.optional(), slaClass: name })
			.strict(),
		sampling: z
			.object({ percent, role: name.optional() })
			.strict()
			.optional()
			.describe('A share of what would be approved automatically is shown to people anyway'),
		nearMissPercent: percent
			.optional()
			.describe('How close to a limit, in percent of it, counts as a near miss; 10 when left out'),
		examples: z
			.array(exampleSchema)
			.max(200)
			.describe('Worked examples; a policy that contradicts one of its own is refused'),
	})
	.strict();

export type Policy = z.infer<typeof policySchema>;
export type Rule = z.infer<typeof ruleSchema>;
