import type { INodeProperties } from 'n8n-workflow';
import type { Area } from '../../src/domain/areas/Area';
import { operatorWords } from '../../src/domain/policy/operatorWords';
import { thresholdsOf, type Threshold } from '../../src/domain/policy/policyThresholds';

/** A number field for each limit in the preset of an area. */
export function presetFields({ id, factDeclarations, defaultPolicy }: Area): INodeProperties[] {
	return thresholdsOf(defaultPolicy).map(({ value, ...threshold }) => ({
		displayName: titleOf(threshold, factDeclarations),
		name: threshold.name,
		type: 'number',
		typeOptions: { numberPrecision: 2 },
		default: value,
		description: consequenceOf(threshold),
		displayOptions: { show: { policySource: ['preset'], area: [id] } },
	}));
}

/** Such as `Margin Is Below (%)`. */
function titleOf(
	{ fact, operator }: Omit<Threshold, 'value'>,
	facts: Area['factDeclarations'],
): string {
	const { label = fact, unit } = facts[fact] ?? {};
	const unitWords = unit === 'money' ? 'Company Currency' : unit;
	const words = `${label} ${operatorWords[operator]}`.replace(/(^|\s)\S/g, (one) =>
		one.toUpperCase(),
	);
	return unitWords === undefined ? words : `${words} (${unitWords})`;
}

const consequences = {
	auto_approve: 'is approved automatically',
	require_approval: 'needs approval',
	escalate: 'goes to a higher authority at once',
	reject: 'is rejected',
} as const;

/** What follows for a case beyond the limit. */
function consequenceOf({ outcome, role }: Omit<Threshold, 'value'>): string {
	const by = role === null ? '' : `, by the role ${role}`;
	return `Then the case ${consequences[outcome]}${by}`;
}
