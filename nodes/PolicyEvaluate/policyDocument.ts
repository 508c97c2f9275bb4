import { z } from 'zod';
import { parsePolicy } from '../../src/domain/policy/parsePolicy';
import { readPlainDocument } from '../../src/domain/policy/plainDocument';
import type { Policy } from '../../src/domain/policy/policy';
import { BoundedMemory } from '../../src/odoo/BoundedMemory';

const maxCharacters = 1_000_000;

/** The editor gives text; an expression may give the document itself. */
export const documentSchema = z.unknown().transform((given, refinement): unknown => {
	if (typeof given !== 'string') return given;
	if (given.length > maxCharacters) {
		const message = `is longer than ${String(maxCharacters)} characters`;
		refinement.addIssue({ code: 'custom', message });
		return z.NEVER;
	}
	try {
		return JSON.parse(given);
	} catch (error) {
		const where = error instanceof Error ? `: ${error.message}` : '';
		refinement.addIssue({ code: 'custom', message: `is not JSON${where}` });
		return z.NEVER;
	}
});

/** Policies that have been made, by what they were made of: their worked examples need not run for each item. */
const made = new BoundedMemory<Promise<Policy>>({ size: 100 });

/**
 * Makes a policy once for each content. One that is refused is tried again next time.
 * @param source all that the policy is made of, as JSON text
 */
export async function makeOnce(source: string, make: () => Promise<Policy>): Promise<Policy> {
	return await made.recall(source, 0, () => {
		const making = make();
		making.catch(() => {
			made.forget(source);
		});
		return making;
	});
}

/** Checks a document, once for each content. @throws {PolicyInvalidError} */
export async function readDocument(document: unknown): Promise<Policy> {
	// Only plain data can be written as text at all.
	const plain = readPlainDocument(document);
	return await makeOnce(JSON.stringify(plain), async () => await parsePolicy(plain));
}
