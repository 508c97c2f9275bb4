import { parsePolicy } from '../../src/domain/policy/parsePolicy';
import { readPlainDocument } from '../../src/domain/policy/plainDocument';
import { readPolicyText } from '../../src/domain/policy/readPolicyText';
import type { Policy } from '../../src/domain/policy/policy';
import { EventLoopPause } from '../../src/n8n/eventLoopPause';
import { BoundedMemory } from '../../src/odoo/BoundedMemory';

/** Policies that have been made, by what they were made of: their worked examples need not run for each item. */
const made = new BoundedMemory<Promise<Policy>>({ size: 100 });

/**
 * Makes a policy once for each content. One that is refused is tried again next time.
 * @param source all that the policy is made of, as text that begins with the way it is written
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
	if (typeof given === 'string') {
		return await makeOnce(`text ${given}`, async () => await parse(readPolicyText(given)));
	}
	// Only plain data can be written as text at all.
	const document = readPlainDocument(given);
	return await makeOnce(`data ${JSON.stringify(document)}`, async () => await parse(document));
}

/** Checks a document, and lets n8n go on meanwhile. @throws {PolicyInvalidError} */
export async function parse(document: unknown): Promise<Policy> {
	const pause = new EventLoopPause();
	return await parsePolicy(document, async () => {
		await pause.afterWork();
	});
}
