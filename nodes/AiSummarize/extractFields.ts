import type { INodeProperties } from 'n8n-workflow';
import { withModel } from './modelFields';

const shown = { show: { operation: ['extract'] } };

/** The fields of the operation Extract From Message. */
export const extractFields: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '={{ $json.text }}',
		description: 'Text of the mail or chat message; its first 20,000 characters are read',
		displayOptions: shown,
	},
	{
		displayName: 'Received',
		name: 'receivedAt',
		type: 'string',
		default: '={{ $now.toISO() }}',
		description: 'When the message came, ISO 8601: what dates without a year are counted from',
		displayOptions: shown,
	},
	{
		displayName: 'Names to Take Out',
		name: 'extractNames',
		type: 'string',
		default: '',
		description:
			'Names of people and companies, separated by commas, that are replaced before anything leaves. Addresses, phone and account numbers always are.',
		displayOptions: { show: { ...shown.show, ...withModel } },
	},
];
