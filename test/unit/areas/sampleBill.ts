const dollar = { id: 1, name: 'USD', decimal_places: 2 };
export const euro = { id: 125, name: 'EUR', decimal_places: 2 };
export const piece = { id: 1, display_name: 'Units', factor: 1, relative_factor: 1 };
export const dozen = { id: 2, display_name: 'Dozens', factor: 12, relative_factor: 12 };
const clerk = { id: 6, display_name: 'Carl' };

/** A line of an order of 10 pumps at 100, all received and none billed, with what a row changes. */
export function ordered(changes: object = {}): { id: number } & Record<string, unknown> {
	return {
		id: 70,
		product_id: { id: 56, uom_id: piece, purchase_method: 'receive' },
		product_uom_id: piece,
		product_qty: 10,
		product_uom_qty: 10,
		qty_received: 10,
		price_unit: 100,
		discount: 0,
		price_subtotal: 1000,
		invoice_lines: [],
		...changes,
		order_id: {
			id: 7,
			display_name: 'P00007',
			state: 'purchase',
			currency_id: dollar,
			currency_rate: 1,
			partner_id: { id: 20, commercial_partner_id: { id: 20 } },
			...('order_id' in changes ? (changes.order_id as object) : {}),
		},
	};
}

/** What another bill asked of an order line. */
export function billed(quantity: number, changes: object = {}): object {
	return {
		id: 900,
		quantity,
		product_uom_id: piece,
		move_id: { id: 90, state: 'posted', move_type: 'in_invoice', ...changes },
	};
}

/** A line that bills 10 pumps at 100, with what a row changes. */
export function billLine(changes: object = {}): object {
	return {
		id: 80,
		display_type: 'product',
		product_id: { id: 56, display_name: 'Pump', categ_id: { id: 5, display_name: 'Pumps' } },
		product_uom_id: piece,
		quantity: 10,
		price_unit: 100,
		discount: 0,
		price_subtotal: 1000,
		purchase_line_id: ordered(),
		...changes,
	};
}

/** A bill of one line, as Odoo gives it, with what a row changes. */
export function aBill(changes: object = {}): object {
	return {
		id: 91,
		display_name: 'Draft Bill',
		state: 'draft',
		user_id: false,
		create_uid: clerk,
		write_uid: clerk,
		partner_id: {
			id: 21,
			display_name: 'Pumps & Parts Ltd, Accounts',
			country_id: { id: 57, display_name: 'Germany' },
		},
		commercial_partner_id: { id: 20 },
		company_id: { id: 1, display_name: 'My Company', currency_id: dollar },
		currency_id: dollar,
		invoice_currency_rate: 1,
		ref: 'INV 12/7',
		invoice_date: '2030-02-20',
		invoice_date_due: '2030-03-31',
		invoice_origin: 'P00007',
		amount_untaxed: 1000,
		amount_untaxed_signed: -1000,
		amount_total: 1190,
		invoice_line_ids: [billLine()],
		...changes,
	};
}
