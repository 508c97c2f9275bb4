import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

const hint = 'Generate one with: openssl rand -hex 32';

export class ApprovalSigningApi implements ICredentialType {
	name = 'approvalSigningApi';

	displayName = 'Approval Signing API';

	icon: Icon = { light: 'file:approvalSigningApi.svg', dark: 'file:approvalSigningApi.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-odoo-approvals/n8n-nodes-odoo-approvals/blob/main/docs/approval.md';

	properties: INodeProperties[] = [
		{
			displayName:
				"This key signs the approvers' links and Odoo's webhooks; it is not a key of Odoo. To change it, move the current key and its ID to the previous ones, fill in a new one, and publish the workflows with an Odoo Trigger again. Remove the previous key once its links have expired.",
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			default: 'key-1',
			placeholder: 'e.g. key-1',
			description: 'Any short name. Links carry it, so that the key can be changed.',
			required: true,
		},
		{
			displayName: 'Signing Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint,
			description: 'At least 32 characters that nobody can guess',
			required: true,
		},
		{
			displayName: 'Previous Key ID',
			name: 'previousKeyId',
			type: 'string',
			default: '',
			placeholder: 'e.g. key-0',
			description: 'Name of the key that was used before, as long as its links are open',
		},
		{
			displayName: 'Previous Signing Key',
			name: 'previousSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint,
			description: 'Still accepted, but no longer used for anything new',
		},
	];
}
