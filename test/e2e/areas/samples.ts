import { finishTransfer } from './finishTransfer';
import type { Office } from './Office';
import { bankAccounts } from './records/bankAccounts';
import { daysAhead } from './records/clock';
import { counts } from './records/counts';
import { creditOrders } from './records/creditOrders';
import { customerReturns } from './records/customerReturns';
import { lateDeliveries } from './records/lateDeliveries';
import { payments } from './records/payments';
import { placedOrders } from './records/placedOrders';
import { purchases } from './records/purchases';
import { quotations } from './records/quotations';
import { receipts } from './records/receipts';
import { rushOrders } from './records/rushOrders';
import { scraps } from './records/scraps';
import { shipments } from './records/shipments';
import { shortages } from './records/shortages';
import { substitutions } from './records/substitutions';
import { vendorBills } from './records/vendorBills';

/** Records of one area, as people make them. */
export interface Sample {
	/** Id of the area. */
	area: string;
	/** Whatever the records need beside them. */
	prepare?: () => Promise<unknown>;
	/** Makes a record that policy passes by itself; none where it passes nothing. */
	routine?: () => Promise<number>;
	/** Makes a record that people are asked about. */
	asking: () => Promise<number>;
	/** Releases a record by hand, past its approval, as whoever may. */
	byHand?: (id: number) => Promise<unknown>;
	/** What of a record shows that it was released, and what it is then. */
	state: (id: number) => Promise<unknown>;
	released: unknown;
}

/** A sample of every area. */
export function samplesOf(office: () => Office): Sample[] {
	return [
		...salesSamples(office),
		...purchaseSamples(office),
		...stockSamples(office),
		...moneySamples(office),
	];
}

function salesSamples(office: () => Office): Sample[] {
	const { aQuotation, send, ...sold } = quotations(office);
	const credit = creditOrders(office);
	const shipped = shipments(office);
	const field = fieldReader(office);
	const confirm = async (id: number) =>
		await office().run('sale.order', 'action_confirm', { ids: [id] });
	const isSold = { byHand: confirm, state: field('sale.order', 'state'), released: 'sale' };
	const aShipment = async (price_unit: number) => {
		const { id, delivery } = await shipped.anOrder({ price_unit });
		await finishTransfer(office(), delivery, 10);
		return id;
	};
	return [
		{
			area: 'sales_order_release',
			prepare: sold.prepare,
			routine: async () => await send(await aQuotation(150)),
			// Sold below its cost.
			asking: async () => await send(await aQuotation(90)),
			...isSold,
		},
		{
			area: 'credit_release',
			prepare: credit.prepare,
			routine: async () => await credit.anOrder(await credit.aCustomer(1000), 999),
			asking: async () => await credit.anOrder(await credit.aCustomer(1000), 1100),
			...isSold,
		},
		{
			area: 'shipment_to_invoice',
			prepare: shipped.prepare,
			routine: async () => await aShipment(100),
			asking: async () => await aShipment(0),
			state: field('sale.order', 'invoice_status'),
			released: 'invoiced',
		},
	];
}

function purchaseSamples(office: () => Office): Sample[] {
	const bought = purchases(office);
	const substituted = substitutions(office);
	const placed = placedOrders(office);
	const field = fieldReader(office);
	let known = { preferred: 0, other: 0, product: 0 };
	/** In time for either supplier, so that nothing is urgent. */
	const anOrderWith = async (partner: number) => {
		const line = { product_id: known.product, product_qty: 10, price_unit: 100 };
		const order_line = [[0, 0, { ...line, date_planned: daysAhead(20) }]];
		return await substituted.anOrder(partner, 0, { order_line });
	};
	/** As a purchase manager, who may approve orders in Odoo. */
	const approve = async (id: number) =>
		await office().asAdmin('purchase.order', 'button_approve', { ids: [id] });
	const isBought = {
		byHand: approve,
		state: field('purchase.order', 'state'),
		released: 'purchase',
	};
	const anOrderDue = async (days: number) => {
		const id = await placed.anOrder(await placed.aProduct(0));
		await placed.changeLine(id, { date_planned: daysAhead(days) });
		return id;
	};
	return [
		{
			area: 'procurement',
			prepare: async () => {
				await bought.prepare();
				await bought.anEarlierOrder(100);
			},
			routine: async () => await bought.anOrder(100),
			asking: async () => await bought.anOrder(110),
			...isBought,
		},
		{
			area: 'supplier_substitution',
			prepare: async () => {
				known = await substituted.prepare();
				await substituted.anEarlierOrder(known.preferred);
				await substituted.anEarlierOrder(known.other);
			},
			routine: async () => await anOrderWith(known.preferred),
			asking: async () => await anOrderWith(known.other),
			...isBought,
		},
		{
			area: 'supplier_acknowledgement',
			prepare: placed.prepare,
			routine: async () => await anOrderDue(11),
			asking: async () => await anOrderDue(15),
			state: field('purchase.order', 'acknowledged'),
			released: true,
		},
	];
}

function stockSamples(office: () => Office): Sample[] {
	const short = shortages(office);
	const returned = customerReturns(office);
	const late = lateDeliveries(office);
	const received = receipts(office);
	const hurried = rushOrders(office);
	const scrapped = scraps(office);
	const counted = counts(office);
	const field = fieldReader(office);
	const validate = async (id: number) =>
		await office().run('stock.picking', 'button_validate', {
			ids: [id],
			context: { skip_backorder: true, skip_sms: true },
		});
	const aRush = async (delivery: number) => {
		await hurried.hurry(delivery);
		return delivery;
	};
	/** A delivery that wants more than there is; what a lower ranked one has, the split takes. */
	const aShortage = async (name: string, quantity: number, lower: number) => {
		const pump = await short.aProduct(name, 10);
		if (lower > 0) await short.anOrder('B', [[pump, lower]]);
		return await short.anOrder('A', [[pump, quantity]]);
	};
	const aReceipt = async (...quantities: number[]) => {
		const product_id = await received.aProduct('Valve');
		const supplier = await received.aSupplier('Valves Ltd');
		const { receipt } = await received.anOrder(supplier, [{ product_id }]);
		await received.count(receipt, ...quantities);
		return receipt;
	};
	const aScrap = async (quantity: number) =>
		await scrapped.aScrap(await scrapped.aProduct('Lamp', 20), quantity);
	const aCount = async (quantity: number) => {
		const { quant } = await counted.stockOf('Bolt', 100);
		await counted.count(quant, quantity);
		return quant;
	};
	return [
		{
			area: 'inventory_allocation',
			prepare: short.prepare,
			routine: async () => {
				const id = await aShortage('Pump for one', 12, 0);
				await office().run('stock.picking', 'do_unreserve', { ids: [id] });
				return id;
			},
			asking: async () => await aShortage('Pump for two', 5, 9),
			state: async (id) => {
				const [has] = await office().sql(
					`SELECT sum(quantity) >= 5 FROM stock_move WHERE picking_id = ${id}`,
				);
				return has;
			},
			released: 't',
		},
		{
			area: 'returns_authorization',
			prepare: returned.prepare,
			// Nobody can give a reason before it is made, and it asks as soon as it is.
			asking: async () => await returned.deliveries.takeBack(await returned.aDelivery(), 2),
			byHand: validate,
			state: async (id) =>
				String(await field('stock.picking', 'origin')(id)).endsWith(', authorised'),
			released: true,
		},
		{
			area: 'logistics_exception',
			prepare: late.prepare,
			routine: async () => await late.aDelivery(5, 5.5),
			asking: async () => await late.aDelivery(5, 8),
			state: field('stock.picking', 'has_deadline_issue'),
			released: false,
		},
		{
			area: 'receipt_discrepancy',
			routine: async () => await aReceipt(10),
			asking: async () => await aReceipt(7),
			byHand: validate,
			state: field('stock.picking', 'state'),
			released: 'done',
		},
		{
			area: 'write_off',
			prepare: scrapped.prepare,
			routine: async () => await aScrap(4),
			asking: async () => await aScrap(11),
			byHand: async (id) => await office().run('stock.scrap', 'action_validate', { ids: [id] }),
			state: field('stock.scrap', 'state'),
			released: 'done',
		},
		{
			area: 'stock_adjustment',
			prepare: counted.prepare,
			routine: async () => await aCount(98),
			asking: async () => await aCount(60),
			state: async (id) => Number(await field('stock.quant', 'quantity')(id)) < 100,
			released: true,
		},
		{
			area: 'rush_order',
			prepare: hurried.prepare,
			routine: async () => {
				const { order, delivery } = await hurried.aSale();
				await hurried.comment('sale.order', order);
				return await aRush(delivery);
			},
			asking: async () => await aRush((await hurried.aSale()).delivery),
			state: field('stock.picking', 'priority'),
			released: '1',
		},
	];
}

function moneySamples(office: () => Office): Sample[] {
	const billed = vendorBills(office);
	const paid = payments(office);
	const trusted = bankAccounts(office);
	const field = fieldReader(office);
	return [
		{
			area: 'invoice_match',
			prepare: async () => {
				await billed.prepare();
				await billed.anEarlierBill();
			},
			routine: async () => await billed.aBill(await billed.anOrder(10)),
			asking: async () => await billed.aBill(await billed.anOrder(9)),
			byHand: async (id) => await office().run('account.move', 'action_post', { ids: [id] }),
			state: field('account.move', 'state'),
			released: 'posted',
		},
		{
			area: 'payment_release',
			routine: async () => await paid.aPayment((await paid.aKnownSupplier()).supplier),
			asking: async () => await paid.aPayment((await paid.aSupplier()).supplier),
			byHand: async (id) => await office().run('account.payment', 'action_post', { ids: [id] }),
			state: field('account.payment', 'state'),
			released: 'in_process',
		},
		{
			area: 'vendor_bank_change',
			asking: async () => await trusted.anAccount(await trusted.aSupplier()),
			byHand: async (id) =>
				await office().asAdmin('res.partner.bank', 'write', {
					ids: [id],
					vals: { allow_out_payment: true },
				}),
			state: field('res.partner.bank', 'allow_out_payment'),
			released: true,
		},
	];
}

/** Reads one field of a record at a time. */
function fieldReader(office: () => Office) {
	return (model: string, name: string) => async (id: number) =>
		await office().fieldOf(model, id, name);
}
