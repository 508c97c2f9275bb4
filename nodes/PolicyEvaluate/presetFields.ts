import type { INodeProperties } from 'n8n-workflow';
import type { Area } from '../../src/domain/areas/Area';
import { wordsOf } from '../../src/domain/policy/operators';
import { comparedType } from '../../src/domain/policy/factTypes';
import { subjectOf } from '../../src/domain/policy/compared';
import { thresholdsOf, type Threshold } from '../../src/domain/policy/policyThresholds';

/** A number field for each limit in the preset of an area; one that is taken out is as the preset has it. */
export function presetFields({ id, factDeclarations, defaultPolicy }: Area): INodeProperties {
	const limits = thresholdsOf(defaultPolicy);
	return {
		displayName: 'Limits',
		name: 'limits',
		type: 'collection',
		placeholder: 'Add Limit',
		// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-collection -- all limits are there to be seen
		default: Object.fromEntries(limits.map(({ name, value }) => [name, value])),
		displayOptions: { show: { policySource: ['preset'], area: [id] } },
		options: limits.map(({ value, ...limit }) => ({
			displayName: titleOf(limit.name),
			name: limit.name,
			type: 'number',
			default: value,
			description: descriptionOf(limit, factDeclarations),
		})),
	};
}

/** `marginBelowFloor` as a title: `Margin Below Floor`. */
function titleOf(name: string): string {
	const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

const consequences = {
	auto_approve: 'Approved automatically',
	require_approval: 'Needs approval',
	escalate: 'Goes to a higher authority at once',
	reject: 'Rejected',
} as const;

/** What follows beyond the limit, and what is compared with it. */
function descriptionOf(
	{ outcome, role, ...limit }: Omit<Threshold, 'value'>,
	facts: Area['factDeclarations'],
): string {
	const unit = limit.percentOf ? '%' : facts[limit.fact]?.unit;
	const by = role === null ? '' : `, by the role ${role},`;
	const unitWords = unit === 'money' ? 'amount in the currency of the company' : unit;
	const measure = unitWords === undefined ? '' : ` (${unitWords})`;
	const relation = wordsOf(limit.operator, comparedType({ facts }, limit));
	return `${consequences[outcome]}${by} when this applies: ${subjectOf({ facts }, limit)} ${relation} the number given here${measure}`;
}
