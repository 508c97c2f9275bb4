import { evaluatePolicy } from './evaluatePolicy';
import type { Policy } from './policy';
import type { PolicyOutcome } from './policyResult';

export interface ExampleResult {
	name: string;
	expected: PolicyOutcome;
	actual: PolicyOutcome;
	passed: boolean;
}

/** Evaluates the worked examples of a policy and compares what comes out with what they say. */
export async function runExamples(policy: Policy): Promise<ExampleResult[]> {
	return await Promise.all(
		policy.examples.map(async ({ name, facts, outcome: expected }) => {
			const { outcome: actual } = await evaluatePolicy(policy, facts);
			return { name, expected, actual, passed: actual === expected };
		}),
	);
}
