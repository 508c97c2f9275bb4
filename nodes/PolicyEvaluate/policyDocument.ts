import { parsePolicy } from '../../src/domain/policy/parsePolicy';
import { readPlainDocument } from '../../src/domain/policy/plainDocument';
import { readPolicyText } from '../../src/domain/policy/readPolicyText';
import type { Policy } from '../../src/domain/policy/policy';
import { BoundedMemory } from '../../src/odoo/BoundedMemory';

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

/**
 * Checks a document, once for each content. The editor gives text; an expression may give the document
 * itself.
 *
 * @throws {PolicyInvalidError}
 */
export async function readDocument(given: unknown): Promise<Policy> {
	// Only plain data can be written as text at all.
	const document = readPlainDocument(typeof given === 'string' ? readPolicyText(given) : given);
	return await makeOnce(JSON.stringify(document), async () => await parsePolicy(document));
}
