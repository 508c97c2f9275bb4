import { createHash } from 'node:crypto';
import { Engine, type RuleResult, type TopLevelCondition } from 'json-rules-engine';
import { canonicalJson } from '../canonicalJson';
import { comparisonsIn, isFactReference, type Comparison } from './condition';
import { readDate } from './days';
import { addOperators, type Doubt } from './engineOperators';
import { PolicyInvalidError } from './errors';
import { findPolicyProblems } from './findPolicyProblems';
import { operandOf, plainOperand, zoneOf, type Operand, type Reading } from './operands';
import type { Policy, Rule } from './policy';
import { toPositive, type PositiveCondition } from './positiveCondition';
import { traceOf, type Trace } from './trace';

/** A rule with its condition as it is evaluated. */
export interface CompiledRule {
	rule: Rule;
	condition: PositiveCondition;
}

/** How every rule turned out, in the order of the policy. */
export type Traces = ReadonlyArray<{ rule: Rule; trace: Trace }>;

export interface CompiledPolicy {
	policy: Policy;
	/** SHA-256 (hex) of the policy. */
	hash: string;
	/** Both sides of every comparison, each once. */
	operands: readonly Operand[];
	/** Comparisons with missing facts count as false. */
	evaluateCertainly(operands: Operands): Promise<Traces>;
	/** Comparisons with missing facts count as true. */
	evaluatePossibly(operands: Operands): Promise<Traces>;
}

/** Values of the operands, by key. */
export type Operands = Record<string, ReturnType<Operand['read']>>;

/** Policies in use at one time are few; the one compiled longest ago makes room. */
const compiledKept = 100;
const compiledByHash = new Map<string, CompiledPolicy>();
/** Hashing takes longer than evaluating, and a document that is parsed once stays the same object. */
const compiledByDocument = new WeakMap<Policy, CompiledPolicy>();

/** SHA-256 (hex) of the policy's canonical JSON: two policies with one hash decide alike. */
export function policyHash(policy: Policy): string {
	return createHash('sha256').update(canonicalJson(policy)).digest('hex');
}

/**
 * Makes a policy ready to evaluate, once for each content.
 * @param policy must not change afterwards
 * @throws {PolicyInvalidError} a rule could never be evaluated, or not as it was meant
 */
export function compilePolicy(policy: Policy): CompiledPolicy {
	const known = compiledByDocument.get(policy);
	if (known) return known;

	const hash = policyHash(policy);
	const compiled = compiledByHash.get(hash) ?? compile(policy, hash);
	compiledByDocument.set(policy, compiled);
	return compiled;
}

function compile(policy: Policy, hash: string): CompiledPolicy {
	const problems = findPolicyProblems(policy);
	if (problems.length > 0) throw new PolicyInvalidError(problems);

	const rules = policy.rules.map((rule) => ({ rule, condition: toPositive(rule.when) }));
	const compiled = {
		policy,
		hash,
		operands: operandsOf(policy),
		evaluateCertainly: evaluator(policy, rules, 'certain'),
		evaluatePossibly: evaluator(policy, rules, 'possible'),
	};
	const [oldest] = compiledByHash.keys();
	if (compiledByHash.size >= compiledKept && oldest !== undefined) compiledByHash.delete(oldest);
	compiledByHash.set(hash, compiled);
	return compiled;
}

/** Computes everything that the rules compare for one case. */
export function readOperands({ operands }: CompiledPolicy, reading: Reading): Operands {
	const values: Operands = {};
	for (const { key, read } of operands) values[key] = read(reading);
	return values;
}

function operandsOf(policy: Policy): Operand[] {
	const byKey = new Map<string, Operand>();
	for (const comparison of policy.rules.flatMap(({ when }) => comparisonsIn(when))) {
		const { value } = comparison;
		const sides = [operandOf(policy, comparison)];
		if (isFactReference(value)) sides.push(plainOperand(policy, value.fact));
		for (const side of sides) byKey.set(side.key, side);
	}
	return [...byKey.values()];
}

/**
 * Runs are queued. An engine has one status for all its runs, and one run that ends makes another
 * that has just begun skip its rules, as if none of them matched.
 */
function evaluator(policy: Policy, rules: readonly CompiledRule[], doubt: Doubt) {
	const engine = buildEngine(policy, rules, doubt);
	let lastRun: Promise<unknown> = Promise.resolve();
	return async (operands: Operands): Promise<Traces> => {
		const run = lastRun.then(async () => await runEngine(engine, rules, operands));
		lastRun = run.catch(() => undefined);
		return await run;
	};
}

/** The event type is fixed: the engine emits it, and names such as "error" mean something to it. */
function buildEngine(policy: Policy, rules: readonly CompiledRule[], doubt: Doubt): Engine {
	const engine = new Engine(
		rules.map(({ rule, condition }) => ({
			name: rule.id,
			conditions: atTop(policy, condition),
			event: { type: 'matched' },
		})),
	);
	addOperators(engine, doubt);
	return engine;
}

type EngineCondition = Extract<TopLevelCondition, { all: unknown }>['all'][number];

function atTop(policy: Policy, condition: PositiveCondition): TopLevelCondition {
	if ('fact' in condition) return { all: [toEngine(policy, condition)] };
	return 'all' in condition
		? { all: condition.all.map((one) => toEngine(policy, one)) }
		: { any: condition.any.map((one) => toEngine(policy, one)) };
}

function toEngine(policy: Policy, condition: PositiveCondition): EngineCondition {
	if (!('fact' in condition)) return atTop(policy, condition);
	const { operator } = condition;
	return {
		fact: operandOf(policy, condition).key,
		operator,
		value: engineValue(policy, condition),
	};
}

/** The engine asks for a value even where none is compared. */
function engineValue(policy: Policy, { fact, days, value }: Comparison): unknown {
	if (value === undefined) return null;
	if (isFactReference(value)) return { fact: plainOperand(policy, value.fact).key };
	if (days || policy.facts[fact]?.type !== 'date') return value;
	const milliseconds = [value]
		.flat()
		.map((one) => readDate(one, zoneOf(policy))?.toMillis() ?? null);
	return Array.isArray(value) ? milliseconds : milliseconds[0];
}

async function runEngine(
	engine: Engine,
	rules: readonly CompiledRule[],
	operands: Operands,
): Promise<Traces> {
	const { results, failureResults } = await engine.run(operands);
	const found = new Map<string, RuleResult>();
	for (const result of [...results, ...failureResults]) found.set(result.name, result);
	return rules.map(({ rule, condition }) => {
		const result = found.get(rule.id);
		const trace = traceOf(condition, result?.conditions);
		if (result?.result === trace.holds) return { rule, trace };
		const message = `"${rule.id}" could not be evaluated as it stands`;
		throw new PolicyInvalidError([{ path: 'rules', message }]);
	});
}
