import { z } from 'zod';
import { operatorNames } from './operators';

const literal = z.union([z.number(), z.string(), z.boolean()]);

const factReferenceSchema = z
	.object({ fact: z.string().min(1) })
	.strict()
	.describe('Another fact to compare with, instead of a value');

const valueSchema = z.union([literal, z.array(literal).max(1_000), factReferenceSchema], {
	errorMap: () => ({
		message: 'must be a number, a text, true or false, a list of them, or { "fact": … }',
	}),
});

/**
 * Compares one fact. What is compared is the fact itself, the days since or until it, or how many
 * percent of another fact it is.
 */
export const comparisonSchema = z
	.object({
		fact: z.string().min(1),
		days: z
			.enum(['since', 'until'])
			.optional()
			.describe('Calendar days between the fact, which is a date, and the day of the decision'),
		percentOf: z.string().min(1).optional().describe('Name of the fact that is 100 %'),
		operator: z.enum(operatorNames),
		value: valueSchema.optional(),
	})
	.strict();

export type Literal = z.infer<typeof literal>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparisonValue = z.infer<typeof valueSchema>;
export type Condition =
	Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/**
 * A condition is parsed as the one kind that it is by its key. A union would try all kinds, whose
 * faults multiply with every level, and then tell them all.
 */
class ConditionSchema extends z.ZodType<Condition> {
	override _parse(input: z.ParseInput): z.ParseReturnType<Condition> {
		const { data }: { data: unknown } = input;
		const isObject = typeof data === 'object' && data !== null;
		const key = groupKeys.find((one) => isObject && Object.hasOwn(data, one));
		return conditionKinds[key ?? 'comparison']._parse(input);
	}
}

export const conditionSchema: z.ZodType<Condition> = new ConditionSchema({});

const groupKeys = ['all', 'any', 'not'] as const;
const members = z.array(conditionSchema).min(1).max(200);

export const conditionKinds = {
	all: z.object({ all: members }).strict(),
	any: z.object({ any: members }).strict(),
	not: z.object({ not: conditionSchema }).strict(),
	comparison: comparisonSchema,
};

/** Every comparison in a condition, in the order of the policy. */
export function comparisonsIn(condition: Condition): Comparison[] {
	if ('all' in condition) return condition.all.flatMap(comparisonsIn);
	if ('any' in condition) return condition.any.flatMap(comparisonsIn);
	return 'not' in condition ? comparisonsIn(condition.not) : [condition];
}

export function isFactReference(value: unknown): value is { fact: string } {
	return typeof value === 'object' && value !== null && 'fact' in value;
}
