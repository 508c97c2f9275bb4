import { relatedTotals } from './related';

/** What people wrote about the order, other than the texts that Odoo and n8n write. */
export const purchaseNotes = relatedTotals(
	{
		name: 'notes',
		what: 'notes on the order',
		model: 'mail.message',
		domain: [
			['model', '=', 'purchase.order'],
			['res_id', 'in', { of: 'id' }],
			['message_type', '=', 'comment'],
		],
	},
	[],
);
