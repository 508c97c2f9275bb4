import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/**
 * A line in place of a field that is not in use.
 *
 * The editor forgets what stands in a field as soon as no field of that name is shown. This one has
 * its name, so whoever looks at another way of writing finds everything when they go back.
 */
export function keptAside(
	name: string,
	show: NonNullable<IDisplayOptions['show']>,
	displayName: string,
): INodeProperties {
	return { displayName, name, type: 'notice', default: '', displayOptions: { show } };
}
