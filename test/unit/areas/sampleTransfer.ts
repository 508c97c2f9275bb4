export const pieces = { id: 1, display_name: 'Units', factor: 1, relative_factor: 1 };
export const dozen = { id: 2, display_name: 'Dozens', factor: 12, relative_factor: 12 };

export const customer = {
	id: 51,
	display_name: 'Hafenkontor GmbH',
	category_id: [{ id: 1, name: 'Tier B' }],
	country_id: { id: 57, name: 'Germany' },
	state_id: false,
	commercial_partner_id: { id: 51, category_id: [] },
};

/** A line of an order over 1,000, that sold ten pieces at 50 each; with what a row changes. */
export function aSoldLine(changes: object = {}, order: object = {}): object {
	return {
		id: 90,
		product_id: { id: 56 },
		product_uom_qty: 10,
		product_uom_id: pieces,
		price_subtotal: 500,
		qty_invoiced: 0,
		order_id: {
			id: 25,
			display_name: 'S00025',
			amount_untaxed: 1000,
			currency_rate: 1,
			...order,
		},
		...changes,
	};
}

/** Two pieces of that line on the move, with what a row changes. */
export function aMove(changes: object = {}): Record<string, unknown> {
	return {
		id: 71,
		state: 'assigned',
		product_id: {
			id: 56,
			display_name: 'Pump',
			categ_id: { id: 5, display_name: 'Goods / Pumps' },
			uom_id: pieces,
		},
		product_uom: pieces,
		product_uom_qty: 2,
		product_qty: 2,
		quantity: 2,
		sale_line_id: aSoldLine(),
		...changes,
	};
}

/** A transfer of goods to or from the customer, with what a row changes. */
export function aTransfer(changes: object = {}): object {
	return {
		id: 60,
		name: 'WH/X/00060',
		state: 'assigned',
		user_id: false,
		create_uid: { id: 7, display_name: 'Carl' },
		write_uid: { id: 7, display_name: 'Carl' },
		partner_id: customer,
		company_id: {
			id: 1,
			display_name: 'My Company',
			currency_id: { id: 1, name: 'USD', decimal_places: 2 },
		},
		origin: 'S00025',
		note: false,
		scheduled_date: '2030-03-01 08:00:00',
		date_deadline: '2030-03-01 08:00:00',
		priority: '0',
		sale_id: {
			id: 25,
			display_name: 'S00025',
			user_id: { id: 5, display_name: 'Marc Demo' },
			partner_id: customer,
		},
		move_ids: [aMove()],
		...changes,
	};
}
