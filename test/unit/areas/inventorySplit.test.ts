import { compareTiers } from '../../../src/domain/areas/facts/customerTier';
import { aPumpMove, aSale, competing, gatherDelivery, type Situation } from './sampleShortDelivery';

interface Proposed {
	products: Array<{ shares: Array<{ pickingId: number; has: number; gets: number }> }>;
}
const factsOf = (situation: Situation) => gatherDelivery(situation).facts;
/** Who gets what, in the order of the ranking: `[delivery, gets]`. */
const sharesOf = (situation: Situation) =>
	(gatherDelivery(situation).proposal as unknown as Proposed).products.flatMap(({ shares }) =>
		shares.map(({ pickingId, gets }) => [pickingId, gets]),
	);

describe('the ranking of deliveries', () => {
	it.each<{ name: string; others: Array<Record<string, unknown>>; order: number[] }>([
		{
			name: 'by the tier of the customer',
			others: [competing(51, { tier: 'Tier C' }), competing(52, { tier: 'Tier A' })],
			order: [52, 50, 51],
		},
		{
			name: 'then by the earlier deadline, none last',
			others: [
				competing(51, { tier: 'Tier B', deadline: false }),
				competing(52, { tier: 'Tier B', deadline: '2030-03-06 10:00:00' }),
				competing(53, { tier: 'Tier B', deadline: '2030-03-04 10:00:00' }),
			],
			order: [53, 50, 52, 51],
		},
		{
			name: 'then by the higher margin',
			others: [
				competing(51, { tier: 'Tier B', margin: 240 }),
				competing(52, { tier: 'Tier B', margin: 260 }),
			],
			order: [52, 50, 51],
		},
		{
			name: 'then the older one',
			others: [competing(51, { tier: 'Tier B' }), competing(49, { tier: 'Tier B' })],
			order: [49, 50, 51],
		},
		{
			name: 'without a tag last',
			others: [competing(51, { tier: 'Retail' }), competing(52, { tier: 'Tier Z' })],
			order: [50, 52, 51],
		},
	])('is $name', ({ others, order }) => {
		expect(sharesOf({ others }).map(([id]) => id)).toEqual(order);
		const rank = order.indexOf(50) + 1;
		expect(factsOf({ others })).toMatchObject({ rankAmongCompeting: rank });
	});

	it('has the named tiers first, and the others by the alphabet', () => {
		const tiers = ['standard', 'C', 'bronze', 'a', 'Platinum', 'B', 'Gold', 'silver'];
		expect(tiers.sort(compareTiers)).toEqual([
			'Platinum',
			'Gold',
			'silver',
			'bronze',
			'a',
			'B',
			'C',
			'standard',
		]);
	});

	it.each<{ name: string; sale_id: unknown; others?: Array<Record<string, unknown>>; why: string }>(
		[
			{
				name: 'of the customer itself',
				sale_id: aSale(['Tier A', 'Tier B']),
				why: 'of WH/OUT/50 the customer has the tiers A and B',
			},
			{
				name: 'of a competing one',
				sale_id: aSale(['Tier B']),
				others: [
					{
						...competing(51),
						picking_id: {
							id: 51,
							display_name: 'WH/OUT/51',
							date_deadline: false,
							sale_id: aSale(['Tier A', 'Tier C']),
						},
					},
				],
				why: 'of WH/OUT/51 the customer has the tiers A and C',
			},
		],
	)('is not known with two tiers $name', ({ sale_id, others = [], why }) => {
		const gathered = gatherDelivery({ delivery: { sale_id }, others, onHand: 10 });
		expect(gathered).toMatchObject({
			facts: { rankAmongCompeting: null, takesFromOthers: null, shortQuantity: 10 },
			unknown: { takesFromOthers: why },
			proposal: null,
			lines: { rows: [] },
		});
	});
});

describe('the split of what is short', () => {
	it.each<{ name: string; situation: Situation; shares: number[][]; takes: boolean }>([
		{
			name: 'gives what is free',
			situation: { onHand: 6 },
			shares: [[50, 6]],
			takes: false,
		},
		{
			name: 'gives no more than is wanted',
			situation: { onHand: 60 },
			shares: [[50, 10]],
			takes: false,
		},
		{
			name: 'leaves what other kinds of transfers have reserved',
			situation: { onHand: 9, reserved: 4 },
			shares: [[50, 5]],
			takes: false,
		},
		{
			name: 'takes from the lower ranked as much as is missing',
			situation: { others: [competing(51, { has: 10 })], onHand: 13, reserved: 10 },
			shares: [
				[50, 10],
				[51, 3],
			],
			takes: true,
		},
		{
			name: 'takes from the lowest first',
			situation: {
				others: [competing(52, { has: 8 }), competing(51, { has: 8, tier: 'Tier D' })],
				onHand: 16,
				reserved: 16,
			},
			shares: [
				[50, 10],
				[52, 6],
				[51, 0],
			],
			takes: true,
		},
		{
			name: 'serves the higher ranked before',
			situation: {
				others: [competing(51, { has: 9 }), competing(52, { tier: 'Tier A', has: 1 })],
				onHand: 12,
				reserved: 10,
			},
			shares: [
				[52, 10],
				[50, 2],
				[51, 0],
			],
			takes: true,
		},
		{
			name: 'takes nothing from the higher ranked',
			situation: {
				others: [competing(51, { tier: 'Tier A', has: 10 })],
				onHand: 10,
				reserved: 10,
			},
			shares: [
				[51, 10],
				[50, 0],
			],
			takes: false,
		},
		{
			name: 'takes nothing from the delivery itself for a higher ranked one',
			situation: {
				moves: [aPumpMove(4)],
				others: [competing(51, { tier: 'Tier A' })],
				onHand: 4,
				reserved: 4,
			},
			shares: [
				[51, 0],
				[50, 4],
			],
			takes: false,
		},
		{
			name: 'gives the lower ranked no more than they have',
			situation: { others: [competing(51, { has: 2 })], onHand: 30, reserved: 2 },
			shares: [
				[50, 10],
				[51, 2],
			],
			takes: false,
		},
		{
			name: 'leaves what is on its way',
			situation: {
				others: [competing(51, { has: 10, move: { picked: true } })],
				onHand: 10,
				reserved: 10,
			},
			shares: [
				[50, 0],
				[51, 10],
			],
			takes: false,
		},
		{
			name: 'waits with what Odoo does not reserve for yet',
			situation: {
				others: [competing(51, { tier: 'Tier A', move: { reservation_date: '2030-04-01' } })],
				onHand: 10,
			},
			shares: [
				[51, 0],
				[50, 10],
			],
			takes: false,
		},
		{
			name: 'does not see what waits for another transfer',
			situation: {
				others: [competing(51, { tier: 'Tier A', move: { move_orig_ids: [{ id: 1 }] } })],
				onHand: 10,
			},
			shares: [[50, 10]],
			takes: false,
		},
		{
			name: 'gives nothing where more is reserved than there is',
			situation: { others: [competing(51, { has: 10 })], onHand: 4, reserved: 14 },
			shares: [
				[50, 0],
				[51, 0],
			],
			takes: true,
		},
		{
			name: 'counts the moves of a product together',
			situation: { moves: [aPumpMove(1), aPumpMove(2, { id: 81 })], onHand: 30, reserved: 3 },
			shares: [[50, 20]],
			takes: false,
		},
		{
			name: 'leaves alone what is not short',
			situation: { moves: [aPumpMove(10)], others: [competing(51)], onHand: 10, reserved: 10 },
			shares: [],
			takes: false,
		},
	])('$name', ({ situation, shares, takes }) => {
		expect(sharesOf(situation)).toEqual(shares);
		expect(factsOf(situation)).toMatchObject({ takesFromOthers: takes });
	});

	it('never gives out more than there is, nor anybody less than is on its way', () => {
		for (let onHand = 0; onHand <= 40; onHand += 1) {
			const others = [
				competing(51, { has: 6 }),
				competing(52, { tier: 'Tier A', has: 3 }),
				competing(53, { tier: 'Tier D', has: 5, move: { picked: true } }),
			];
			const shares = sharesOf({ moves: [aPumpMove(2)], others, onHand, reserved: 16 });
			const total = shares.reduce((sum, [, gets = 0]) => sum + gets, 0);
			expect(total).toBeLessThanOrEqual(Math.max(onHand, 10));
			expect(shares).toContainEqual([53, 5]);
		}
	});
});
