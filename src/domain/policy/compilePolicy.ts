import { createHash } from 'node:crypto';
import { Engine } from 'json-rules-engine';
import { canonicalJson } from '../canonicalJson';
import type { Facts } from '../case/caseFile';
import { PolicyInvalidError } from './errors';
import { findPolicyProblems } from './findPolicyProblems';
import { addOperators, type Reading } from './operators';
import { toPositive, type PositiveCondition } from './positiveCondition';
import type { Policy } from './policy';
import { holdingComparisons, type HoldingComparison } from './holdingComparisons';

/** For each rule that matches, by id, the comparisons that made it match. */
export type Matches = ReadonlyMap<string, HoldingComparison[]>;

export interface CompiledPolicy {
	hash: string;
	/** Rules that match whatever the missing facts may be. */
	matchCertainly(facts: Facts): Promise<Matches>;
	/** Rules that match, or would for some value of the missing facts. */
	matchPossibly(facts: Facts): Promise<Matches>;
}

/** Policies in use at one time are few; the one compiled longest ago makes room. */
const compiledKept = 100;
const compiledByHash = new Map<string, CompiledPolicy>();

/** SHA-256 (hex) of the policy's canonical JSON: two policies with one hash decide alike. */
export function policyHash(policy: Policy): string {
	return createHash('sha256').update(canonicalJson(policy)).digest('hex');
}

/**
 * Makes a policy ready to evaluate, once for each content.
 * @throws {PolicyInvalidError} a rule could never be evaluated, or not as it was meant
 */
export function compilePolicy(policy: Policy): CompiledPolicy {
	const hash = policyHash(policy);
	const known = compiledByHash.get(hash);
	if (known) return known;

	const problems = findPolicyProblems(policy);
	if (problems.length > 0) throw new PolicyInvalidError(problems);

	const compiled = {
		hash,
		matchCertainly: matcher(policy, 'certain'),
		matchPossibly: matcher(policy, 'possible'),
	};
	const [oldest] = compiledByHash.keys();
	if (compiledByHash.size >= compiledKept && oldest !== undefined) compiledByHash.delete(oldest);
	compiledByHash.set(hash, compiled);
	return compiled;
}

/**
 * Runs are queued. An engine has one status for all its runs, and one run that ends makes another
 * that has just begun skip its rules, as if none of them matched.
 */
function matcher(policy: Policy, reading: Reading): (facts: Facts) => Promise<Matches> {
	const engine = buildEngine(policy, reading);
	let lastRun: Promise<unknown> = Promise.resolve();
	return async (facts) => {
		const run = lastRun.then(async () => await runEngine(engine, policy, facts));
		lastRun = run.catch(() => undefined);
		return await run;
	};
}

/** The event type is fixed: the engine emits it, and names such as "error" mean something to it. */
function buildEngine(policy: Policy, reading: Reading): Engine {
	const rules = policy.rules.map(({ id, when }) => ({
		name: id,
		conditions: atTop(toPositive(when)),
		event: { type: 'matched' },
	}));
	const engine = new Engine(rules);
	addOperators(engine, reading);
	return engine;
}

function atTop(condition: PositiveCondition) {
	return 'fact' in condition ? { all: [condition] } : condition;
}

async function runEngine(engine: Engine, policy: Policy, facts: Facts): Promise<Matches> {
	const { results, failureResults } = await engine.run(facts);
	if (results.length + failureResults.length !== policy.rules.length) {
		const message = `only some of the rules of "${policy.id}" were evaluated`;
		throw new PolicyInvalidError([{ path: 'rules', message }]);
	}
	return new Map(results.map(({ name, conditions }) => [name, holdingComparisons(conditions)]));
}
