import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { aMove, aSoldLine, pieces } from './sampleTransfer';

const pump = {
	id: 56,
	display_name: 'Pump',
	categ_id: { id: 5, display_name: 'Goods / Pumps' },
	product_tmpl_id: { id: 156 },
	uom_id: pieces,
};
const usDollar = { id: 1, name: 'USD', decimal_places: 2 };

/** Twenty pumps that come on 15 March. */
export const aLine = (changes: object = {}) => ({
	id: 81,
	display_type: false,
	product_id: pump,
	product_uom_id: pieces,
	product_qty: 20,
	product_uom_qty: 20,
	price_unit: 20,
	discount: 0,
	price_subtotal: 400,
	date_planned: '2030-03-15 12:00:00',
	qty_received: 0,
	move_dest_ids: [],
	move_ids: [],
	...changes,
});

/** An order that was placed on 1 March. */
export const anOrder = (changes: object = {}) => ({
	id: 9,
	name: 'P00009',
	state: 'purchase',
	user_id: { id: 7, display_name: 'Carl' },
	create_uid: { id: 7, display_name: 'Carl' },
	write_uid: { id: 7, display_name: 'Carl' },
	partner_id: { id: 31, display_name: 'Pumps & Parts Ltd', country_id: false },
	company_id: { id: 1, display_name: 'My Company', currency_id: usDollar },
	currency_id: usDollar,
	currency_rate: 1,
	picking_type_id: { id: 1, warehouse_id: { id: 1, display_name: 'Main' } },
	date_approve: '2030-03-01 22:30:00',
	date_planned: '2030-03-15 12:00:00',
	amount_untaxed: 400,
	acknowledged: false,
	order_line: [aLine()],
	...changes,
});

/** The supplier takes ten days: 11 March. */
export const aContract = (changes: object = {}) => ({
	id: 3,
	product_id: false,
	product_tmpl_id: { id: 156 },
	product_uom_id: pieces,
	min_qty: 0,
	price: 20,
	discount: 0,
	delay: 10,
	date_start: false,
	date_end: false,
	currency_id: { id: 1, display_name: 'USD', rate: 1 },
	...changes,
});
export const anApproval = (
	x_area: string,
	x_document: object,
	create_date = '2030-03-01 22:00:00',
) => ({
	id: 4,
	x_area,
	create_date,
	x_document: { facts: {}, watched: { lines: {} }, ...x_document },
});
export const accepted = (date_planned: string) =>
	anApproval('supplier_acknowledgement', {
		watched: { lines: { order_line: [{ id: 81, date_planned }] } },
	});
/** Four pumps at 50 that a customer was promised for 12 March. */
export const aDemand = (changes: object = {}, sold: object = {}, order: object = {}) =>
	aMove({
		id: 201,
		state: 'confirmed',
		product_qty: 4,
		quantity: 0,
		procure_method: 'make_to_stock',
		picking_type_id: { id: 2, warehouse_id: { id: 1 } },
		purchase_line_id: false,
		sale_line_id: aSoldLine(
			{ customer_lead: 2, ...sold },
			{ commitment_date: '2030-03-12 09:00:00', date_order: '2030-02-01 10:00:00', ...order },
		),
		...changes,
	});
export const none: RelatedRows = { rows: [] };
export const related = {
	approvals: none,
	contracts: { rows: [aContract()] },
	demand: none,
	stock: none,
	receipts: none,
};
