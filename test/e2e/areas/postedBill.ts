import type { Office } from './Office';

/** A bill or credit note of a supplier in the books, over one line without tax. */
export async function postedBill(
	office: Office,
	supplier: number,
	price_unit: number,
	values: Record<string, unknown> = {},
): Promise<number> {
	const line = { name: 'Service', quantity: 1, price_unit, tax_ids: [[6, 0, []]] };
	const id = await office.makeAsAdmin('account.move', {
		move_type: 'in_invoice',
		partner_id: supplier,
		invoice_date: '2026-03-01',
		invoice_line_ids: [[0, 0, line]],
		...values,
	});
	await office.asAdmin('account.move', 'action_post', { ids: [id] });
	return id;
}
