import type { Facts } from '../case/caseFile';
import { evaluatePolicy, type Occasion } from './evaluatePolicy';
import type { Policy } from './policy';
import { outcomeWords, type PolicyResult, type ShadowResult } from './policyResult';

/**
 * Says what a second policy would have decided. It never acts, and it never fails: what goes wrong
 * with it is what it says.
 *
 * @param readShadow gives the second policy, `null` when there is none, or throws where it is not sound
 * @returns `null` when there is none
 */
export async function evaluateShadow(
	live: PolicyResult,
	readShadow: () => Promise<Policy | null>,
	facts: Facts,
	occasion: Occasion,
): Promise<ShadowResult | null> {
	let shadow: PolicyResult;
	try {
		const policy = await readShadow();
		if (!policy) return null;
		shadow = await evaluatePolicy(policy, facts, occasion);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return {
			id: null,
			version: null,
			hash: null,
			outcome: null,
			ruleIds: [],
			agrees: false,
			sentence: `The shadow policy could not be evaluated: ${why}`,
		};
	}
	const { id, version, hash, outcome } = shadow;
	const agrees = outcome === live.outcome;
	return {
		id,
		version,
		hash,
		outcome,
		ruleIds: shadow.rules.map((rule) => rule.id),
		agrees,
		sentence: agrees
			? `Policy ${id}, version ${version}, says the same`
			: `By policy ${id}, version ${version}, it ${outcomeWords[outcome]}${because(shadow)}`,
	};
}

function because({ rules, missingFacts, sampled }: PolicyResult): string {
	if (sampled) return ': drawn as a sample';
	const reasons = rules.map(({ reason }) => reason);
	if (missingFacts.length > 0) reasons.push(`not known: ${missingFacts.join(', ')}`);
	return reasons.length === 0 ? ', since no rule of it matches' : `: ${reasons.join('; ')}`;
}
