import { formatValue } from '../formatValue';
import { comparedType } from './factTypes';
import type { Operands } from './compilePolicy';
import { isFactReference, type Comparison } from './condition';
import { isConverted, operandOf, plainOperand, type OperandValue, type Reading } from './operands';
import { operators, wordsOf } from './operators';
import type { Policy } from './policy';
import type { Compared } from './policyResult';

/** How a comparison turned out, with both values and in words. */
export function compared(comparison: Comparison, reading: Reading, operands: Operands): Compared {
	const { fact, operator } = comparison;
	const value = comparedValue(comparison, reading, operands);
	const threshold = thresholdOf(comparison, reading);
	const unit = unitOf(reading.policy, comparison);
	const { takes } = operators[operator];
	const words = wordsOf(operator, comparedType(reading.policy, comparison));
	const write = writerFor(reading, unit);
	const relation = takes === 'none' ? words : `${words} ${writeThreshold(threshold, takes, write)}`;
	const subject = subjectOf(reading.policy, comparison);
	// "Tier: A is A" would say it twice.
	const isSaid = value === null || takes === 'none' || operator === 'equal';
	const sentence = isSaid ? `${subject} ${relation}` : `${subject}: ${write(value)} ${relation}`;
	return { fact, operator, value, threshold, unit, sentence };
}

/** Whether a comparison said nothing, because something that it compares is missing. */
export function isUnknown(policy: Policy, comparison: Comparison, operands: Operands): boolean {
	const { operator, value } = comparison;
	if (operators[operator].takes === 'none') return false;
	if (operands[operandOf(policy, comparison).key] === null) return true;
	return isFactReference(value) && operands[plainOperand(policy, value.fact).key] === null;
}

/** What a comparison is about: "Margin", "Exposure in percent of Credit limit", "Days since Last payment". */
export function subjectOf(
	{ facts }: Pick<Policy, 'facts'>,
	comparison: Omit<Comparison, 'operator'>,
): string {
	const { fact, days, percentOf } = comparison;
	const label = (name: string) => facts[name]?.label ?? name;
	if (days) return `Days ${days} ${label(fact)}`;
	return percentOf ? `${label(fact)} in percent of ${label(percentOf)}` : label(fact);
}

/** For people; `null` where the value says it all. Days are counted, so they need none. */
export function unitOf(policy: Policy, comparison: Comparison): string | null {
	const { fact, days, percentOf } = comparison;
	if (days) return null;
	if (percentOf) return '%';
	if (isConverted(policy, comparison)) return policy.currency ?? null;
	return policy.facts[fact]?.unit ?? null;
}

export function writerFor(
	{ facts }: Reading,
	unit: string | null,
): (value: OperandValue) => string {
	const currency = facts['currency'];
	return (value) => formatValue(value, unit, typeof currency === 'string' ? currency : null);
}

/** A date is shown as it was given, and not as it was computed with. */
function comparedValue(comparison: Comparison, reading: Reading, operands: Operands): OperandValue {
	const { fact, days } = comparison;
	const isDate = !days && reading.policy.facts[fact]?.type === 'date';
	if (isDate) return reading.facts[fact] ?? null;
	return operands[operandOf(reading.policy, comparison).key] ?? null;
}

function thresholdOf({ value }: Comparison, { facts }: Reading) {
	if (value === undefined) return null;
	return isFactReference(value) ? (facts[value.fact] ?? null) : value;
}

function writeThreshold(
	threshold: ReturnType<typeof thresholdOf>,
	takes: string,
	write: (value: OperandValue) => string,
): string {
	const members = [threshold].flat().map(write);
	return members.join(takes === 'range' ? ' and ' : ', ');
}
