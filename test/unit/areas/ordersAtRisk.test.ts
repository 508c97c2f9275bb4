import { supplierAcknowledgement } from '../../../src/domain/areas/supplierAcknowledgement/supplierAcknowledgement';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { answering } from './answering';
import { aDemand, aLine, anOrder, related } from './samplePlacedOrder';
import { dozen } from './sampleTransfer';

const now = '2030-03-06T10:00:00.000Z';
const gather = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	supplierAcknowledgement.gather(
		answering(anOrder(changes), { related: { ...related, ...beside } }),
		now,
	);
const factsOf = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	gather(changes, beside).facts;

describe('sales orders at risk', () => {
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
