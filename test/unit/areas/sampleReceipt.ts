import type { Gathered } from '../../../src/domain/areas/Area';
import { receiptDiscrepancy } from '../../../src/domain/areas/receiptDiscrepancy/receiptDiscrepancy';
import { answering } from './answering';

export const now = '2030-03-02T10:00:00.000Z';

const named = (id: number, display_name: string) => ({ id, display_name });
const dollar = { id: 1, name: 'USD', decimal_places: 2 };

/** A move of a receipt: ten valves of order line 31, all counted, with what a row changes. */
export function aMove(changes: { counted?: number; [field: string]: unknown } = {}): object {
	const { counted = 10, ...fields } = changes;
	const picked = fields['picked'] ?? true;
	return {
		id: 81,
		state: 'assigned',
		product_id: {
			...named(5, 'Valve'),
			categ_id: named(3, 'Fittings'),
			uom_id: named(1, 'Units'),
		},
		product_qty: 10,
		quantity: counted,
		picked,
		write_uid: named(7, 'Rita'),
		write_date: '2030-02-28 08:00:00',
		move_line_ids: [{ id: 91, quantity_product_uom: counted, picked }],
		purchase_line_id: { id: 31 },
		...fields,
	};
}

/** A line of an order for ten valves at 100, of which nothing has come yet. */
export function anOrderLine(changes: object = {}): Record<string, unknown> {
	return {
		id: 31,
		display_type: false,
		product_id: { ...named(5, 'Valve'), type: 'consu' },
		product_qty: 10,
		product_uom_qty: 10,
		price_subtotal: 1000,
		qty_received: 0,
		qty_invoiced: 0,
		order_id: {
			...named(21, 'P00021'),
			currency_rate: 1,
			partner_ref: false,
			acknowledged: false,
		},
		move_ids: [],
		...changes,
	};
}

export function aReceipt(changes: object = {}): object {
	return {
		id: 50,
		name: 'WH/IN/00050',
		state: 'assigned',
		user_id: false,
		create_uid: named(1, 'OdooBot'),
		write_uid: named(1, 'OdooBot'),
		partner_id: { ...named(40, 'Parts Ltd'), country_id: named(57, 'Germany') },
		company_id: { ...named(1, 'My Company'), currency_id: dollar },
		scheduled_date: '2030-03-01 10:00:00',
		date_deadline: '2030-03-01 10:00:00',
		move_ids: [aMove()],
		...changes,
	};
}

export interface Beside {
	moves?: object[];
	orderLines?: object[];
	earlier?: object[];
	receipt?: object;
}

/** What is gathered of a receipt, with what is read beside it. */
export function gatherReceipt({
	moves,
	orderLines = [anOrderLine()],
	earlier = [],
	receipt = {},
}: Beside): Gathered {
	const record = aReceipt({ ...(moves && { move_ids: moves }), ...receipt });
	const related = {
		orderLines: { rows: orderLines as Array<Record<string, unknown>> },
		earlierReceipts: { rows: earlier as Array<Record<string, unknown>> },
	};
	return receiptDiscrepancy.gather(answering(record, { related }), now);
}
