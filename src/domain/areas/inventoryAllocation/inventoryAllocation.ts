import type { DateTime } from 'luxon';
import { formatValue } from '../../formatValue';
import type { Area, Gathered, RecordAnswer } from '../Area';
import { leaveIt } from '../effectsOn';
import { figuresOf } from '../facts/figuresOf';
import { settle, Unknown } from '../facts/Unknown';
import { writeDerived } from '../facts/writeDerived';
import { behindTransfer } from '../reading/transferPeople';
import { watch } from '../reading/watch';
import { competingMoves, deliveryReading, stock, type Delivery } from './delivery';
import { inventoryAllocationAdvice } from './inventoryAllocationAdvice';
import {
	inventoryAllocationFactDeclarations,
	inventoryAllocationFacts,
	losersOf,
	proposeSplit,
	type Allocation,
	type InventoryAllocationFacts,
} from './inventoryAllocationFacts';
import { inventoryAllocationPolicy } from './inventoryAllocationPolicy';

/** A delivery that is short gets stock by its rank, also from deliveries that rank below it. */
export const inventoryAllocation: Area = {
	id: 'inventory_allocation',
	code: 'A4',
	label: 'Inventory allocation',
	model: 'stock.picking',
	modules: ['stock'],
	rights: ['stock.group_stock_manager', 'sales_team.group_sale_salesman_all_leads'],
	trigger: {
		// In these states of a move Odoo has not found all that it wants from stock.
		domain: `[
			('picking_type_id.code', '=', 'outgoing'),
			('state', 'in', ('confirmed', 'waiting', 'assigned')),
			('move_ids.state', 'in', ('confirmed', 'partially_available'))]`,
		fields: ['state', 'priority', 'date_deadline'],
		parts: [{ model: 'stock.move', parent: 'picking_id', fields: ['product_uom_qty', 'quantity'] }],
		// Before Odoo reserves for a new delivery, every one is short.
		asksInPassing: true,
	},
	specification: deliveryReading.specification,
	related: { competingMoves: competingMoves.query, stock: stock.query },
	factDeclarations: inventoryAllocationFactDeclarations,
	gather,
	effects: {
		// It looks itself whether everybody got what they were to get.
		approved: { method: 'reallocate_stock', context: {}, expect: null },
		rejected: leaveIt,
		sent_back: leaveIt,
	},
	again: null,
	guard: null,
	defaultPolicy: inventoryAllocationPolicy,
	advice: inventoryAllocationAdvice,
};

const watched = {
	fields: ['location_id', 'date_deadline'],
	lines: { move_ids: ['product_id', 'product_uom_qty', 'quantity', 'picked'] },
};

function gather(answer: RecordAnswer, now: string): Gathered {
	const delivery = deliveryReading.read(answer.record);
	const derived = inventoryAllocationFacts(delivery, answer, now);
	const allocation = proposeSplit(delivery, answer, now);
	const { orderAmount } = derived;
	return {
		name: delivery.name,
		amount: typeof orderAmount === 'number' ? orderAmount : null,
		currency: delivery.company_id.currency_id.name,
		...behindTransfer(delivery),
		...settle(derived),
		proposal: allocation instanceof Unknown ? null : proposalOf(allocation),
		watched: watch(answer.record, watched),
		figures: figures(delivery, derived, allocation),
		lines: lines(allocation),
	};
}

/** What is carried out: quantities in the unit of each product, deliveries in the ranking's order. */
function proposalOf({ splits }: Allocation): NonNullable<Gathered['proposal']> {
	return {
		products: splits.map(({ productId, onHand, reserved, shares }) => ({
			productId,
			onHand,
			reserved,
			shares: shares.map(({ contender, has, gets }) => ({ pickingId: contender.id, has, gets })),
		})),
	};
}

function figures(
	delivery: Delivery,
	facts: InventoryAllocationFacts,
	allocation: Allocation | Unknown,
): Gathered['figures'] {
	const { partner_id: customer, sale_id: sale, company_id: company } = delivery;
	const own = company.currency_id.name;
	const losers = allocation instanceof Unknown ? [] : losersOf(allocation);
	return figuresOf([
		['Customer', nameOf(customer)],
		['Customer tier', writeDerived(facts.customerTier)],
		['Order', nameOf(sale)],
		['Order value without tax', writeDerived(facts.orderAmount, 'money', own)],
		['Margin of the order', writeDerived(facts.orderMarginPercent, '%')],
		['Promised', dateOf(delivery.date_deadline)],
		['Quantity short', writeDerived(facts.shortQuantity)],
		['Covered by free stock', writeDerived(facts.coveredByFreeStock)],
		['Short after the split', writeDerived(facts.shortAfterwards)],
		['Competing deliveries', writeDerived(facts.competingOrders)],
		['Rank among them', writeDerived(facts.rankAmongCompeting)],
		['Takes from', losers.map(({ name }) => name).join(', ') || 'nobody'],
		['More reserved than there is', writeDerived(facts.negativeStock)],
		['Salesperson', nameOf(sale?.user_id)],
	]);
}

function nameOf(one: { display_name: string } | null | undefined): string {
	return one?.display_name ?? 'none';
}

function dateOf(deadline: DateTime | null): string {
	return deadline?.toFormat('yyyy-MM-dd HH:mm ZZZZ') ?? 'no date';
}

/** Who gets what of each product, in the order of the ranking. */
function lines(allocation: Allocation | Unknown): Gathered['lines'] {
	const splits = allocation instanceof Unknown ? [] : allocation.splits;
	return {
		columns: ['Product', 'Free', 'Delivery', 'Tier', 'Promised', 'Margin', 'Wants', 'Has', 'Gets'],
		rows: splits.flatMap(({ product, unit, onHand, reserved, shares }) =>
			shares.map(({ contender, wants, has, gets }) => [
				product,
				formatValue(onHand - reserved, unit),
				contender.name,
				contender.tier,
				dateOf(contender.deadline),
				formatValue(contender.margin, '%'),
				formatValue(wants),
				formatValue(has),
				formatValue(gets),
			]),
		),
	};
}
