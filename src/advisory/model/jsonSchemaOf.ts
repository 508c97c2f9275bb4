import type { z } from 'zod';
import { zodToJsonSchema } from 'zod-to-json-schema';

/** What many servers refuse in a schema; zod checks it when the answer is there. */
const bounds = new Set([
	'$schema',
	'default',
	'format',
	'maxItems',
	'maxLength',
	'maximum',
	'minItems',
	'minLength',
	'minimum',
	'pattern',
]);

/**
 * The shape of a zod schema as JSON Schema, in the strict subset that servers enforce while a model
 * writes: every member is required, nothing else is allowed, and bounds are left out.
 */
export function jsonSchemaOf(schema: z.ZodTypeAny): Record<string, unknown> {
	const full = zodToJsonSchema(schema, { $refStrategy: 'none' });
	return withoutBounds(full) as Record<string, unknown>;
}

function withoutBounds(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(withoutBounds);
	if (typeof schema !== 'object' || schema === null) return schema;
	return Object.fromEntries(
		Object.entries(schema).flatMap(([name, member]) => {
			if (name === 'properties') return [[name, eachWithoutBounds(member)]];
			return bounds.has(name) ? [] : [[name, withoutBounds(member)]];
		}),
	);
}

/** Names of members are names, also when they read like a bound. */
function eachWithoutBounds(properties: unknown): unknown {
	return Object.fromEntries(
		Object.entries(properties ?? {}).map(([name, member]) => [name, withoutBounds(member)]),
	);
}
