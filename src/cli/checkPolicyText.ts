import { assertInForce } from '../domain/policy/assertInForce';
import { policyHash } from '../domain/policy/compilePolicy';
import {
	PolicyInvalidError,
	PolicyNotInForceError,
	type PolicyProblem,
} from '../domain/policy/errors';
import { parsePolicy } from '../domain/policy/parsePolicy';
import type { Policy } from '../domain/policy/policy';
import { readPolicyText } from '../domain/policy/readPolicyText';

/** What the check of one file came to. */
export interface PolicyReport {
	/** `null` when the policy was refused. */
	policy: PolicySummary | null;
	/** Why it was refused; empty when it was not. */
	problems: readonly PolicyProblem[];
	/** What is not wrong, and still not as it should be. */
	warnings: readonly string[];
}

export type CheckedFile = { file: string } & PolicyReport;

export interface PolicySummary {
	id: string;
	version: string;
	area: string;
	/** How many. */
	rules: number;
	/** How many, all of which passed. */
	examples: number;
	/** SHA-256 (hex), as every decision under the policy carries it. */
	hash: string;
}

/**
 * Checks a policy as the node does before it decides.
 *
 * @param at ISO 8601; warns when the policy is not in force then. `null` asks for no instant
 */
export async function checkPolicyText(text: string, at: string | null): Promise<PolicyReport> {
	let policy: Policy;
	try {
		policy = await parsePolicy(readPolicyText(text));
	} catch (error) {
		if (error instanceof PolicyInvalidError) return refused(error.problems);
		throw error;
	}
	const { id, version, area, rules, examples } = policy;
	return {
		policy: {
			id,
			version,
			area,
			rules: rules.length,
			examples: examples.length,
			hash: policyHash(policy),
		},
		problems: [],
		warnings: warningsAbout(policy, at),
	};
}

/** What is reported of a file that was refused. */
export function refused(problems: readonly PolicyProblem[]): PolicyReport {
	return { policy: null, problems, warnings: [] };
}

function warningsAbout(policy: Policy, at: string | null): string[] {
	const warnings: string[] = [];
	if (policy.examples.length === 0) {
		warnings.push('has no worked examples, so nothing shows that the rules say what is meant');
	}
	try {
		if (at !== null) assertInForce(policy, at);
	} catch (error) {
		if (!(error instanceof PolicyNotInForceError)) throw error;
		warnings.push(error.message);
	}
	return warnings;
}
