import type { INodeProperties } from 'n8n-workflow';

export type PolicySource = 'preset' | 'table' | 'json';

/**
 * A line in place of a field that is not in use.
 *
 * The editor forgets what stands in a field as soon as no field of that name is shown. This one has
 * its name, so whoever looks at another way of writing the policy finds everything when they go back.
 */
export function keptAside(
	name: string,
	whileShowing: PolicySource[],
	displayName: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'notice',
		default: '',
		displayOptions: { show: { policySource: whileShowing } },
	};
}
