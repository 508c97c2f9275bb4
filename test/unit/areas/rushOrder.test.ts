import { rushOrder } from '../../../src/domain/areas/rushOrder/rushOrder';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aMove, aTransfer } from './sampleTransfer';

const now = '2030-03-06T10:00:00.000Z';
const some = (count: number): RelatedRows => ({ rows: [{ count }] });
const related = { reasons: some(1), otherRushes: some(0) };
const gather = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	rushOrder.gather(
		answering(
			aTransfer({
				priority: '1',
				date_deadline: '2030-03-07 10:00:00',
				create_uid: { id: 1, display_name: 'OdooBot' },
				...changes,
			}),
			{ related: { ...related, ...beside } },
		),
		now,
	);
const factsOf = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	gather(changes, beside).facts;

describe('the facts of a rush order', () => {
	it('are what a plain one says', () => {
		expect(gather()).toMatchObject({
			facts: {
				orderValue: 100,
				currency: 'USD',
				isReasonGiven: true,
				rushOrders30Days: 0,
				daysToDeadline: 1,
				isStockReady: true,
				linesNotReady: 0,
				customerTier: 'B',
				company: 'My Company',
				region: 'Germany',
				productCategory: ['Goods / Pumps'],
			},
			// Whoever set the priority asks.
			requester: { id: 7, name: 'Carl' },
			involvedIds: [7, 1],
			amount: 100,
		});
	});

	it('watch the priority, since without it nothing is to be decided', () => {
		expect(gather().watched.fields).toEqual({ partner_id: 51, priority: '1' });
	});

	it.each<{ name: string; changes: object; beside: Record<string, RelatedRows>; facts: object }>([
		{
			name: 'no reason',
			changes: {},
			beside: { reasons: some(0) },
			facts: { isReasonGiven: false },
		},
		{
			name: 'reasons that may not be read',
			changes: {},
			beside: { reasons: { absent: 'forbidden' } },
			facts: { isReasonGiven: null },
		},
		{
			name: 'goods that are missing',
			changes: { move_ids: [aMove(), aMove({ id: 72, state: 'confirmed' })] },
			beside: {},
			facts: { isStockReady: false, linesNotReady: 1 },
		},
		{
			name: 'no promise',
			changes: { date_deadline: false },
			beside: {},
			facts: { daysToDeadline: null },
		},
		{
			name: 'a promise that has passed',
			changes: { date_deadline: '2030-03-05 22:00:00' },
			beside: {},
			facts: { daysToDeadline: -0.5 },
		},
		{
			name: 'other rush orders',
			changes: {},
			beside: { otherRushes: some(4) },
			facts: { rushOrders30Days: 4 },
		},
	])('tell of $name', ({ changes, beside, facts }) => {
		expect(factsOf(changes, beside)).toMatchObject(facts);
	});

	it('are shown with the goods', () => {
		const { figures, lines } = gather({ move_ids: [aMove({ quantity: 1 })] });
		expect(figures).toContainEqual({ label: 'Promised', value: '2030-03-07 10:00 UTC' });
		expect(figures).toContainEqual({ label: 'Marked by', value: 'Carl' });
		expect(lines.rows).toEqual([['Pump', '2', '1', 'Units']]);
	});
});

describe('the policy for rush orders', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = rushOrder.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const facts = factsOf(
			{ date_deadline: '2030-03-12 10:00:00', move_ids: [aMove({ state: 'confirmed' })] },
			{ reasons: some(0), otherRushes: some(6) },
		);
		const { rules } = await evaluate(rushOrder.defaultPolicy, facts);
		expect(rules.map(({ reason }) => reason)).toEqual([
			'Goods are missing that others may wait for (lines: 1)',
			'Nobody has written down why: no express way without it',
			'The same person has 6 other rush orders in 30 days, more than 5',
			'The delivery was promised in 6 days, more than 3',
		]);
	});
});
