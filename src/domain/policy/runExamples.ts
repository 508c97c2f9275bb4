import { evaluatePolicy } from './evaluatePolicy';
import type { Policy } from './policy';
import type { PolicyOutcome } from './policyResult';

export interface ExampleResult {
	name: string;
	expected: PolicyOutcome;
	actual: PolicyOutcome;
	passed: boolean;
}

/** Rules that count no days come out the same at any time. */
const anyTime = '2000-01-01';

/**
 * Evaluates the worked examples of a policy and compares what comes out with what they say.
 * @param afterEach lets others go on where many examples would hold them up
 */
export async function runExamples(
	policy: Policy,
	afterEach: () => Promise<void> = async () => {},
): Promise<ExampleResult[]> {
	const results: ExampleResult[] = [];
	for (const { name, at = anyTime, facts, outcome: expected } of policy.examples) {
		// No example is drawn as a sample: it is the rules that are tried.
		const { outcome } = await evaluatePolicy(policy, facts, { now: at, caseKey: null });
		results.push({ name, expected, actual: outcome, passed: outcome === expected });
		await afterEach();
	}
	return results;
}
