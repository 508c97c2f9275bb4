import { stockAdjustment } from '../../../src/domain/areas/stockAdjustment/stockAdjustment';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { company, lamps } from './sampleGoods';

const now = '2030-03-02T10:00:00.000Z';

/** Of a hundred lamps so many were counted. */
function gather(counted: number, changes: Record<string, unknown> = {}, times = 1) {
	const { quantity = 100 } = changes;
	const record = {
		id: 70,
		user_id: false,
		create_uid: { id: 1, display_name: 'OdooBot' },
		write_uid: { id: 7, display_name: 'Carl' },
		company_id: company,
		...lamps(),
		location_id: { id: 8, display_name: 'WH/Stock' },
		quantity,
		reserved_quantity: 0,
		inventory_quantity: counted,
		inventory_quantity_set: true,
		inventory_diff_quantity: counted - Number(quantity),
		last_count_date: '2030-02-25',
		...changes,
	};
	const related = { adjustments: { rows: [{ count: times }] } };
	return stockAdjustment.gather(answering(record, { related }), now);
}

describe('the facts of stock that was counted', () => {
	it('are all there', () => {
		expect(gather(97).facts).toEqual({
			adjustmentValue: -30,
			adjustmentAmount: 30,
			currency: 'USD',
			adjustmentPercent: 3,
			adjustmentQuantity: -3,
			adjustments90Days: 1,
			isNegativeResult: false,
			isBelowReserved: false,
			isOutdated: false,
			daysSinceLastCount: 5,
			company: 'My Company',
			location: 'WH/Stock',
			productCategory: ['Lighting'],
		});
	});

	it.each<{ name: string; counted: number; changes?: Record<string, unknown>; facts: object }>([
		{ name: 'as it is', counted: 100, facts: { adjustmentValue: 0, adjustmentPercent: 0 } },
		{ name: 'more', counted: 112, facts: { adjustmentValue: 120, adjustmentPercent: 12 } },
		{
			name: 'a third less, rounded up',
			counted: 2,
			changes: { quantity: 3 },
			facts: { adjustmentValue: -10, adjustmentPercent: 33.34 },
		},
		{
			name: 'fractions that are not binary',
			counted: 0.3,
			changes: { quantity: 0.1, inventory_diff_quantity: 0.2 },
			facts: { adjustmentQuantity: 0.2, isOutdated: false, adjustmentPercent: 200 },
		},
		{
			name: 'where nothing was',
			counted: 4,
			changes: { quantity: 0 },
			facts: { adjustmentValue: 40, adjustmentPercent: null },
		},
		{
			name: 'nothing, where nothing was',
			counted: 0,
			changes: { quantity: 0 },
			facts: { adjustmentValue: 0, adjustmentPercent: 0 },
		},
		{
			name: 'less than nothing',
			counted: -1,
			facts: { isNegativeResult: true, adjustmentPercent: 101 },
		},
		{
			name: 'less than is reserved',
			counted: 97,
			changes: { reserved_quantity: 98 },
			facts: { isBelowReserved: true },
		},
		{
			name: 'before stock was moved',
			counted: 97,
			changes: { inventory_diff_quantity: -2 },
			facts: { isOutdated: true, adjustmentQuantity: -3 },
		},
		{
			name: 'nothing, since the count was applied',
			counted: 0,
			changes: {
				inventory_quantity_set: false,
				inventory_diff_quantity: 0,
				reserved_quantity: 4,
			},
			facts: {
				adjustmentValue: 0,
				adjustmentPercent: 0,
				isOutdated: false,
				isBelowReserved: false,
			},
		},
		{
			name: 'for the first time',
			counted: 97,
			changes: { last_count_date: false },
			facts: { daysSinceLastCount: null },
		},
		{
			name: 'again today',
			counted: 97,
			changes: { last_count_date: '2030-03-02' },
			facts: { daysSinceLastCount: 0 },
		},
		{
			name: 'what has no cost',
			counted: 97,
			changes: lamps({ standard_price: 0 }),
			facts: { adjustmentValue: null },
		},
		{
			name: 'as it is, without a cost',
			counted: 100,
			changes: lamps({ standard_price: 0 }),
			facts: { adjustmentValue: 0 },
		},
		{
			name: 'a lot that is valued',
			counted: 97,
			changes: {
				...lamps({ lot_valuated: true }),
				lot_id: { id: 3, display_name: 'L3', standard_price: 12 },
			},
			facts: { adjustmentValue: -36 },
		},
		{
			name: 'in a place of no company',
			counted: 97,
			changes: { company_id: false },
			facts: { adjustmentValue: null, currency: null, company: null },
		},
	])('counted: $name', ({ counted, changes = {}, facts }) => {
		expect(gather(counted, changes).facts).toMatchObject(facts);
	});
});

describe('what is gathered of stock that was counted', () => {
	it('says what it is, and weighs what is missing as what is found', () => {
		expect(gather(97)).toMatchObject({ name: 'Lamp (WH/Stock)', amount: 30, currency: 'USD' });
		expect(gather(97, { company_id: false })).toMatchObject({ amount: null, currency: null });
	});

	it('is asked by who was to count, or who counted', () => {
		expect(gather(97)).toMatchObject({ requester: { id: 7 }, involvedIds: [7, 1] });
		const user_id = { id: 9, display_name: 'Nina' };
		expect(gather(97, { user_id })).toMatchObject({
			requester: { id: 9, name: 'Nina' },
			involvedIds: [9, 1, 7],
		});
	});

	it('watches the count and the stock', () => {
		expect(gather(97).watched.fields).toEqual({
			product_id: 5,
			location_id: 8,
			lot_id: false,
			package_id: false,
			owner_id: false,
			quantity: 100,
			inventory_quantity: 97,
			inventory_quantity_set: true,
			inventory_diff_quantity: -3,
		});
	});

	it('shows what differs', () => {
		const { figures } = gather(97);
		expect(figures).toContainEqual({ label: 'Difference', value: '-3 Units' });
		expect(figures).toContainEqual({ label: 'Value of the adjustment', value: '-30 USD' });
		expect(figures).toContainEqual({ label: 'Last count', value: '5 days' });
	});
});

describe('the policy for stock adjustments', () => {
	const policy = stockAdjustment.defaultPolicy;

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it.each<{
		name: string;
		counted: number;
		times?: number;
		changes?: Record<string, unknown>;
		outcome: string;
	}>([
		{ name: 'a little less', counted: 97, outcome: 'auto_approve' },
		{ name: 'much less', counted: 70, outcome: 'require_approval' },
		{ name: 'much more', counted: 126, outcome: 'require_approval' },
		{ name: 'less than nothing', counted: -1, outcome: 'reject' },
		{ name: 'off for the fourth time', counted: 97, times: 3, outcome: 'require_approval' },
		{
			name: 'found where nothing was',
			counted: 6,
			changes: { quantity: 0 },
			outcome: 'require_approval',
		},
	])('decides by the facts that are gathered: $name', async (row) => {
		const { facts } = gather(row.counted, row.changes, row.times);
		expect(await evaluate(policy, facts)).toMatchObject({ outcome: row.outcome });
	});
});
