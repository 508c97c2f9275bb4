import type { ZodIssue } from 'zod';
import { compilePolicy } from './compilePolicy';
import { FactUnfitError, PolicyInvalidError, type PolicyProblem } from './errors';
import { pathTo, readPlainDocument } from './plainDocument';
import { policySchema, type Policy } from './policy';
import { runExamples } from './runExamples';

/**
 * Turns a document into a policy that can be trusted to decide: its shape, its names and types, and
 * its own worked examples have been checked.
 *
 * @param afterEach lets others go on between the parts of the work, which may be many
 * @throws {PolicyInvalidError} with every problem found, where it is and what to do
 */
export async function parsePolicy(
	document: unknown,
	afterEach: () => Promise<void> = async () => {},
): Promise<Policy> {
	const parsed = policySchema.safeParse(readPlainDocument(document));
	if (!parsed.success) throw new PolicyInvalidError(parsed.error.issues.map(toProblem));

	await afterEach();
	compilePolicy(parsed.data);
	await afterEach();
	const contradictions = await findContradictions(parsed.data, afterEach);
	if (contradictions.length > 0) throw new PolicyInvalidError(contradictions);
	return parsed.data;
}

function toProblem({ path, message }: ZodIssue): PolicyProblem {
	return { path: path.reduce(pathTo, ''), message };
}

async function findContradictions(
	policy: Policy,
	afterEach: () => Promise<void>,
): Promise<PolicyProblem[]> {
	const results = await runExamples(policy, afterEach).catch((error: unknown) => {
		if (!(error instanceof FactUnfitError)) throw error;
		throw new PolicyInvalidError([{ path: 'examples', message: error.message }]);
	});
	return results.flatMap(({ name, expected, actual, passed }, index) => {
		if (passed) return [];
		const message = `"${name}" expects ${expected}, but the rules say ${actual}; correct one of them`;
		return [{ path: `examples[${index}].outcome`, message }];
	});
}
