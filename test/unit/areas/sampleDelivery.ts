import { piece } from './sampleBill';

const dollar = { id: 1, name: 'USD', decimal_places: 2 };
const seller = { id: 6, display_name: 'Mia' };
export const goods = {
	id: 56,
	display_name: 'Winch',
	type: 'consu',
	categ_id: { id: 5, display_name: 'Winches' },
};

/** A transfer that was done, with what a row changes. */
export function transfer(changes: object = {}): object {
	return {
		id: 40,
		display_name: 'WH/OUT/00040',
		state: 'done',
		date_done: '2030-03-01 08:30:00',
		is_signed: true,
		...changes,
	};
}

/** Ten pieces that reached the customer, with what a row changes. */
export function delivered(changes: object = {}): object {
	return {
		id: 300,
		state: 'done',
		quantity: 10,
		product_uom: piece,
		location_usage: 'internal',
		location_dest_usage: 'customer',
		origin_returned_move_id: false,
		to_refund: false,
		picking_id: transfer(),
		...changes,
	};
}

/** Two pieces that came back and are not to be paid, with what a row changes. */
export function returned(changes: object = {}): object {
	return delivered({
		id: 310,
		quantity: 2,
		location_usage: 'customer',
		location_dest_usage: 'internal',
		origin_returned_move_id: { id: 300 },
		to_refund: true,
		picking_id: transfer({ id: 41 }),
		...changes,
	});
}

/** Ten pieces at 100 that were delivered and not invoiced, with what a row changes. */
export function soldLine(changes: object = {}): object {
	return {
		id: 60,
		display_type: false,
		is_downpayment: false,
		product_id: goods,
		product_uom_id: piece,
		product_uom_qty: 10,
		qty_delivered: 10,
		qty_invoiced: 0,
		qty_to_invoice: 10,
		price_unit: 100,
		discount: 0,
		price_subtotal: 1000,
		move_ids: [delivered()],
		...changes,
	};
}

/** An order of one line that was delivered, as Odoo gives it, with what a row changes. */
export function aDeliveredOrder(changes: object = {}): object {
	return {
		id: 33,
		name: 'S00033',
		user_id: seller,
		create_uid: seller,
		write_uid: { id: 7, display_name: 'Wim' },
		partner_id: {
			id: 21,
			display_name: 'Wharf & Co',
			country_id: { id: 57, display_name: 'Germany' },
		},
		partner_invoice_id: { id: 22, display_name: 'Wharf & Co, Accounts' },
		company_id: { id: 1, display_name: 'My Company', currency_id: dollar },
		currency_id: dollar,
		currency_rate: 1,
		payment_term_id: false,
		amount_untaxed: 1000,
		amount_total: 1190,
		invoice_ids: [],
		order_line: [soldLine()],
		...changes,
	};
}
