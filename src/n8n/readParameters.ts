import type { IExecuteFunctions } from 'n8n-workflow';
import type { z } from 'zod';
import { DomainError } from '../domain/errors';

/** A field of the node holds something that the node cannot work with. */
export class ParameterInvalidError extends DomainError {
	readonly code = 'PARAMETER_INVALID';
}

/**
 * Reads the node's fields for one item and checks them.
 *
 * @param schema one member for each field, under the field's name; fields that the editor may hide
 * are optional or have a default
 * @throws {ParameterInvalidError} names the field, with its path inside collections
 */
export function readParameters<Shape extends z.ZodRawShape>(
	context: Pick<IExecuteFunctions, 'getNodeParameter'>,
	itemIndex: number,
	schema: z.ZodObject<Shape>,
): z.infer<z.ZodObject<Shape>> {
	const given = Object.keys(schema.shape).map((name) => {
		// `null` stands for "hidden", since n8n refuses to read a field that is not there.
		const value: unknown = context.getNodeParameter(name, itemIndex, null);
		return [name, value ?? undefined];
	});
	return parseParameters(schema, Object.fromEntries(given));
}

/** Checks what was read from fields of a node. @throws {ParameterInvalidError} */
export function parseParameters<Schema extends z.ZodTypeAny>(
	schema: Schema,
	given: unknown,
): z.infer<Schema> {
	const parsed = schema.safeParse(given);
	if (parsed.success) return parsed.data as z.infer<Schema>;
	const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	throw new ParameterInvalidError(faults.join('; '));
}
