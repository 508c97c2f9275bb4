import { z } from 'zod';
import type { AreaDesk } from './AreaDesk';
import type { AreaRecipe, AreaRecord } from './AreaRecipe';

const withId = z.object({ res_id: z.number() }).passthrough();
const ids = z.array(z.number());

/** A delivery that lost what was reserved for it, while there is stock that nobody has. */
async function shortDelivery(desk: AreaDesk): Promise<AreaRecord> {
	const product = await desk.goods(3);
	const { delivery } = await desk.sale(product, 8);
	await desk.putInStock(product, 9);
	return {
		id: delivery,
		ask: async () =>
			await desk.run(desk.clerk, 'stock.picking', 'do_unreserve', { ids: [delivery] }),
		byHand: async () =>
			await desk.run(desk.clerk, 'stock.picking', 'action_assign', { ids: [delivery] }),
		end: [['state', '=', 'assigned']],
	};
}

/** A small return with a picture and a reason, of which a piece less comes. */
async function provenReturn(desk: AreaDesk): Promise<AreaRecord> {
	const { delivery } = await desk.sale(await desk.goods(10), 10);
	await desk.validate(desk.clerk, delivery);
	const id = await takeBack(desk, delivery, 3);
	const picture = { name: 'leak.png', res_model: 'stock.picking', res_id: id, raw: 'picture' };
	await desk.create(desk.clerk, 'ir.attachment', picture);
	await desk.comment('stock.picking', id);
	const move = await desk.firstOf('stock.picking', id, 'move_ids');
	return {
		id,
		ask: async () => {
			const move_ids = [[1, move, { product_uom_qty: 2 }]];
			await desk.write(desk.clerk, 'stock.picking', id, { move_ids });
		},
		byHand: async () => {
			await desk.write(desk.clerk, 'stock.picking', id, { origin: 'Return, authorised' });
		},
		end: [['origin', 'like', ', authorised']],
	};
}

/** Takes so many of a delivery's only goods back, as the button "Return" does. */
async function takeBack(desk: AreaDesk, delivery: number, quantity: number): Promise<number> {
	const context = { active_model: 'stock.picking', active_id: delivery, active_ids: [delivery] };
	const model = 'stock.return.picking';
	const args = { vals_list: [{ picking_id: delivery }], context };
	const [wizard = 0] = ids.parse(await desk.run(desk.clerk, model, 'create', args));
	const line = await desk.firstOf(model, wizard, 'product_return_moves');
	const product_return_moves = [[1, line, { quantity }]];
	await desk.write(desk.clerk, model, wizard, { product_return_moves });
	const made = await desk.run(desk.clerk, model, 'action_create_returns', { ids: [wizard] });
	return withId.parse(made).res_id;
}

/** A delivery that is planned half a day after it was promised. */
async function lateDelivery(desk: AreaDesk): Promise<AreaRecord> {
	const promised = { commitment_date: desk.day(5) };
	const { delivery } = await desk.sale(await desk.goods(10), 4, promised);
	const planFor = async (scheduled_date: string) => {
		await desk.write(desk.clerk, 'stock.picking', delivery, { scheduled_date });
	};
	return {
		id: delivery,
		ask: async () => {
			await planFor(desk.day(5.5));
		},
		byHand: async () => {
			await planFor(desk.day(4));
		},
		end: [['has_deadline_issue', '=', false]],
	};
}

/** A delivery that is to go first, for a reason, with all of its goods there. */
async function rush(desk: AreaDesk): Promise<AreaRecord> {
	const { order, delivery } = await desk.sale(await desk.goods(10), 4);
	await desk.comment('sale.order', order);
	return {
		id: delivery,
		ask: async () => {
			await desk.write(desk.clerk, 'stock.picking', delivery, { priority: '1' });
		},
		byHand: async () =>
			await desk.run(desk.clerk, 'stock.picking', 'action_assign', { ids: [delivery] }),
		end: [
			['priority', '=', '1'],
			['state', '=', 'assigned'],
		],
	};
}

/** A few broken goods, for which a reason is given. */
async function scrap(desk: AreaDesk): Promise<AreaRecord> {
	const draft = { product_id: await desk.goods(20), scrap_qty: 4 };
	const id = await desk.create(desk.clerk, 'stock.scrap', draft);
	const name = `Broken ${String(desk.next())}`;
	const reason = await desk.create(desk.admin, 'stock.scrap.reason.tag', { name });
	return {
		id,
		ask: async () => {
			const scrap_reason_tag_ids = [[6, 0, [reason]]];
			await desk.write(desk.clerk, 'stock.scrap', id, { scrap_reason_tag_ids });
		},
		byHand: async () => await desk.run(desk.admin, 'stock.scrap', 'action_validate', { ids: [id] }),
		end: [['state', '=', 'done']],
	};
}

/** A count that is off by little. */
async function count(desk: AreaDesk): Promise<AreaRecord> {
	const product = await desk.goods(100);
	const location = await desk.idOf('stock.stock_location_stock');
	const [id = 0] = await desk.find('stock.quant', [
		['product_id', '=', product],
		['location_id', '=', location],
	]);
	const vals = { inventory_quantity: 98 };
	const context = { inventory_mode: true };
	return {
		id,
		ask: async () =>
			await desk.run(desk.clerk, 'stock.quant', 'write', { ids: [id], vals, context }),
		byHand: async () =>
			await desk.run(desk.admin, 'stock.quant', 'action_apply_inventory', { ids: [id] }),
		end: [['quantity', '=', 98]],
	};
}

/** Areas about what lies in the warehouse and leaves it. */
export const stockRecipes: readonly AreaRecipe[] = [
	{
		area: 'inventory_allocation',
		byHand: 'action_assign',
		decidedBy: 'policy',
		write: shortDelivery,
	},
	{
		area: 'returns_authorization',
		byHand: 'write of origin',
		decidedBy: 'policy',
		write: provenReturn,
	},
	{
		area: 'logistics_exception',
		byHand: 'write of scheduled_date',
		decidedBy: 'policy',
		write: lateDelivery,
	},
	{ area: 'rush_order', byHand: 'action_assign', decidedBy: 'policy', write: rush },
	{ area: 'write_off', byHand: 'action_validate', decidedBy: 'policy', write: scrap },
	{ area: 'stock_adjustment', byHand: 'action_apply_inventory', decidedBy: 'policy', write: count },
];
