import { shipmentToInvoice } from '../../../src/domain/areas/shipmentToInvoice/shipmentToInvoice';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { answering } from './answering';
import { dozen, piece } from './sampleBill';
import { aDeliveredOrder, delivered, returned, soldLine, transfer } from './sampleDelivery';

const now = '2030-03-01T10:00:00.000Z';
const none: RelatedRows = { rows: [] };
const factsOf = (line: object, documents: RelatedRows = none) => {
	const order = aDeliveredOrder({ order_line: [soldLine(line)] });
	const related = { documents, releasedBefore: none };
	return shipmentToInvoice.gather(answering(order, { related }), now).facts;
};

describe('the deliveries of an order', () => {
	const at = (id: number, date_done: string | false, changes: object = {}) =>
		transfer({ id, date_done, is_signed: false, ...changes });
	const proofOf = (line: object, documents: RelatedRows = none) =>
		factsOf(line, documents)['hasProofOfDelivery'];
	const papersAt = (...ids: number[]): RelatedRows => ({
		rows: ids.map((res_id, index) => ({ id: index + 1, res_id })),
	});

	it.each<{ name: string; moves: object[]; hours: number | null }>([
		{
			name: 'the last one counts',
			moves: [
				delivered({ picking_id: at(41, '2030-02-28 10:00:00') }),
				delivered({ picking_id: at(42, '2030-03-01 09:00:00') }),
			],
			hours: 1,
		},
		{
			name: 'a minute, rounded up',
			moves: [delivered({ picking_id: at(41, '2030-03-01 09:59:00') })],
			hours: 0.02,
		},
		{
			name: 'never before now',
			moves: [delivered({ picking_id: at(41, '2030-03-01 11:00:00') })],
			hours: 0,
		},
		{ name: 'not what came back', moves: [returned()], hours: null },
		{ name: 'not what is on its way', moves: [delivered({ state: 'assigned' })], hours: null },
		{ name: 'not without a date', moves: [delivered({ picking_id: at(41, false) })], hours: null },
	])('time since the last delivery: $name', ({ moves, hours }) => {
		expect(factsOf({ move_ids: moves })['hoursSinceDelivery']).toBe(hours);
	});

	const twice = [
		delivered({ id: 301, quantity: 6, picking_id: at(41, '2030-02-20 10:00:00') }),
		delivered({ id: 302, quantity: 4, picking_id: at(42, '2030-02-28 10:00:00') }),
	];
	it.each<{ name: string; line: object; papers: number[]; proof: boolean | null }>([
		{ name: 'nothing', line: { move_ids: twice }, papers: [], proof: false },
		{ name: 'of one of two', line: { move_ids: twice }, papers: [42], proof: false },
		{ name: 'of both', line: { move_ids: twice }, papers: [41, 42], proof: true },
		{ name: 'of another one', line: { move_ids: twice }, papers: [43], proof: false },
		{
			name: 'of the one that is not invoiced',
			line: { move_ids: twice, qty_invoiced: 6 },
			papers: [42],
			proof: true,
		},
		{
			name: 'of both, where a part of the first is left',
			line: { move_ids: twice, qty_invoiced: 5 },
			papers: [42],
			proof: false,
		},
		{
			name: 'of the last one, in another unit',
			line: {
				move_ids: [
					delivered({ id: 301, picking_id: at(41, '2030-02-20 10:00:00') }),
					delivered({
						id: 302,
						quantity: 1,
						product_uom: dozen,
						picking_id: at(42, '2030-02-28 10:00:00'),
					}),
				],
				product_uom_id: undefined,
				product_uom: piece,
				qty_delivered: 22,
				qty_invoiced: 10,
			},
			papers: [42],
			proof: true,
		},
		{ name: 'signed', line: {}, papers: [], proof: true },
		{ name: 'of what is invoiced', line: { qty_invoiced: 10 }, papers: [], proof: null },
	])('proof $name', ({ line, papers, proof }) => {
		expect(proofOf(line, papersAt(...papers))).toBe(proof);
	});

	it('does not know of a proof that may not be read, unless all was signed for', () => {
		const forbidden: RelatedRows = { absent: 'forbidden' };
		expect(proofOf({ move_ids: twice }, forbidden)).toBeNull();
		expect(proofOf({}, forbidden)).toBe(true);
	});

	it.each<{ name: string; moves: object[]; count: number }>([
		{ name: 'received, and not to be paid', moves: [returned()], count: 0 },
		{ name: 'on its way', moves: [returned({ state: 'assigned' })], count: 1 },
		{ name: 'called off', moves: [returned({ state: 'cancel' })], count: 0 },
		{ name: 'received, and still to be paid', moves: [returned({ to_refund: false })], count: 1 },
		{
			name: 'received, and delivered again',
			moves: [
				returned({ to_refund: false }),
				delivered({ id: 320, origin_returned_move_id: { id: 310 } }),
			],
			count: 0,
		},
		{
			name: 'to be delivered again',
			moves: [
				returned({ to_refund: false }),
				delivered({ id: 320, state: 'assigned', origin_returned_move_id: { id: 310 } }),
			],
			count: 1,
		},
		{
			name: 'of two products at a time',
			moves: [returned({ state: 'assigned' }), returned({ id: 311, state: 'assigned' })],
			count: 1,
		},
	])('a return $name', ({ moves, count }) => {
		expect(factsOf({ move_ids: [delivered(), ...moves] })['openReturns']).toBe(count);
	});
});
