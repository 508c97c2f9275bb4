const currency = { id: 1, name: 'EUR', decimal_places: 2 };
const DAY_MS = 24 * 60 * 60 * 1_000;
const lastDay = Date.parse('2026-06-30T10:00:00Z');

/** A sales order as `web_search_read` gives it; which one is all in its id, and eight a day are written. */
export function orderOf(id: number): unknown {
	const seller = { id: 5 + (id % 7), display_name: `Seller ${String(id % 7)}` };
	const price = 40 + ((id * 7919) % 9_000);
	const lines = Array.from({ length: 4 }, (_, index) => lineOf(id * 4 + index, price));
	const untaxed = lines.reduce((sum, { price_subtotal }) => sum + price_subtotal, 0);
	return {
		id,
		name: `S${String(id).padStart(6, '0')}`,
		state: 'sale',
		user_id: seller,
		create_uid: seller,
		write_uid: seller,
		team_id: { id: 1, display_name: 'Sales' },
		partner_id: {
			id: 100 + (id % 900),
			display_name: `Customer ${String(id % 900)}`,
			category_id: [{ id: 1, name: 'Tier A' }],
			commercial_partner_id: { id: 100 + (id % 900), category_id: [] },
			country_id: { id: 57, name: 'Germany' },
			state_id: false,
		},
		company_id: { id: 1, display_name: 'Distribution', currency_id: currency },
		currency_id: currency,
		currency_rate: 1,
		pricelist_id: { id: 1, display_name: 'Default' },
		payment_term_id: {
			id: 2,
			display_name: '30 Days',
			line_ids: [{ id: 2, delay_type: 'days_after', nb_days: 30 }],
		},
		commitment_date: false,
		create_date: new Date(lastDay - Math.floor(id / 8) * DAY_MS)
			.toISOString()
			.slice(0, 19)
			.replace('T', ' '),
		amount_untaxed: untaxed,
		amount_total: untaxed * 1.19,
		margin: lines.reduce((sum, line) => sum + line.margin, 0),
		order_line: lines,
	};
}

function lineOf(id: number, price_unit: number) {
	const discount = id % 23;
	const price_subtotal = Math.round(price_unit * (100 - discount)) / 100;
	const purchase_price = Math.round(price_unit * (60 + (id % 31))) / 100;
	return {
		id,
		display_type: false,
		product_id: {
			id: 1 + (id % 500),
			display_name: `Article ${String(id % 500)}`,
			type: 'consu',
			categ_id: { id: 1 + (id % 20), display_name: `Category ${String(id % 20)}` },
		},
		product_uom_qty: 1,
		price_unit,
		discount,
		price_subtotal,
		purchase_price,
		margin: price_subtotal - purchase_price,
	};
}
