import { returnsAuthorization } from '../../../src/domain/areas/returnsAuthorization/returnsAuthorization';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aMove, aSoldLine, aTransfer, customer, dozen, pieces } from './sampleTransfer';

const now = '2030-03-11T10:00:00.000Z';

const some = (count: number): RelatedRows => ({ rows: [{ count }] });
const related = { evidence: some(1), notes: some(1), earlierReturns: { rows: [] } };

/** What was delivered: five pieces, ten days ago. */
const delivered = (changes: object = {}) => ({
	id: 41,
	state: 'done',
	product_uom: pieces,
	product_qty: 5,
	quantity: 5,
	picking_id: {
		id: 30,
		display_name: 'WH/OUT/00030',
		date_done: '2030-03-01 10:00:00',
		note: '<p>Leave at the gate</p>',
	},
	returned_move_ids: [
		{ id: 71, state: 'assigned', product_uom: pieces, product_qty: 2, quantity: 2 },
	],
	...changes,
});
const aReturnedMove = (changes: object = {}) =>
	aMove({ origin_returned_move_id: delivered(), ...changes });
const gather = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	returnsAuthorization.gather(
		answering(aTransfer({ move_ids: [aReturnedMove()], ...changes }), {
			related: { ...related, ...beside },
		}),
		now,
	);
const factsOf = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	gather(changes, beside).facts;

describe('the facts of a return', () => {
	it('are what a plain one says', () => {
		expect(gather()).toMatchObject({
			facts: {
				returnValue: 100,
				currency: 'USD',
				returnedSharePercent: 10,
				daysSinceDelivery: 10,
				hasEvidence: true,
				isReasonGiven: true,
				quantityBeyondDelivered: 0,
				returns90Days: 0,
				returnedValue90Days: 0,
				isInvoiced: false,
				customerTier: 'B',
				company: 'My Company',
				region: 'Germany',
				productCategory: ['Goods / Pumps'],
			},
			unknown: {},
			amount: 100,
			currency: 'USD',
			requester: { id: 7, name: 'Carl' },
			proposal: null,
		});
	});

	it.each<{ name: string; move: object; value: number | null; share: number | null }>([
		{ name: 'of what is said to come back', move: {}, value: 100, share: 10 },
		{ name: 'of more that is reserved', move: { quantity: 3 }, value: 150, share: 15 },
		{
			name: 'in another unit than it was sold in',
			move: {
				product_uom: dozen,
				product_uom_qty: 1,
				product_qty: 12,
				quantity: 1,
				sale_line_id: aSoldLine({ product_uom_id: dozen }),
			},
			value: 50,
			share: 5,
		},
		{
			name: 'in another currency',
			move: { sale_line_id: aSoldLine({}, { currency_rate: 0.8 }) },
			value: 125,
			share: 10,
		},
		{
			name: 'with a share rounded up',
			move: { sale_line_id: aSoldLine({}, { amount_untaxed: 300 }) },
			value: 100,
			share: 33.34,
		},
		{ name: 'of what is on no order', move: { sale_line_id: false }, value: null, share: null },
		{
			name: 'of a part of a kit',
			move: { sale_line_id: aSoldLine({ product_id: { id: 99 } }) },
			value: null,
			share: null,
		},
		{
			name: 'without a rate',
			move: { sale_line_id: aSoldLine({}, { currency_rate: 0 }) },
			value: null,
			share: null,
		},
		{
			name: 'delivered beyond the order',
			move: { sale_line_id: aSoldLine({ product_uom_qty: 0, price_subtotal: 0 }) },
			value: null,
			share: null,
		},
		{
			name: 'without sales in this Odoo',
			move: { sale_line_id: undefined },
			value: null,
			share: null,
		},
		{
			name: 'of an order without value',
			move: { sale_line_id: aSoldLine({ price_subtotal: 0 }, { amount_untaxed: 0 }) },
			value: 0,
			share: null,
		},
	])('value: $name', ({ move, value, share }) => {
		expect(factsOf({ move_ids: [aReturnedMove(move)] })).toMatchObject({
			returnValue: value,
			returnedSharePercent: share,
		});
	});

	it('leave out what was cancelled', () => {
		const gone = aReturnedMove({ id: 72, state: 'cancel' });
		expect(factsOf({ move_ids: [aReturnedMove(), gone] })).toMatchObject({ returnValue: 100 });
	});

	it.each<{ name: string; origin: object | false; days: number | null }>([
		{
			name: 'not known of a delivery that is not done',
			origin: delivered({
				picking_id: { id: 30, display_name: 'X', date_done: false, note: false },
			}),
			days: null,
		},
		{ name: 'not known without a delivery', origin: false, days: null },
		{
			name: 'a minute past the window is past it',
			origin: delivered({
				picking_id: { id: 30, display_name: 'X', date_done: '2030-02-09 09:59:00', note: false },
			}),
			days: 30.01,
		},
	])('time since the delivery: $name', ({ origin, days }) => {
		const move_ids = [aReturnedMove({ origin_returned_move_id: origin })];
		expect(factsOf({ move_ids })['daysSinceDelivery']).toBe(days);
	});

	it('count the time since the oldest delivery', () => {
		const older = delivered({
			id: 42,
			picking_id: { id: 29, display_name: 'X', date_done: '2030-02-19 10:00:00', note: false },
		});
		const move_ids = [aReturnedMove(), aReturnedMove({ id: 72, origin_returned_move_id: older })];
		expect(factsOf({ move_ids })['daysSinceDelivery']).toBe(20);
	});

	it.each<{ name: string; note: string | false; comments: number; isGiven: boolean }>([
		{ name: 'nothing', note: false, comments: 0, isGiven: false },
		{ name: 'an empty note', note: '<p><br></p>', comments: 0, isGiven: false },
		{
			name: "the delivery's note, which Odoo copies",
			note: '<p>Leave at the&nbsp;gate</p>',
			comments: 0,
			isGiven: false,
		},
		{ name: 'a note of its own', note: '<p>Leaks at the flange</p>', comments: 0, isGiven: true },
		{ name: 'a comment', note: false, comments: 1, isGiven: true },
	])('reason: $name', ({ note, comments, isGiven }) => {
		expect(factsOf({ note }, { notes: some(comments) })['isReasonGiven']).toBe(isGiven);
	});

	it.each<{ name: string; origin: object | false; beyond: number | null }>([
		{
			name: 'all that was delivered',
			origin: delivered({
				returned_move_ids: [
					{ id: 71, state: 'assigned', product_uom: pieces, product_qty: 5, quantity: 0 },
				],
			}),
			beyond: 0,
		},
		{
			name: 'with what came back before',
			origin: delivered({
				returned_move_ids: [
					{ id: 60, state: 'done', product_uom: pieces, product_qty: 9, quantity: 4 },
					{ id: 61, state: 'cancel', product_uom: pieces, product_qty: 5, quantity: 0 },
					{ id: 71, state: 'assigned', product_uom: pieces, product_qty: 2, quantity: 2 },
				],
			}),
			beyond: 1,
		},
		{
			name: 'with what was delivered in another unit',
			origin: delivered({
				product_uom: dozen,
				quantity: 1,
				returned_move_ids: [
					{ id: 71, state: 'assigned', product_uom: pieces, product_qty: 13, quantity: 0 },
				],
			}),
			beyond: 1,
		},
		{ name: 'not known without a delivery', origin: false, beyond: null },
	])('beyond what was delivered: $name', ({ origin, beyond }) => {
		const move_ids = [aReturnedMove({ origin_returned_move_id: origin })];
		expect(factsOf({ move_ids })['quantityBeyondDelivered']).toBe(beyond);
	});

	it('count the excess of a delivery once, however many lines bring it back', () => {
		const origin = delivered({ quantity: 1 });
		const move_ids = [71, 72].map((id) => aReturnedMove({ id, origin_returned_move_id: origin }));
		expect(factsOf({ move_ids })['quantityBeyondDelivered']).toBe(1);
	});

	it('count what the customer gave back before, and a return that came in parts once', () => {
		const rows = [
			aMove({ picking_id: { id: 10, backorder_id: false } }),
			aMove({ picking_id: { id: 10, backorder_id: false } }),
			aMove({ picking_id: { id: 11, backorder_id: { id: 10 } } }),
			aMove({ picking_id: { id: 12, backorder_id: false } }),
		];
		expect(factsOf({}, { earlierReturns: { rows } })).toMatchObject({
			returns90Days: 2,
			returnedValue90Days: 400,
		});
	});

	it.each<{ name: string; change: object; rows: RelatedRows; why: string }>([
		{
			name: 'without a customer',
			change: { partner_id: false },
			rows: { rows: [] },
			why: 'the return names no customer',
		},
		{
			name: 'where they may not be read',
			change: {},
			rows: { absent: 'forbidden' },
			why: 'the integration user may not read earlier returns (stock.move)',
		},
		{
			name: 'where there are too many',
			change: {},
			rows: { rows: Array.from({ length: 1000 }, () => aMove({ picking_id: false })) },
			why: 'the customer has too many of them',
		},
	])('do not know earlier returns $name', ({ change, rows, why }) => {
		const { facts, unknown } = gather(change, { earlierReturns: rows });
		expect(facts).toMatchObject({ returns90Days: null, returnedValue90Days: null });
		expect(unknown['returns90Days']).toBe(why);
	});

	it.each<{ name: string; line: object | false; isInvoiced: boolean | null }>([
		{ name: 'yes', line: aSoldLine({ qty_invoiced: 1 }), isInvoiced: true },
		{ name: 'no', line: aSoldLine(), isInvoiced: false },
		{ name: 'not known without an order', line: false, isInvoiced: null },
	])('invoiced: $name', ({ line, isInvoiced }) => {
		const move_ids = [aReturnedMove({ sale_line_id: line })];
		expect(factsOf({ move_ids })['isInvoiced']).toBe(isInvoiced);
	});

	it('take the customer from the order, and else from the transfer', () => {
		const other = { ...customer, category_id: [{ id: 2, name: 'Tier A' }] };
		expect(factsOf({ partner_id: other })['customerTier']).toBe('B');
		expect(factsOf({ partner_id: other, sale_id: false })['customerTier']).toBe('A');
		expect(factsOf({ partner_id: false, sale_id: undefined })).toMatchObject({
			customerTier: null,
			region: null,
		});
	});

	it('are shown with the goods', () => {
		const { figures, lines } = gather({ note: '<p>Leaks</p>' });
		expect(figures).toContainEqual({ label: 'Note', value: 'Leaks' });
		expect(figures).toContainEqual({ label: 'Value of the returned goods', value: '100 USD' });
		expect(lines.rows).toEqual([['Pump', '2', '5', 'Units', 'S00025']]);
	});
});

describe('the policy for returns', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = returnsAuthorization.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const origin = delivered({ quantity: 1 });
		const { facts } = gather(
			{ move_ids: [aReturnedMove({ origin_returned_move_id: origin })] },
			{ evidence: some(0), notes: some(0) },
		);
		const { outcome, rules } = await evaluate(returnsAuthorization.defaultPolicy, facts);
		expect(outcome).toBe('escalate');
		expect(rules.map(({ reason }) => reason)).toEqual([
			'More comes back than was delivered: 1 too many',
			'No photo or document is attached: send it back until there is one',
			'Nobody has written down why: send it back until somebody has',
		]);
	});
});
