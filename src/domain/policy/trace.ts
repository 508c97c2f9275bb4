import type { RuleResult } from 'json-rules-engine';
import type { Comparison } from './condition';
import type { PositiveCondition } from './positiveCondition';

/** How a condition turned out, part by part. */
export type Trace = { holds: boolean } & (
	{ comparison: Comparison } | { all: Trace[] } | { any: Trace[] }
);

interface ComparisonResult {
	fact: string;
	result?: boolean;
}

type EngineResult = RuleResult['conditions'] | ComparisonResult;

/**
 * Lays what the engine found beside the condition that it was asked.
 *
 * The engine evaluates every part and notes its result, but not that of the whole, which is put
 * together here; what it left open counts as not holding.
 */
export function traceOf(condition: PositiveCondition, found: EngineResult | undefined): Trace {
	if ('fact' in condition) {
		// A rule of one comparison stands in a list of one, which is how the engine wants it.
		const [result] = found && 'all' in found ? found.all : [found];
		return { holds: isHolding(result), comparison: condition };
	}
	if ('all' in condition) {
		const results = found && 'all' in found ? found.all : [];
		const all = condition.all.map((one, index) => traceOf(one, results[index]));
		return { holds: all.every(({ holds }) => holds), all };
	}
	const results = found && 'any' in found ? found.any : [];
	const any = condition.any.map((one, index) => traceOf(one, results[index]));
	return { holds: any.some(({ holds }) => holds), any };
}

/** The comparisons that made a condition hold, in the order of the policy. */
export function holdingComparisons(trace: Trace): Comparison[] {
	if ('comparison' in trace) return [trace.comparison];
	const members = 'all' in trace ? trace.all : trace.any;
	return members.filter(({ holds }) => holds).flatMap(holdingComparisons);
}

/** The fewest comparisons for want of which a condition does not hold; none when it does. */
export function missedComparisons(trace: Trace): Comparison[] {
	if (trace.holds) return [];
	if ('comparison' in trace) return [trace.comparison];
	if ('all' in trace) return trace.all.flatMap(missedComparisons);
	const ways = trace.any.map(missedComparisons);
	return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

function isHolding(result: unknown): boolean {
	return (
		typeof result === 'object' && result !== null && 'result' in result && result.result === true
	);
}
