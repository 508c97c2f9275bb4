import { evaluate } from '../policy/samplePolicy';
import { findArea, areas } from '../../../src/domain/areas/areas';
import { RecordUnreadableError, UnknownAreaError } from '../../../src/domain/areas/errors';
import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { policyHash } from '../../../src/domain/policy/compilePolicy';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import type { PolicyOutcome } from '../../../src/domain/policy/policyResult';
import { answering } from './answering';
import { aLine, anOrder } from './sampleOrder';

const now = '2030-03-01T10:00:00.000Z';
const gather = (changes: object = {}) => salesOrderRelease.gather(answering(anOrder(changes)), now);

describe('what is gathered of a sales order', () => {
	it('says whose it is and who has a hand in it', () => {
		expect(gather()).toMatchObject({
			name: 'S00025',
			requester: { id: 5, name: 'Marc Demo' },
			involvedIds: [5, 2],
		});
	});

	it.each<{ name: string; order: object; requesterId: number; involvedIds: number[] }>([
		{
			name: 'the creator asks where there is no salesperson',
			order: { user_id: false },
			requesterId: 2,
			involvedIds: [2],
		},
		{
			name: 'who wrote it last has a hand in it',
			order: { write_uid: { id: 9, display_name: 'Somebody' } },
			requesterId: 5,
			involvedIds: [5, 2, 9],
		},
		{
			name: 'each is named once',
			order: { user_id: { id: 2, display_name: 'Mitchell Admin' } },
			requesterId: 2,
			involvedIds: [2],
		},
	])('$name', ({ order, requesterId, involvedIds }) => {
		expect(gather(order)).toMatchObject({ requester: { id: requesterId }, involvedIds });
	});

	it('watches what an approval is about, as Odoo compares it', () => {
		expect(gather().watched).toEqual({
			fields: {
				partner_id: 52,
				pricelist_id: false,
				payment_term_id: 8,
				currency_id: 1,
				amount_untaxed: 2814,
				amount_total: 3236.1,
				margin: 836.4,
			},
			lines: {
				order_line: [
					{ id: 51, product_id: false, product_uom_qty: 0, price_unit: 0, discount: 0 },
					{ id: 52, product_id: 56, product_uom_qty: 24, price_unit: 100, discount: 12.5 },
					{ id: 53, product_id: 57, product_uom_qty: 60, price_unit: 11.9, discount: 0 },
					{ id: 54, product_id: false, product_uom_qty: 0, price_unit: 0, discount: 0 },
				],
			},
			lineFields: { order_line: ['product_id', 'product_uom_qty', 'price_unit', 'discount'] },
		});
		expect(fingerprintOf(gather().watched)).toBe(
			'ceb8d0db0eb9839d7054e0d3f7c63e5b02cd0683655c0d3c57e8ee2351aca330',
		);
	});

	it('watches the lines by their ids, however they are sorted on the order', () => {
		const lines = [aLine({ id: 62 }), aLine({ id: 61 })];
		const sorted = gather({ order_line: [...lines].reverse() });
		expect(gather({ order_line: lines }).watched).toEqual(sorted.watched);
	});

	it.each<{ name: string; order: object; isSame: boolean }>([
		{ name: 'the promised date', order: { commitment_date: false }, isSame: true },
		{ name: 'who wrote it last', order: { write_uid: false }, isSame: true },
		{ name: 'the state', order: { state: 'sent' }, isSame: true },
		{ name: 'the cost', order: { margin: 836.39 }, isSame: false },
		{ name: 'the tax', order: { amount_total: 2814 }, isSame: false },
		{ name: 'the payment term', order: { payment_term_id: false }, isSame: false },
		{ name: 'the lines', order: { order_line: [] }, isSame: false },
	])('the fingerprint after a change of $name', ({ order, isSame }) => {
		const before = fingerprintOf(gather().watched);
		expect(fingerprintOf(gather(order).watched) === before).toBe(isSame);
	});

	it('shows the figures that a decision needs', () => {
		expect(gather().figures).toEqual([
			{ label: 'Customer', value: 'Hafenkontor GmbH, Ines Voss' },
			{ label: 'Customer tier', value: 'B' },
			{ label: 'Order value without tax', value: '2,814.00 USD' },
			{ label: 'Total with tax', value: '3,236.10 USD' },
			{ label: 'Margin', value: '29.72 % (836.40 USD)' },
			{ label: 'Highest discount', value: '12.5 %' },
			{ label: 'Payment terms', value: '30% Now, Balance 60 Days' },
			{ label: 'Delivery promised', value: '2030-03-04 10:30 UTC' },
			{ label: 'Salesperson', value: 'Marc Demo' },
			{ label: 'Sales team', value: 'Pre-Sales' },
		]);
	});

	it('says what is empty', () => {
		const { figures } = gather({
			user_id: false,
			team_id: false,
			payment_term_id: false,
			commitment_date: false,
			amount_untaxed: 0,
		});
		expect(figures.map(({ value }) => value)).toEqual([
			'Hafenkontor GmbH, Ines Voss',
			'B',
			'0.00 USD',
			'3,236.10 USD',
			'not known: the order has no value (836.40 USD)',
			'12.5 %',
			'due at once',
			'no date',
			'nobody',
			'none',
		]);
	});

	it('shows the goods line by line', () => {
		expect(gather().lines).toEqual({
			columns: ['Product', 'Quantity', 'Unit price', 'Discount', 'Subtotal', 'Margin'],
			rows: [
				[
					'[PMP-2560] Circulation Pump 25-60',
					'24',
					'100.00 USD',
					'12.5 %',
					'2,100.00 USD',
					'122.40 USD',
				],
				['[VLV-100] Ball Valve 1 inch', '60', '11.90 USD', '0 %', '714.00 USD', '714.00 USD'],
			],
		});
	});

	it.each<{ name: string; record: unknown; details: string[] }>([
		{
			name: 'without a field that was asked',
			record: anOrder({ margin: undefined }),
			details: ['margin: Required'],
		},
		{
			name: 'with a line that may not be read',
			record: anOrder({ order_line: [{ id: 51 }] }),
			details: [
				'order_line.0.display_type: Required',
				'order_line.0.product_id: Required',
				'order_line.0.product_uom_qty: Required',
				'order_line.0.price_unit: Required',
				'order_line.0.discount: Required',
				'order_line.0.price_subtotal: Required',
				'order_line.0.purchase_price: Required',
				'order_line.0.margin: Required',
			],
		},
		{
			name: 'with a date that is none',
			record: anOrder({ commitment_date: 'soon' }),
			details: ['commitment_date: must be a date and time'],
		},
		{
			name: 'of nobody',
			record: anOrder({ user_id: false, create_uid: false }),
			details: ['nobody is behind it'],
		},
		{ name: 'that is none', record: false, details: [': Expected object, received boolean'] },
	])('is refused of a record $name', ({ record, details }) => {
		const read = () => salesOrderRelease.gather(answering(record), now);
		expect(read).toThrow(RecordUnreadableError);
		expect(read).toThrow(expect.objectContaining({ code: 'RECORD_UNREADABLE', details }));
	});
});

describe('the policy for sales orders', () => {
	const policy = salesOrderRelease.defaultPolicy;
	const routine = {
		orderAmount: 12_000,
		currency: 'EUR',
		marginPercent: 28,
		maxDiscountPercent: 5,
		linesWithoutCost: 0,
		daysToCommitment: null,
	};

	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(policy)).toEqual(policy);
		expect(policyHash(policy)).toBe(
			'349d8645a5608b952a94b7216559f43576cd3254627322deb8630dcd04f804d9',
		);
	});

	it.each<{
		name: string;
		facts: object;
		outcome: PolicyOutcome;
		rules: string[];
		role: string | null;
		slaClass: string;
	}>([
		{
			name: 'a routine order',
			facts: {},
			outcome: 'auto_approve',
			rules: [],
			role: null,
			slaClass: 'standard',
		},
		{
			name: 'a discount at the limit',
			facts: { maxDiscountPercent: 10 },
			outcome: 'auto_approve',
			rules: [],
			role: null,
			slaClass: 'standard',
		},
		{
			name: 'a low margin without haste',
			facts: { marginPercent: 14.99, daysToCommitment: 1.01 },
			outcome: 'require_approval',
			rules: ['margin-below-floor'],
			role: 'sales_manager',
			slaClass: 'standard',
		},
		{
			name: 'a low margin in haste',
			facts: { marginPercent: 14.99, daysToCommitment: 1 },
			outcome: 'require_approval',
			rules: ['low-margin-and-urgent', 'margin-below-floor'],
			role: 'sales_manager',
			slaClass: 'urgent',
		},
		{
			name: 'a big order in haste with a low margin',
			facts: { orderAmount: 50_000.01, marginPercent: 3, daysToCommitment: 0.5 },
			outcome: 'escalate',
			rules: ['value-above-limit', 'low-margin-and-urgent', 'margin-below-floor'],
			role: 'finance',
			slaClass: 'urgent',
		},
		{
			name: 'an order far below cost',
			facts: { marginPercent: -20.01, orderAmount: 60_000 },
			outcome: 'reject',
			rules: ['margin-far-below-cost', 'value-above-limit', 'margin-below-floor'],
			role: null,
			slaClass: 'standard',
		},
	])('decides about $name', async ({ facts, outcome, rules, role, slaClass }) => {
		const result = await evaluate(policy, { ...routine, ...facts });
		expect({ ...result, rules: result.rules.map(({ id }) => id) }).toMatchObject({
			outcome,
			rules,
			role,
			slaClass,
			missingFacts: [],
		});
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const { facts } = gather({ margin: 300, order_line: [aLine({ discount: 12.5 })] });
		const { rules } = await evaluate(policy, facts);
		expect(rules.map(({ reason }) => reason)).toEqual([
			'Margin 10.66 % is below 15 %',
			'Discount 12.5 % is above 10 %',
		]);
	});
});

describe('findArea', () => {
	it('finds an area by its id', () => {
		expect(findArea('sales_order_release')).toBe(salesOrderRelease);
	});

	it('names the areas that there are when asked for another', () => {
		expect(() => findArea('sales')).toThrow(UnknownAreaError);
		expect(() => findArea('sales')).toThrow(
			'There is no approval area "sales"; known areas: sales_order_release',
		);
	});

	it('has one area for each id, each with a policy of its own', () => {
		expect(new Set(areas.map(({ id }) => id)).size).toBe(areas.length);
		expect(areas.map(({ defaultPolicy }) => defaultPolicy.area)).toEqual(areas.map(({ id }) => id));
	});
});
