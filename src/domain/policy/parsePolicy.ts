import type { ZodIssue } from 'zod';
import { compilePolicy } from './compilePolicy';
import { FactUnfitError, PolicyInvalidError, type PolicyProblem } from './errors';
import { assertPlainDocument, pathTo } from './plainDocument';
import { policySchema, type Policy } from './policy';
import { runExamples } from './runExamples';

/**
 * Turns a document into a policy that can be trusted to decide: its shape, its names and types, and
 * its own worked examples have been checked.
 *
 * @throws {PolicyInvalidError} with every problem found, where it is and what to do
 */
export async function parsePolicy(document: unknown): Promise<Policy> {
	assertPlainDocument(document);
	const parsed = policySchema.safeParse(document);
	if (!parsed.success) throw new PolicyInvalidError(parsed.error.issues.flatMap(toProblems));

	compilePolicy(parsed.data);
	const contradictions = await findContradictions(parsed.data);
	if (contradictions.length > 0) throw new PolicyInvalidError(contradictions);
	return parsed.data;
}

/** Said by zod of a union without words of its own. */
const unexplained = 'Invalid input';

/** A condition is one of four kinds; the kind that was meant is the one that fits it best. */
function toProblems(issue: ZodIssue): PolicyProblem[] {
	if (issue.code !== 'invalid_union' || issue.message !== unexplained) {
		return [{ path: issue.path.reduce(pathTo, ''), message: issue.message }];
	}
	const kinds = issue.unionErrors.map(({ issues }) => issues);
	const misfit = (issues: readonly ZodIssue[]) =>
		issues.filter(({ path }) => path.length <= issue.path.length + 1).length;
	const meant = kinds.reduce((best, kind) => (misfit(kind) <= misfit(best) ? kind : best));
	return meant.flatMap(toProblems);
}

async function findContradictions(policy: Policy): Promise<PolicyProblem[]> {
	const results = await runExamples(policy).catch((error: unknown) => {
		if (!(error instanceof FactUnfitError)) throw error;
		throw new PolicyInvalidError([{ path: 'examples', message: error.message }]);
	});
	return results.flatMap(({ name, expected, actual, passed }, index) => {
		if (passed) return [];
		const message = `"${name}" expects ${expected}, but the rules say ${actual}; correct one of them`;
		return [{ path: `examples[${index}].outcome`, message }];
	});
}
