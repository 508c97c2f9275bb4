import { relatedTotals, type RelatedReading } from './related';

/**
 * What people wrote about the subject, other than the texts that Odoo and n8n write. Goes under the
 * name `notes`.
 * @param what for people: `notes on the order`
 */
export function notesOn(model: string, what: string): RelatedReading<{ count: number }> {
	return relatedTotals(
		{
			name: 'notes',
			what,
			model: 'mail.message',
			domain: [
				['model', '=', model],
				['res_id', 'in', { of: 'id' }],
				['message_type', '=', 'comment'],
			],
		},
		[],
	);
}
