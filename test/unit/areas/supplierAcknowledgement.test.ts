import { supplierAcknowledgement } from '../../../src/domain/areas/supplierAcknowledgement/supplierAcknowledgement';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aMove, aSoldLine, dozen, pieces } from './sampleTransfer';

const now = '2030-03-06T10:00:00.000Z';
const pump = {
	id: 56,
	display_name: 'Pump',
	categ_id: { id: 5, display_name: 'Goods / Pumps' },
	product_tmpl_id: { id: 156 },
	uom_id: pieces,
};
const usDollar = { id: 1, name: 'USD', decimal_places: 2 };

/** Twenty pumps that come on 15 March. */
const aLine = (changes: object = {}) => ({
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
const anOrder = (changes: object = {}) => ({
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
const aContract = (changes: object = {}) => ({
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
const anApproval = (x_area: string, x_document: object, create_date = '2030-03-01 22:00:00') => ({
	id: 4,
	x_area,
	create_date,
	x_document: { facts: {}, watched: { lines: {} }, ...x_document },
});
const accepted = (date_planned: string) =>
	anApproval('supplier_acknowledgement', {
		watched: { lines: { order_line: [{ id: 81, date_planned }] } },
	});
/** Four pumps at 50 that a customer was promised for 12 March. */
const aDemand = (changes: object = {}, sold: object = {}, order: object = {}) =>
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
const none: RelatedRows = { rows: [] };
const related = {
	approvals: none,
	contracts: { rows: [aContract()] },
	demand: none,
	stock: none,
	receipts: none,
};
const gather = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	supplierAcknowledgement.gather(
		answering(anOrder(changes), { related: { ...related, ...beside } }),
		now,
	);
const factsOf = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	gather(changes, beside).facts;

describe('the facts of new dates', () => {
	it('are what a plain order says', () => {
		expect(gather()).toMatchObject({
			facts: {
				orderAmount: 400,
				currency: 'USD',
				isAcknowledged: false,
				daysSinceOrdered: 4.48,
				latestDaysLate: 4,
				linesLate: 1,
				ordersAtRisk: 0,
				valueAtRisk: 0,
				supplierLate90Days: 0,
				company: 'My Company',
				region: null,
				productCategory: ['Goods / Pumps'],
			},
			amount: 400,
			proposal: { orders: [] },
		});
	});

	it.each<{
		name: string;
		order: object;
		beside: Record<string, RelatedRows>;
		late: number | null;
	}>([
		{
			name: 'by the day, whatever the time',
			order: { order_line: [aLine({ date_planned: '2030-03-11 23:59:59' })] },
			beside: {},
			late: 0,
		},
		{
			name: 'never less than none',
			order: { order_line: [aLine({ date_planned: '2030-03-05 12:00:00' })] },
			beside: {},
			late: 0,
		},
		{
			name: 'against the date that was accepted last',
			order: {},
			beside: {
				approvals: { rows: [accepted('2030-03-14 08:00:00'), accepted('2030-03-12 08:00:00')] },
			},
			late: 1,
		},
		{
			name: 'against the first receipt that was approved, of a single line',
			order: {},
			beside: {
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 4.5 } })] },
			},
			late: 9,
		},
		{
			name: 'against that, where it fell on midnight',
			order: { order_line: [aLine({ date_planned: '2030-03-06 00:00:00' })] },
			beside: {
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 4.08 } })] },
			},
			late: 0,
		},
		{
			name: 'against the lead time where that ends after the first receipt of several lines',
			order: { order_line: [aLine(), aLine({ id: 82, date_planned: '2030-03-06 10:00:00' })] },
			beside: {
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 4.5 } })] },
			},
			late: 4,
		},
		{
			name: 'against the approval where no price list names the goods',
			order: {},
			beside: {
				contracts: { absent: 'forbidden' },
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 13.5 } })] },
			},
			late: 0,
		},
		{
			name: 'against the price list where cases may not be read',
			order: {},
			beside: { approvals: { absent: 'forbidden' } },
			late: 4,
		},
		{
			name: 'not known where nothing was agreed',
			order: {},
			beside: { contracts: none },
			late: null,
		},
		{
			name: 'not known where the order was never approved',
			order: { date_approve: false },
			beside: {},
			late: null,
		},
		{
			name: 'not of what has come',
			order: { order_line: [aLine({ qty_received: 20 })] },
			beside: {},
			late: 0,
		},
	])('late: $name', ({ order, beside, late }) => {
		expect(factsOf(order, beside)['latestDaysLate']).toBe(late);
	});

	it('count the lines that are late', () => {
		const order_line = [
			aLine(),
			aLine({ id: 82, date_planned: '2030-03-11 12:00:00' }),
			aLine({ id: 83, date_planned: '2030-03-20 12:00:00' }),
			aLine({ id: 84, display_type: 'line_note', product_id: false, date_planned: false }),
		];
		expect(factsOf({ order_line })).toMatchObject({ latestDaysLate: 9, linesLate: 2 });
	});

	it.each<{ name: string; order: object; isAcknowledged: boolean | null }>([
		{ name: 'in Odoo 19', order: { acknowledged: true }, isAcknowledged: true },
		{
			name: 'by mail, until Odoo 18',
			order: {
				acknowledged: undefined,
				mail_reception_confirmed: false,
				mail_reminder_confirmed: true,
			},
			isAcknowledged: true,
		},
		{ name: 'nowhere', order: { acknowledged: undefined }, isAcknowledged: null },
	])('acknowledged: $name', ({ order, isAcknowledged }) => {
		expect(factsOf(order)['isAcknowledged']).toBe(isAcknowledged);
	});

	it('count what the supplier delivered after the planned day', () => {
		const came = (date_planned: string | false, effective_date: string) => ({
			id: 1,
			date_planned,
			effective_date,
		});
		const rows = [
			came('2030-02-01 08:00:00', '2030-02-01 18:00:00'),
			came('2030-02-01 23:00:00', '2030-02-02 01:00:00'),
			came(false, '2030-02-02 01:00:00'),
		];
		expect(factsOf({}, { receipts: { rows } })['supplierLate90Days']).toBe(1);
	});

	it.each<{
		name: string;
		beside: Record<string, RelatedRows>;
		order?: object;
		risk: number[] | null;
	}>([
		{
			name: 'goods that were promised before',
			beside: { demand: { rows: [aDemand()] } },
			risk: [1, 200],
		},
		{
			name: 'not goods that were promised for later',
			beside: { demand: { rows: [aDemand({}, {}, { commitment_date: '2030-03-15 12:00:00' })] } },
			risk: [0, 0],
		},
		{
			name: 'by the order date and lead time, without a promise',
			beside: { demand: { rows: [aDemand({}, {}, { commitment_date: false })] } },
			risk: [1, 200],
		},
		{
			name: 'not what nobody promised at all',
			beside: {
				demand: { rows: [aDemand({}, {}, { commitment_date: false, date_order: false })] },
			},
			risk: [0, 0],
		},
		{
			name: 'only what stock does not cover',
			beside: {
				demand: { rows: [aDemand()] },
				stock: { rows: [{ product_id: 56, count: 1, quantity: 9, reserved_quantity: 6 }] },
			},
			risk: [1, 50],
		},
		{
			name: 'the later promise, where stock goes to the first',
			beside: {
				demand: {
					rows: [
						aDemand(),
						aDemand({ id: 202 }, {}, { id: 26, commitment_date: '2030-03-10 09:00:00' }),
					],
				},
				stock: { rows: [{ product_id: 56, count: 1, quantity: 4, reserved_quantity: 0 }] },
			},
			risk: [1, 200],
		},
		{
			name: 'no more than the order brings',
			beside: { demand: { rows: [aDemand({ product_qty: 30 })] } },
			risk: [1, 1000],
		},
		{
			name: 'not what an earlier line brings in time',
			order: { order_line: [aLine(), aLine({ id: 82, date_planned: '2030-03-11 12:00:00' })] },
			beside: { demand: { rows: [aDemand()] } },
			risk: [0, 0],
		},
		{
			name: 'only what has still to come of a line',
			order: {
				order_line: [
					aLine({ product_uom_id: dozen, product_qty: 1, product_uom_qty: 12, qty_received: 0.75 }),
				],
			},
			beside: { demand: { rows: [aDemand()] } },
			risk: [1, 150],
		},
		{
			name: 'not what is reserved',
			beside: { demand: { rows: [aDemand({ state: 'assigned', quantity: 4 })] } },
			risk: [0, 0],
		},
		{
			name: 'what is not reserved yet of a part',
			beside: { demand: { rows: [aDemand({ state: 'partially_available', quantity: 3 })] } },
			risk: [1, 50],
		},
		{
			name: 'not of another warehouse',
			beside: {
				demand: { rows: [aDemand({ picking_type_id: { id: 2, warehouse_id: { id: 2 } } })] },
			},
			risk: [0, 0],
		},
		{
			name: 'not what is bought on another order',
			beside: { demand: { rows: [aDemand({ procure_method: 'make_to_order' })] } },
			risk: [0, 0],
		},
		{
			name: 'what waits for the receipt itself, wherever it is',
			order: {
				order_line: [aLine({ move_ids: [{ id: 300, move_dest_ids: [{ id: 201 }] }] })],
			},
			beside: {
				demand: {
					rows: [
						aDemand({
							procure_method: 'make_to_order',
							picking_type_id: { id: 2, warehouse_id: { id: 2 } },
						}),
					],
				},
			},
			risk: [1, 200],
		},
		{
			name: 'what is bought for one line of a sales order',
			order: { order_line: [aLine({ sale_line_id: { id: 90 } })] },
			beside: { demand: { rows: [aDemand({ procure_method: 'make_to_order' })] } },
			risk: [1, 200],
		},
		{
			name: 'what goes straight from the supplier to the customer',
			beside: {
				demand: {
					rows: [aDemand({ state: 'assigned', quantity: 4, purchase_line_id: { id: 81 } })],
				},
			},
			risk: [1, 200],
		},
		{
			name: 'not known without the right to read deliveries',
			beside: { demand: { absent: 'missing' } },
			risk: null,
		},
		{
			name: 'not known without the right to read stock',
			beside: { stock: { absent: 'forbidden' } },
			risk: null,
		},
	])('at risk: $name', ({ beside, order = {}, risk }) => {
		const [ordersAtRisk = null, valueAtRisk = null] = risk ?? [];
		expect(factsOf(order, beside)).toMatchObject({ ordersAtRisk, valueAtRisk });
	});

	it('propose to tell each sales order once, of the day when the last of its goods comes', () => {
		const order_line = [
			aLine(),
			aLine({ id: 82, sale_line_id: { id: 91 }, date_planned: '2030-03-20 12:00:00' }),
		];
		const rows = [aDemand(), aDemand({ id: 202 }, { id: 91 })];
		const { proposal, figures, lines } = gather({ order_line }, { demand: { rows } });
		expect(proposal).toEqual({ orders: [{ id: 25, arrival: '2030-03-20' }] });
		expect(figures).toContainEqual({ label: 'Sales orders at risk', value: 'S00025' });
		expect(lines.rows[0]).toEqual(['Pump', '20', '0', '2030-03-15']);
	});
});

describe('the policy for new dates', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = supplierAcknowledgement.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const { facts } = gather({}, { demand: { rows: [aDemand()] } });
		const { rules } = await evaluate(supplierAcknowledgement.defaultPolicy, facts);
		expect(rules.map(({ reason }) => reason)).toEqual([
			'Sales orders that were promised before the goods come: 1',
			'A line comes 4 days later than agreed, more than 2',
		]);
	});
});
