import type { INodeProperties } from 'n8n-workflow';
import { areaOptions } from '../../src/n8n/areaOptions';
import { languageOptions } from '../../src/n8n/languageOptions';

const shown = {
	show: {
		operation: [
			'anomalies',
			'checkThresholds',
			'dashboardPage',
			'figures',
			'openCases',
			'openMetrics',
		],
	},
};

/** Which areas are looked at, by whatever operation. */
export const areaFields: INodeProperties[] = [
	{
		displayName: 'Areas',
		name: 'areas',
		type: 'multiOptions',
		options: areaOptions,
		default: [],
		description: 'Kinds of approval to look at. Empty means all.',
		displayOptions: shown,
	},
	{
		displayName: 'Own Areas',
		name: 'ownAreas',
		type: 'string',
		default: '',
		placeholder: 'e.g. payment_terms',
		description:
			'IDs, separated by commas, of areas of your own to look at as well. Only needed where areas are chosen above, or to look at these alone.',
		displayOptions: shown,
	},
];

/** In whose time days and weeks begin. */
export const zoneOption: INodeProperties = {
	displayName: 'Time Zone',
	name: 'zone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description:
		'In which times are written and days begin. Empty means the time zone of the workflow.',
};

/** In which messages are written. */
export function languageOption(description: string): INodeProperties {
	return {
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: languageOptions,
		default: 'en',
		description,
	};
}

/** In which a page is written for whoever opens it. */
export function pageLanguageOption(description: string): INodeProperties {
	return {
		...languageOption(description),
		options: [{ name: 'Of the Browser', value: 'browser' }, ...languageOptions],
		default: 'browser',
	};
}

/** How many cases are listed; all of them are counted. */
export function limitField(operation: string): INodeProperties {
	return {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 500 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { operation: [operation] } },
	};
}
