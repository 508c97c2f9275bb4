import type { RecordAnswer } from '../../../src/domain/areas/Area';
import { inventoryAllocation } from '../../../src/domain/areas/inventoryAllocation/inventoryAllocation';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import {
	aDelivery,
	aPumpMove,
	aSale,
	competing,
	gatherDelivery,
	now,
	type Situation,
} from './sampleShortDelivery';

const factsOf = (situation: Situation) => gatherDelivery(situation).facts;

describe('the facts of a delivery that is short', () => {
	it('are all there', () => {
		const others = [competing(51, { has: 6 }), competing(52)];
		expect(factsOf({ moves: [aPumpMove(3)], others, onHand: 11, reserved: 9 })).toEqual({
			shortQuantity: 7,
			shortLines: 1,
			shortPercent: 70,
			coveredByFreeStock: 2,
			shortAfterwards: 0,
			competingOrders: 2,
			rankAmongCompeting: 1,
			customerTier: 'B',
			takesFromOthers: true,
			takesFromTopTier: false,
			deliveriesThatLose: 1,
			negativeStock: false,
			orderAmount: 1000,
			currency: 'USD',
			orderMarginPercent: 25,
			daysToDeadline: 3,
			company: 'My Company',
			region: 'Germany',
			productCategory: ['Pumps'],
		});
	});

	it.each<{ tier: string; own: string; isTop: boolean }>([
		{ tier: 'Tier A', own: 'Tier A', isTop: true },
		{ tier: 'Tier platinum', own: 'Tier Platinum', isTop: true },
		{ tier: 'Tier B', own: 'Tier A', isTop: false },
		{ tier: 'Tier Gold', own: 'Tier Platinum', isTop: false },
	])('takes from the top tier: $tier $isTop', ({ tier, own, isTop }) => {
		const others = [competing(51, { tier, has: 10, deadline: false })];
		const delivery = { sale_id: aSale([own]) };
		expect(factsOf({ delivery, others, onHand: 10, reserved: 10 })).toMatchObject({
			takesFromOthers: true,
			takesFromTopTier: isTop,
		});
	});

	it.each<{ onHand: number; reserved: number; isNegative: boolean }>([
		{ onHand: 10, reserved: 10, isNegative: false },
		{ onHand: 10, reserved: 10.01, isNegative: true },
		{ onHand: -1, reserved: 0, isNegative: true },
		{ onHand: 0, reserved: 0, isNegative: false },
	])('of $onHand with $reserved reserved more is than there is: $isNegative', (row) => {
		const { onHand, reserved, isNegative } = row;
		expect(factsOf({ onHand, reserved })).toMatchObject({ negativeStock: isNegative });
	});

	it('say what they cannot know of a delivery for no order', () => {
		const delivery = { sale_id: false, partner_id: false, date_deadline: false };
		expect(gatherDelivery({ delivery }).unknown).toEqual({
			customerTier: 'it is for no sales order',
			orderAmount: 'it is for no sales order',
			orderMarginPercent: 'it is for no sales order',
			daysToDeadline: 'no delivery is promised',
			region: 'the customer has no country',
		});
	});

	it('say what only another module knows', () => {
		expect(gatherDelivery({ delivery: { sale_id: undefined } }).facts).toMatchObject({
			customerTier: null,
			rankAmongCompeting: 1,
		});
		const sale_id = aSale(['Tier B'], { margin: undefined });
		expect(gatherDelivery({ delivery: { sale_id } }).unknown).toEqual({
			orderMarginPercent: 'margins come with the module sale_margin',
		});
	});

	it('say why nothing is known where stock may not be read', () => {
		const related: RecordAnswer['related'] = {
			competingMoves: { rows: [] },
			stock: { absent: 'forbidden' },
		};
		const answer = answering(aDelivery(), { related });
		const { unknown, proposal } = inventoryAllocation.gather(answer, now);
		expect(proposal).toBeNull();
		expect(unknown).toMatchObject({
			negativeStock: 'the integration user may not read stock (stock.quant)',
			takesFromOthers: 'the integration user may not read stock (stock.quant)',
		});
	});
});

describe('what is shown of a delivery', () => {
	it('says who gets what', () => {
		const others = [competing(51, { has: 10 })];
		const { figures, lines } = gatherDelivery({ others, onHand: 13, reserved: 10 });
		expect(figures).toContainEqual({ label: 'Takes from', value: 'WH/OUT/51' });
		expect(lines.rows).toEqual([
			['Pump', '3 Units', 'WH/OUT/50', 'B', '2030-03-05 10:00 UTC', '25 %', '10', '0', '10'],
			['Pump', '3 Units', 'WH/OUT/51', 'C', '2030-03-05 10:00 UTC', '25 %', '10', '10', '3'],
		]);
	});
});

describe('the policy for allocation', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = inventoryAllocation.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it.each<{ name: string; situation: Situation; outcome: string; role: string | null }>([
		{ name: 'free stock', situation: { onHand: 3 }, outcome: 'auto_approve', role: null },
		{
			name: 'stock of others',
			situation: { others: [competing(51, { has: 3 })], onHand: 3, reserved: 3 },
			outcome: 'require_approval',
			role: 'warehouse_supervisor',
		},
		{
			name: 'stock that is not there',
			situation: { onHand: 3, reserved: 4 },
			outcome: 'escalate',
			role: 'supply_chain_manager',
		},
	])('decides by the facts that are gathered: $name', async ({ situation, outcome, role }) => {
		const result = await evaluate(inventoryAllocation.defaultPolicy, factsOf(situation));
		expect(result).toMatchObject({ outcome, role });
	});
});
