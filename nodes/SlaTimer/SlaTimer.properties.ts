import type { INodeProperties } from 'n8n-workflow';
import { areaOptions } from '../../src/n8n/areaOptions';
import { calendarFields } from '../../src/n8n/calendarFields';
import { operationField } from './operationField';
import { startFields } from './startFields';
import { waitFields } from './waitFields';

/** Shows fields for some operations only. */
const onlyFor = (operations: string[], fields: INodeProperties[]): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: { show: { operation: operations, ...field.displayOptions?.show } },
	}));

const adjustFields: INodeProperties[] = [
	{
		displayName: 'Reason',
		name: 'adjustReason',
		type: 'string',
		default: '',
		required: true,
		description: 'Why the clock is counted anew; kept in the trail of the case',
	},
	{
		displayName: 'Working Minutes',
		name: 'targetMinutes',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'New target, counted from when the clock was started. 0 leaves it as it is.',
	},
	{
		displayName: 'Change the Calendar',
		name: 'changeCalendar',
		type: 'boolean',
		default: false,
		description: 'Whether to count in the calendar below from now on',
	},
];

const pauseFields: INodeProperties[] = [
	{
		displayName: 'Reason',
		name: 'pauseReason',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Waiting for the customer',
		description: 'What is waited for; kept in the trail of the case',
	},
	{
		displayName: 'At Most (Days)',
		name: 'pauseDays',
		type: 'number',
		typeOptions: { minValue: 0.01, maxValue: 366 },
		default: 14,
		description: 'After so many days the clock goes on by itself, so that no case stalls',
	},
];

const sweepFields: INodeProperties[] = [
	{
		displayName: 'Areas',
		name: 'areas',
		type: 'multiOptions',
		options: areaOptions,
		default: [],
		description: 'Kinds of approval to look for. Empty means all.',
	},
	{
		displayName: 'Include Warnings',
		name: 'includeWarnings',
		type: 'boolean',
		default: false,
		description: 'Whether cases count that are not due yet, but whose warning has begun',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 50,
		description: 'Max number of results to return',
	},
];

const calendarForAdjust = calendarFields.map((field) => ({
	...field,
	displayOptions: { show: { changeCalendar: [true], ...field.displayOptions?.show } },
}));

export const slaTimerProperties: INodeProperties[] = [
	operationField,
	...onlyFor(['start'], [...startFields, ...calendarFields]),
	...onlyFor(['adjust'], [...adjustFields, ...calendarForAdjust]),
	...onlyFor(['pause'], pauseFields),
	...onlyFor(['sweep'], sweepFields),
	...onlyFor(['waitUntil'], waitFields),
];
