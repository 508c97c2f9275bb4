import { z } from 'zod';
import { policyOutcomes } from './policyResult';

/** Comparisons that a condition can make. `isMissing` alone can match a fact that is missing. */
export const operators = [
	'equal',
	'notEqual',
	'lessThan',
	'lessThanInclusive',
	'greaterThan',
	'greaterThanInclusive',
	'in',
	'notIn',
	'isMissing',
] as const;
export type Operator = (typeof operators)[number];

const factValue = z.union([z.number(), z.string(), z.boolean()]);

export const comparisonSchema = z
	.object({
		fact: z.string().min(1),
		operator: z.enum(operators),
		value: z
			.union([factValue, z.array(factValue)], {
				errorMap: () => ({ message: 'must be a number, a text, true or false, or a list of them' }),
			})
			.optional(),
	})
	.strict();

export type Comparison = z.infer<typeof comparisonSchema>;
export type Condition =
	Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

type ConditionSchema = z.ZodType<Condition, z.ZodTypeDef, unknown>;

/**
 * The kind of a condition is told by its key, and only that kind is tried: a union would report a
 * misspelt operator as "invalid input" of the whole condition.
 */
export const conditionSchema: ConditionSchema = z.unknown().transform((value, context) => {
	const parsed = schemaOfCondition(value).safeParse(value);
	if (parsed.success) return parsed.data;
	for (const issue of parsed.error.issues) context.addIssue(issue);
	return z.NEVER;
});

const conditions = z.lazy(() => z.array(conditionSchema).min(1));
const allSchema = z.object({ all: conditions }).strict();
const anySchema = z.object({ any: conditions }).strict();
const notSchema = z.object({ not: z.lazy(() => conditionSchema) }).strict();

function schemaOfCondition(value: unknown): ConditionSchema {
	if (typeof value !== 'object' || value === null) return comparisonSchema;
	if ('all' in value) return allSchema;
	if ('any' in value) return anySchema;
	return 'not' in value ? notSchema : comparisonSchema;
}

export const ruleSchema = z
	.object({
		id: z.string().min(1),
		when: conditionSchema,
		outcome: z.enum(policyOutcomes),
		/** Sentence for people; `{{fact}}` stands for the fact's value. */
		reason: z.string().min(1),
		/** Role to ask; left out for rules that ask nobody. */
		role: z.string().optional(),
		slaClass: z.string().optional(),
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
		id: z.string().min(1),
		version: z.string().min(1),
		area: z.string().min(1),
		facts: z.record(
			z.object({
				type: z.enum(['number', 'string', 'boolean']),
				unit: z.string().optional(),
				label: z.string().optional(),
			}),
		),
		rules: z.array(ruleSchema),
		default: z
			.object({
				outcome: z.enum(policyOutcomes),
				role: z.string().optional(),
				slaClass: z.string(),
			})
			.strict(),
		/** Worked examples; a policy that contradicts one of its own is refused. */
		examples: z.array(
			z
				.object({
					name: z.string().min(1),
					facts: z.record(z.union([factValue, z.null()])),
					outcome: z.enum(policyOutcomes),
				})
				.strict(),
		),
	})
	.strict();

export type Policy = z.infer<typeof policySchema>;
export type Rule = z.infer<typeof ruleSchema>;
