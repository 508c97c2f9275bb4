import { aMove, anOrderLine, type Beside, gatherReceipt } from './sampleReceipt';

const factsOf = (beside: Beside) => gatherReceipt(beside).facts;
const order = (changes: object) => ({ ...(anOrderLine()['order_id'] as object), ...changes });
const elsewhere = (changes: object = {}) => ({
	id: 82,
	state: 'assigned',
	product_id: { id: 5 },
	product_qty: 4,
	move_line_ids: [{ id: 92, quantity_product_uom: 4 }],
	picking_id: { id: 51 },
	location_dest_id: { id: 8, usage: 'internal' },
	...changes,
});

describe('the facts of a receipt', () => {
	it('are all there for a receipt that came as ordered', () => {
		expect(factsOf({})).toEqual({
			shortPercent: 0,
			overPercent: 0,
			linesShort: 0,
			linesOver: 0,
			linesNotOrdered: 0,
			discrepancyAmount: 0,
			currency: 'USD',
			receivedAgainstOrderPercent: 100,
			isAcknowledged: false,
			offAnnouncedPercent: null,
			billedAhead: false,
			shortShipments30Days: 0,
			daysLate: 1,
			company: 'My Company',
			region: 'Germany',
			productCategory: ['Fittings'],
		});
	});

	it.each<{ name: string; beside: Beside; facts: object }>([
		{
			name: 'short of what was ordered',
			beside: { moves: [aMove({ counted: 7 })] },
			facts: {
				shortPercent: 30,
				linesShort: 1,
				discrepancyAmount: 300,
				receivedAgainstOrderPercent: 70,
			},
		},
		{
			name: 'short by a third, rounded to the stricter side',
			beside: {
				moves: [aMove({ counted: 2 })],
				orderLines: [anOrderLine({ product_qty: 3, product_uom_qty: 3 })],
			},
			facts: { shortPercent: 33.34, receivedAgainstOrderPercent: 66.66 },
		},
		{
			name: 'over what was ordered, which makes up for nothing',
			beside: {
				moves: [aMove({ counted: 12 }), aMove({ counted: 5, purchase_line_id: { id: 32 } })],
				orderLines: [anOrderLine(), anOrderLine({ id: 32 })],
			},
			facts: {
				overPercent: 20,
				shortPercent: 50,
				linesOver: 1,
				linesShort: 1,
				discrepancyAmount: 700,
				receivedAgainstOrderPercent: 75,
			},
		},
		{
			name: 'several moves of one line together',
			beside: { moves: [aMove({ counted: 6 }), aMove({ counted: 4 })] },
			facts: { shortPercent: 0, overPercent: 0 },
		},
		{
			name: 'against what is still to come',
			beside: { moves: [aMove({ counted: 3 })], orderLines: [anOrderLine({ qty_received: 6 })] },
			facts: { shortPercent: 25, discrepancyAmount: 100, receivedAgainstOrderPercent: 90 },
		},
		{
			name: 'not what another open receipt is to bring',
			beside: {
				moves: [aMove({ counted: 6 })],
				orderLines: [anOrderLine({ move_ids: [elsewhere()] })],
			},
			facts: { shortPercent: 0, linesShort: 0 },
		},
		{
			name: 'in units of the product where the order has others',
			beside: {
				moves: [aMove({ counted: 18 })],
				orderLines: [anOrderLine({ product_qty: 2, product_uom_qty: 24, price_subtotal: 240 })],
			},
			facts: { shortPercent: 25, discrepancyAmount: 60 },
		},
		{
			name: 'exactly, where Odoo has rounded what was received',
			beside: {
				moves: [aMove({ counted: 19 })],
				orderLines: [
					anOrderLine({
						product_qty: 2,
						product_uom_qty: 24,
						qty_received: 0.42,
						qty_invoiced: 2,
						move_ids: [
							elsewhere({
								state: 'done',
								move_line_ids: [{ id: 93, quantity_product_uom: 5 }],
							}),
						],
					}),
				],
			},
			facts: { linesShort: 0, linesOver: 0, billedAhead: false },
		},
		{
			name: 'as Odoo says where the moves say something else',
			beside: {
				moves: [aMove({ counted: 6 })],
				orderLines: [anOrderLine({ qty_received: 4, move_ids: [] })],
			},
			facts: { linesShort: 0, linesOver: 0 },
		},
		{
			name: 'without what went back to the supplier',
			beside: {
				moves: [aMove({ counted: 9 })],
				orderLines: [
					anOrderLine({
						product_qty: 1,
						qty_received: 0.1,
						move_ids: [
							elsewhere({ state: 'done' }),
							elsewhere({
								state: 'done',
								move_line_ids: [{ id: 94, quantity_product_uom: 3 }],
								location_dest_id: { id: 4, usage: 'supplier' },
							}),
						],
					}),
				],
			},
			facts: { linesShort: 0, linesOver: 0 },
		},
		{
			name: 'in the currency of the company',
			beside: {
				moves: [aMove({ counted: 9 })],
				orderLines: [anOrderLine({ order_id: order({ currency_rate: 0.8 }) })],
			},
			facts: { discrepancyAmount: 125 },
		},
		{
			name: 'over an order of which nothing is to come',
			beside: { moves: [aMove({ counted: 1 })], orderLines: [anOrderLine({ qty_received: 10 })] },
			facts: { overPercent: 10, linesOver: 1, discrepancyAmount: 100 },
		},
		{
			name: 'of what nobody has ordered',
			beside: { moves: [aMove(), aMove({ purchase_line_id: false, counted: 2 })] },
			facts: { linesNotOrdered: 1, overPercent: 0, discrepancyAmount: null },
		},
		{
			name: 'of what an earlier receipt has added to the order',
			beside: { orderLines: [anOrderLine({ product_qty: 0, product_uom_qty: 0 })] },
			facts: { linesNotOrdered: 1, linesOver: 0, receivedAgainstOrderPercent: null },
		},
		{
			name: 'of a kit, whose parts the order does not name',
			beside: {
				moves: [aMove({ counted: 8 })],
				orderLines: [anOrderLine({ product_id: { id: 6, display_name: 'Kit', type: 'consu' } })],
			},
			facts: { shortPercent: 20, discrepancyAmount: null, receivedAgainstOrderPercent: 0 },
		},
	])('differ: $name', ({ beside, facts }) => {
		expect(factsOf(beside)).toMatchObject(facts);
	});

	it.each<{ name: string; move: object; shortPercent: number }>([
		{
			name: 'a return to the supplier',
			move: { location_dest_id: { id: 4, usage: 'supplier' } },
			shortPercent: 40,
		},
		{ name: 'a receipt that is done', move: { state: 'done' }, shortPercent: 40 },
		{ name: 'a cancelled one', move: { state: 'cancel' }, shortPercent: 40 },
		{ name: 'the receipt itself', move: { picking_id: { id: 50 } }, shortPercent: 40 },
		{ name: 'another product', move: { product_id: { id: 9 } }, shortPercent: 40 },
		{ name: 'another receipt', move: {}, shortPercent: 0 },
	])('expect of the receipt what is not to come by $name', ({ move, shortPercent }) => {
		const orderLines = [anOrderLine({ move_ids: [elsewhere(move)] })];
		expect(factsOf({ moves: [aMove({ counted: 6 })], orderLines })).toMatchObject({ shortPercent });
	});

	it.each<{ name: string; moves: object[]; shortPercent: number }>([
		{
			name: 'what is picked, where anything is',
			moves: [aMove(), aMove({ purchase_line_id: { id: 32 }, picked: false })],
			shortPercent: 100,
		},
		{
			name: 'everything, where nothing is picked',
			moves: [aMove({ picked: false }), aMove({ purchase_line_id: { id: 32 }, picked: false })],
			shortPercent: 0,
		},
		{
			name: 'only the picked lines of a move',
			moves: [
				aMove({
					move_line_ids: [
						{ id: 91, quantity_product_uom: 6, picked: true },
						{ id: 92, quantity_product_uom: 4, picked: false },
					],
				}),
				aMove({ purchase_line_id: { id: 32 } }),
			],
			shortPercent: 40,
		},
		{
			name: 'nothing that was cancelled or scrapped',
			moves: [
				aMove({ state: 'cancel' }),
				aMove({ state: 'done' }),
				aMove({ purchase_line_id: { id: 32 } }),
			],
			shortPercent: 0,
		},
	])('count $name', ({ moves, shortPercent }) => {
		const orderLines = [anOrderLine(), anOrderLine({ id: 32 })];
		expect(factsOf({ moves, orderLines })).toMatchObject({ shortPercent });
	});

	it.each<{ name: string; invoiced: number; received: number; counted: number; ahead: boolean }>([
		{ name: 'as much as has come', invoiced: 7, received: 0, counted: 7, ahead: false },
		{ name: 'more than has come', invoiced: 8, received: 0, counted: 7, ahead: true },
		{ name: 'what came before', invoiced: 8, received: 3, counted: 5, ahead: false },
		{ name: 'nothing', invoiced: 0, received: 0, counted: 0, ahead: false },
	])('billed: $name', ({ invoiced, received, counted, ahead }) => {
		const line = anOrderLine({ qty_invoiced: invoiced, qty_received: received });
		const facts = factsOf({ moves: [aMove({ counted })], orderLines: [line] });
		expect(facts).toMatchObject({ billedAhead: ahead });
	});

	it.each<{ name: string; orderChanges: object; isAcknowledged: boolean }>([
		{ name: 'by a number of its own', orderChanges: { partner_ref: 'X-9' }, isAcknowledged: true },
		{ name: 'as Odoo 19 keeps it', orderChanges: { acknowledged: true }, isAcknowledged: true },
		{
			name: 'as Odoo 18 keeps it',
			orderChanges: { acknowledged: undefined, mail_reception_confirmed: true },
			isAcknowledged: true,
		},
		{ name: 'not at all', orderChanges: {}, isAcknowledged: false },
	])('acknowledged: $name', ({ orderChanges, isAcknowledged }) => {
		const orderLines = [anOrderLine({ order_id: order(orderChanges) })];
		expect(factsOf({ orderLines })).toMatchObject({ isAcknowledged });
	});

	it('compare with what was announced where the receipt was to bring something else', () => {
		const moves = [aMove({ product_qty: 8, counted: 6 })];
		expect(factsOf({ moves })).toMatchObject({ offAnnouncedPercent: 25, shortPercent: 40 });
	});

	it.each<{ name: string; earlier: object; count: number }>([
		{ name: 'all of it came', earlier: {}, count: 0 },
		{ name: 'the rest came later', earlier: { backorder_ids: [{ id: 9 }] }, count: 1 },
		{ name: 'the rest was given up', earlier: { move: { quantity: 4 } }, count: 1 },
		{ name: 'a line was cancelled', earlier: { move: { state: 'cancel' } }, count: 1 },
		{ name: 'more came', earlier: { move: { quantity: 6 } }, count: 0 },
		{
			name: 'less came of what was not ordered',
			earlier: { move: { quantity: 4, purchase_line_id: false } },
			count: 0,
		},
	])('earlier receipts: $name', ({ earlier, count }) => {
		const { move, ...rest } = earlier as { move?: object };
		const moves = { state: 'done', purchase_line_id: { id: 1 }, product_uom_qty: 5, quantity: 5 };
		const receipt = { id: 9, backorder_ids: [], move_ids: [{ id: 1, ...moves, ...move }], ...rest };
		expect(factsOf({ earlier: [receipt] })).toMatchObject({ shortShipments30Days: count });
	});

	it.each<{ name: string; deadline: string | false; daysLate: number | null }>([
		{ name: 'by a day and a bit', deadline: '2030-03-01 09:50:00', daysLate: 1.01 },
		{ name: 'not before its time', deadline: '2030-03-02 10:00:00', daysLate: 0 },
		{ name: 'unknown without a date', deadline: false, daysLate: null },
	])('late: $name', ({ deadline, daysLate }) => {
		expect(factsOf({ receipt: { date_deadline: deadline } })).toMatchObject({ daysLate });
	});
});
