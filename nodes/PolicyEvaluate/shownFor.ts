import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

export type PolicySource = 'preset' | 'table' | 'json';

/**
 * The chosen way of writing a policy, for display conditions alone.
 *
 * The editor forgets what stands in fields that it hides. It cannot tell whether a condition on an
 * expression hides a field when it decides what to forget, and so keeps what was written in every
 * way, while it shows but the fields of the way that is chosen.
 */
export const shownSource: INodeProperties = {
	displayName: 'Shown Source',
	name: 'shownSource',
	type: 'hidden',
	default: '={{ $parameter["policySource"] }}',
};

/** Shows a field for some ways of writing a policy, and keeps what stands in it for the others. */
export function shownFor(
	sources: PolicySource[],
	more: Record<string, string[]> = {},
): IDisplayOptions {
	return { show: { shownSource: sources, ...more } };
}
