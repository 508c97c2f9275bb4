import type { Gathered } from '../../../src/domain/areas/Area';
import { inventoryAllocation } from '../../../src/domain/areas/inventoryAllocation/inventoryAllocation';
import { answering } from './answering';

export const now = '2030-03-02T10:00:00.000Z';

const named = (id: number, display_name: string) => ({ id, display_name });
const dollar = { id: 1, name: 'USD', decimal_places: 2 };

/** Ten pumps from stock, of which so many are reserved. */
export function aPumpMove(has: number, changes: object = {}): Record<string, unknown> {
	return {
		id: 80,
		state: 'partially_available',
		product_id: { ...named(5, 'Pump'), categ_id: named(3, 'Pumps'), uom_id: named(1, 'Units') },
		location_id: { id: 8 },
		product_qty: 10,
		product_uom_qty: 10,
		quantity: has,
		move_line_ids: [{ id: 90, quantity_product_uom: has }],
		picked: false,
		procure_method: 'make_to_stock',
		move_orig_ids: [],
		reservation_date: '2030-03-01',
		write_uid: named(7, 'Rita'),
		write_date: '2030-02-28 08:00:00',
		...changes,
	};
}

/** The sales order of a customer with some tags. */
export function aSale(tags: string[], changes: object = {}): Record<string, unknown> {
	const category_id = tags.map((name, index) => ({ id: index + 1, name }));
	return {
		...named(30, 'S00030'),
		partner_id: { ...named(40, 'Hafenkontor'), category_id, commercial_partner_id: false },
		company_id: { id: 1, currency_id: dollar },
		currency_id: dollar,
		currency_rate: 1,
		amount_untaxed: 1000,
		margin: 250,
		user_id: named(9, 'Sally'),
		...changes,
	};
}

interface Other {
	tier?: string;
	deadline?: string | false;
	margin?: number;
	/** What of ten is reserved. */
	has?: number;
	move?: object;
}

/** A delivery that competes, of a customer of tier C unless it says another. */
export function competing(id: number, other: Other = {}): Record<string, unknown> {
	const { tier = 'Tier C', deadline = '2030-03-05 10:00:00', margin = 250, has = 0 } = other;
	return {
		...aPumpMove(has, { id: 800 + id, ...other.move }),
		picking_id: {
			...named(id, `WH/OUT/${String(id)}`),
			date_deadline: deadline,
			sale_id: aSale([tier], { margin }),
		},
	};
}

export interface Situation {
	/** Of the delivery itself, which wants ten pumps for a customer of tier B. */
	moves?: object[];
	delivery?: object;
	others?: Array<Record<string, unknown>>;
	onHand?: number;
	reserved?: number;
}

/** What is gathered of a delivery, with what competes with it. */
export function gatherDelivery({
	moves = [aPumpMove(0)],
	delivery = {},
	others = [],
	onHand = 0,
	reserved = 0,
}: Situation): Gathered {
	const record = aDelivery({ move_ids: moves, ...delivery });
	const row = { product_id: 5, count: 1, quantity: onHand, reserved_quantity: reserved };
	const related = { competingMoves: { rows: others }, stock: { rows: [row] } };
	return inventoryAllocation.gather(answering(record, { related }), now);
}

export function aDelivery(changes: object = {}): object {
	return {
		id: 50,
		name: 'WH/OUT/50',
		state: 'confirmed',
		user_id: false,
		create_uid: named(9, 'Sally'),
		write_uid: named(9, 'Sally'),
		partner_id: { ...named(40, 'Hafenkontor'), country_id: named(57, 'Germany') },
		company_id: { ...named(1, 'My Company'), currency_id: dollar },
		location_id: named(8, 'WH/Stock'),
		date_deadline: '2030-03-05 10:00:00',
		sale_id: aSale(['Tier B']),
		move_ids: [aPumpMove(0)],
		...changes,
	};
}
