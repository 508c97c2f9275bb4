import { compared, isUnknown, subjectOf, unitOf, writerFor } from './compared';
import type { Operands, Traces } from './compilePolicy';
import type { Comparison } from './condition';
import { operandOf, type Reading } from './operands';
import { operators } from './operators';
import { outcomeWords, severity, type NearMiss, type PolicyOutcome } from './policyResult';
import { missedComparisons } from './trace';

const defaultPercent = 10;

/**
 * Finds the stricter rules that a single number kept from matching, and narrowly.
 *
 * How far a number is from its limit is told in percent of the limit, so a limit of zero has no
 * near misses.
 *
 * @param outcome what the rules say; a rule that would change nothing is no near miss
 * @returns the nearest first
 */
export function findNearMisses(
	traces: Traces,
	reading: Reading,
	operands: Operands,
	outcome: PolicyOutcome,
): NearMiss[] {
	const most = reading.policy.nearMissPercent ?? defaultPercent;
	return traces
		.filter(({ rule, trace }) => !trace.holds && severity(rule.outcome) > severity(outcome))
		.flatMap(({ rule, trace }) => {
			const [missed, ...others] = missedComparisons(trace);
			if (!missed || others.length > 0 || isUnknown(reading.policy, missed, operands)) return [];
			const distance = distanceOf(missed, reading, operands);
			if (!distance || distance.gapPercent > most) return [];
			const about = { ruleId: rule.id, outcome: rule.outcome, ...distance };
			const sentence = sentenceOf(missed, reading, operands, about);
			return [{ ...compared(missed, reading, operands), ...about, sentence }];
		})
		.sort((left, right) => left.gapPercent - right.gapPercent);
}

function distanceOf(
	{ value, ...comparison }: Comparison,
	{ policy }: Reading,
	operands: Operands,
): Pick<NearMiss, 'gap' | 'gapPercent'> | null {
	const isNumber = operators[comparison.operator].types.includes('date');
	const operand = operands[operandOf(policy, { ...comparison, value }).key];
	const limits = [value].flat().filter((limit) => typeof limit === 'number');
	if (!isNumber || typeof operand !== 'number' || limits.length === 0) return null;
	const distances = limits
		.filter((limit) => limit !== 0)
		.map((limit) => ({
			gap: rounded(Math.abs(operand - limit)),
			gapPercent: rounded((Math.abs(operand - limit) / Math.abs(limit)) * 100),
		}));
	return distances.sort((left, right) => left.gap - right.gap)[0] ?? null;
}

function rounded(value: number): number {
	return Number(value.toFixed(4));
}

/** `Margin: 15.2 %, only 0.2 % away from "is below 15 %", which needs approval`. */
function sentenceOf(
	missed: Comparison,
	reading: Reading,
	operands: Operands,
	{ gap, outcome }: Pick<NearMiss, 'gap' | 'outcome'>,
): string {
	const { policy } = reading;
	const write = writerFor(reading, unitOf(policy, missed));
	const limits = [missed.value]
		.flat()
		.flatMap((limit) => (typeof limit === 'number' ? write(limit) : []));
	const relation = `${operators[missed.operator].words} ${limits.join(' and ')}`;
	const value = write(operands[operandOf(policy, missed).key] ?? null);
	return `${subjectOf(policy, missed)}: ${value}, only ${write(gap)} away from "${relation}", which ${outcomeWords[outcome]}`;
}
