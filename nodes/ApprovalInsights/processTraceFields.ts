import type { INodeProperties } from 'n8n-workflow';
import { MOST_TRACED } from '../../src/domain/insights/trace';
import { pageLanguageOption, zoneOption } from './sharedFields';

const operation = ['processTrace'];
const shown = { show: { operation } };
const shownFor = (findBy: string) => ({ show: { operation, findBy: [findBy] } });

/** The fields of the operation Process Trace. */
export const processTraceFields: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [
			{
				name: 'Record',
				value: 'record',
				description: 'All that ever happened to a record of Odoo',
			},
			{
				name: 'Trace ID',
				value: 'traceId',
				description: 'One business event, such as one save, and all that came of it',
			},
			{
				name: 'Case',
				value: 'caseId',
				description: 'A case, with the event that led to it',
			},
		],
		default: 'record',
		description: 'What you know of it',
		displayOptions: shown,
	},
	{
		displayName: 'Model',
		name: 'traceModel',
		type: 'string',
		default: '={{ $json.record?.model ?? $json.event?.model }}',
		required: true,
		placeholder: 'e.g. sale.order',
		description: 'Technical name of the kind of record',
		displayOptions: shownFor('record'),
	},
	{
		displayName: 'Record ID',
		name: 'traceRecordId',
		type: 'string',
		default: '={{ $json.record?.id ?? $json.event?.recordId }}',
		required: true,
		placeholder: 'e.g. 42',
		description: 'Database ID of the record, as in its address in Odoo',
		displayOptions: shownFor('record'),
	},
	{
		displayName: 'Trace ID',
		name: 'traceId',
		type: 'string',
		default: '={{ $json.outcome?.traceId ?? $json.routing?.traceId ?? $json.event?.traceId }}',
		required: true,
		placeholder: 'e.g. 4bf92f3577b34da6a3ce929d0e0e4736',
		description:
			'32 hexadecimal digits, as in the case and event in Odoo, in the custom data of executions and in the log of n8n',
		displayOptions: shownFor('traceId'),
	},
	{
		displayName: 'Case ID',
		name: 'traceCaseId',
		type: 'string',
		default: '={{ $json.routing?.caseId ?? $json.outcome?.caseId }}',
		required: true,
		placeholder: 'e.g. 7',
		displayOptions: shownFor('caseId'),
	},
	{
		displayName: 'Limit',
		name: 'traceLimit',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST_TRACED },
		default: 200,
		description:
			'Max number of events, of cases and of lines of their trails. Where there are more, the oldest are left out, and the page says so.',
		displayOptions: shown,
	},
	{
		displayName: 'Options',
		name: 'traceOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: shown,
		options: [
			pageLanguageOption('In which the page is written; what people wrote stays as it is'),
			zoneOption,
			{
				displayName: 'When It Cannot Be Read',
				name: 'onRefusal',
				type: 'options',
				options: [
					{ name: 'Fail', value: 'fail', description: 'As any node does' },
					{
						name: 'Give a Page That Says So',
						value: 'page',
						description:
							'For a browser that is always answered: nothing of that sort can be looked for, or Odoo does not answer',
					},
				],
				default: 'fail',
				description: 'What happens where nobody can look, such as when Odoo is away',
			},
		],
	},
];
