import type { ICredentialTestRequest, ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

export class OdooApprovalsApi implements ICredentialType {
	name = 'odooApprovalsApi';

	displayName = 'Odoo Approvals API';

	icon: Icon = { light: 'file:odooApprovalsApi.svg', dark: 'file:odooApprovalsApi.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-approvals/n8n-nodes-odoo-approvals/blob/main/docs/set-up-odoo.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'Use a user of its own for approvals, in the Odoo group "Approval Integration". Only the operation Set Up Odoo needs an administrator: give it a second credential and keep that one to yourself.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Odoo Address',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.odoo.com',
			description: 'Address of the Odoo server, without anything behind the host name',
			required: true,
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: '',
			placeholder: 'e.g. example',
			required: true,
		},
		{
			displayName: 'Login',
			name: 'login',
			type: 'string',
			default: '',
			placeholder: 'e.g. approvals@example.com',
			description: 'Login of the Odoo user whom the API key belongs to',
			required: true,
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'In Odoo, sign in as that user, open My Profile, Account Security, and press New API Key',
			required: true,
		},
	];

	/** The old protocol, since every Odoo version that we know speaks it and says whose key it is. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.url.replace(/\\/+$/, "") }}',
			url: '/jsonrpc',
			method: 'POST',
			body: {
				jsonrpc: '2.0',
				method: 'call',
				params: {
					service: 'common',
					method: 'authenticate',
					args: [
						'={{ $credentials.database }}',
						'={{ $credentials.login }}',
						'={{ $credentials.apiKey }}',
						{},
					],
				},
			},
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'result',
					value: false,
					message: 'Odoo does not know this login with this API key. Keys expire: make a new one.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error.code',
					value: 200,
					message: 'Odoo could not check the key. Is the name of the database right?',
				},
			},
		],
	};
}
