import { z } from 'zod';
import type { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';
import type { OrderLine, OrderStory } from './OrderStory';
import type { Stage } from './Stage';

const orderRows = z.array(
	z.object({ id: z.number(), name: z.string(), order_line: z.array(z.number()).min(1) }),
);
const anything = z.unknown();

/** A quotation as its salesperson knows it. */
export interface Quotation {
	id: number;
	name: string;
	/** The first of its lines. */
	lineId: number;
}

/** Writes a quotation in the name of the salesperson. Nobody is asked about it yet. */
export async function writeQuotation(stage: Stage, story: OrderStory): Promise<Quotation> {
	const [quotation] = await writeQuotations(stage, story, 1);
	if (quotation === undefined) throw new Error('Odoo made no quotation');
	return quotation;
}

/** Writes several quotations that are alike, by one call. */
export async function writeQuotations(
	stage: Stage,
	story: OrderStory,
	howMany: number,
): Promise<Quotation[]> {
	const { id: user_id, odoo } = stage.people.salesperson;
	const vals = {
		partner_id: stage.customers[story.customer],
		user_id,
		client_order_ref: story.title,
		order_line: story.lines.map((line) => [0, 0, lineValues(stage, line)]),
		...(story.isUrgent === true ? { commitment_date: inFewHours() } : {}),
	};
	const vals_list = Array.from({ length: howMany }, () => vals);
	const ids = await odoo.call('sale.order', 'create', { vals_list }, recordIds);
	const fields = ['name', 'order_line'];
	const rows = await odoo.call('sale.order', 'read', { ids, fields }, orderRows);
	return rows.map(({ id, name, order_line }) => ({ id, name, lineId: Math.min(...order_line) }));
}

/** Marks a quotation as sent, which is when approval is asked for. */
export async function handIn(stage: Stage, { id }: Quotation): Promise<void> {
	await write(stage.people.salesperson.odoo, 'sale.order', id, { state: 'sent' });
}

/** Changes the first line of a quotation. */
export async function changeFirstLine(
	stage: Stage,
	{ id, lineId }: Quotation,
	{ price, ...changes }: Partial<Pick<OrderLine, 'price' | 'discount' | 'quantity'>>,
): Promise<void> {
	const { quantity, discount } = changes;
	const vals = {
		...(price === undefined ? {} : { price_unit: price }),
		...(discount === undefined ? {} : { discount }),
		...(quantity === undefined ? {} : { product_uom_qty: quantity }),
	};
	const { odoo } = stage.people.salesperson;
	await write(odoo, 'sale.order', id, { order_line: [[1, lineId, vals]] });
}

async function write(odoo: OdooClient, model: string, id: number, vals: object): Promise<void> {
	await odoo.call(model, 'write', { ids: [id], vals }, anything, { idempotent: true });
}

function lineValues(stage: Stage, { product, quantity, price, discount = 0 }: OrderLine): object {
	const values = { product_uom_qty: quantity, price_unit: price, discount };
	if (product === null) return { ...values, name: 'Cutting to length, as agreed by phone' };
	return { ...values, product_id: stage.products[product] };
}

/** Odoo's way of writing an instant, in UTC. */
function inFewHours(): string {
	const hours = 6 * 60 * 60 * 1000;
	return new Date(Date.now() + hours).toISOString().slice(0, 19).replace('T', ' ');
}
