import type { AreaDesk } from './AreaDesk';
import type { AreaRecipe, AreaRecord } from './AreaRecipe';

/** Days until goods are to come. */
const LEAD_DAYS = 10;

/** An order at the listed price, by a supplier of whom something was bought before. */
async function purchase(desk: AreaDesk): Promise<AreaRecord> {
	const supplier = await desk.partner();
	const product = await listed(desk, supplier);
	await placed(desk, supplier, product);
	const id = await order(desk, supplier, product);
	return {
		id,
		ask: async () => {
			await desk.run(desk.clerk, 'purchase.order', 'button_confirm', { ids: [id] });
		},
		byHand: async () =>
			await desk.run(desk.admin, 'purchase.order', 'button_approve', { ids: [id] }),
		end: [['state', '=', 'purchase']],
	};
}

/** A placed order whose goods come a day later than agreed. */
async function laterPurchase(desk: AreaDesk): Promise<AreaRecord> {
	const supplier = await desk.partner();
	// What is agreed is the lead time of the price list.
	const id = await placed(desk, supplier, await listed(desk, supplier, LEAD_DAYS));
	const line = await desk.firstOf('purchase.order', id, 'order_line');
	const later = { order_line: [[1, line, { date_planned: desk.day(LEAD_DAYS + 1) }]] };
	return {
		id,
		ask: async () => {
			await desk.write(desk.clerk, 'purchase.order', id, later);
		},
		byHand: async () => {
			await desk.write(desk.clerk, 'purchase.order', id, { acknowledged: true });
		},
		end: [['acknowledged', '=', true]],
	};
}

/** A receipt of which everything came as ordered. */
async function countedReceipt(desk: AreaDesk): Promise<AreaRecord> {
	const supplier = await desk.partner();
	const { receipt } = await expected(desk, supplier, 100);
	const move = await desk.firstOf('stock.picking', receipt, 'move_ids');
	const counted = { move_ids: [[1, move, { quantity: 10, picked: true }]] };
	return {
		id: receipt,
		ask: async () => {
			await desk.write(desk.clerk, 'stock.picking', receipt, counted);
		},
		byHand: async () => {
			await desk.validate(desk.clerk, receipt);
		},
		end: [['state', '=', 'done']],
	};
}

/** A bill for what was ordered and received, by a supplier who has sent one before. */
async function matchingBill(desk: AreaDesk): Promise<AreaRecord> {
	const supplier = await desk.partner();
	// Bills over the same amount would pass for the same bill.
	await post(desk, await bill(desk, supplier, 90, { invoice_date: '2026-02-01' }));
	const id = await bill(desk, supplier, 100);
	return {
		id,
		ask: async () => {
			await desk.write(desk.clerk, 'account.move', id, { invoice_date: '2026-03-01' });
		},
		byHand: async () => {
			await post(desk, id);
		},
		end: [['state', '=', 'posted']],
	};
}

/** Goods that a supplier sells at a price, within so many days. */
async function listed(desk: AreaDesk, partner_id: number, delay = 3): Promise<number> {
	const seller = { partner_id, price: 100, min_qty: 1, delay };
	return await desk.goods(0, { seller_ids: [[0, 0, seller]], purchase_method: 'receive' });
}

async function order(
	desk: AreaDesk,
	partner_id: number,
	product_id: number,
	price_unit = 100,
): Promise<number> {
	const date_planned = desk.day(LEAD_DAYS);
	const line = { product_id, product_qty: 10, price_unit, date_planned };
	const values = { partner_id, date_planned, order_line: [[0, 0, line]] };
	return await desk.create(desk.clerk, 'purchase.order', values);
}

async function placed(
	desk: AreaDesk,
	supplier: number,
	product: number,
	price = 100,
): Promise<number> {
	const id = await order(desk, supplier, product, price);
	await desk.run(desk.admin, 'purchase.order', 'button_confirm', { ids: [id] });
	return id;
}

/** A placed order, and the receipt that Odoo expects of it. */
async function expected(desk: AreaDesk, supplier: number, price: number) {
	const product = await listed(desk, supplier);
	const id = await placed(desk, supplier, product, price);
	const line = await desk.firstOf('purchase.order', id, 'order_line');
	return { product, line, receipt: await desk.firstOf('purchase.order', id, 'picking_ids') };
}

/** A draft bill for everything on an order of its own, all of which was received. */
async function bill(
	desk: AreaDesk,
	partner_id: number,
	price_unit: number,
	values: Record<string, unknown> = {},
): Promise<number> {
	const { product, line, receipt } = await expected(desk, partner_id, price_unit);
	await desk.validate(desk.admin, receipt);
	const billed = { product_id: product, quantity: 10, price_unit, purchase_line_id: line };
	return await desk.create(desk.clerk, 'account.move', {
		move_type: 'in_invoice',
		partner_id,
		ref: `B ${String(desk.next())}`,
		invoice_line_ids: [[0, 0, billed]],
		...values,
	});
}

async function post(desk: AreaDesk, id: number): Promise<void> {
	await desk.run(desk.admin, 'account.move', 'action_post', { ids: [id] });
}

/** Has Odoo keep every order back until it is approved. */
async function holdOrders(desk: AreaDesk): Promise<void> {
	const company = await desk.idOf('base.main_company');
	const vals = { po_double_validation: 'two_step', po_double_validation_amount: 0 };
	await desk.write(desk.admin, 'res.company', company, vals);
}

/** Areas about what is bought, and what is received and billed of it. */
export const purchaseRecipes: readonly AreaRecipe[] = [
	{
		area: 'procurement',
		byHand: 'button_approve',
		decidedBy: 'policy',
		prepare: holdOrders,
		write: purchase,
	},
	{
		area: 'supplier_substitution',
		byHand: 'button_approve',
		decidedBy: 'policy',
		prepare: holdOrders,
		write: purchase,
	},
	{
		area: 'supplier_acknowledgement',
		byHand: 'write of acknowledged',
		decidedBy: 'policy',
		write: laterPurchase,
	},
	{
		area: 'receipt_discrepancy',
		byHand: 'button_validate',
		decidedBy: 'policy',
		write: countedReceipt,
	},
	{ area: 'invoice_match', byHand: 'action_post', decidedBy: 'policy', write: matchingBill },
];
