import { supplierSubstitution } from '../../../src/domain/areas/supplierSubstitution/supplierSubstitution';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aContract, aLine, anOrder } from './samplePlacedOrder';
import { dozen } from './sampleTransfer';

const now = '2030-03-06T10:00:00.000Z';
const company = (id: number) => ({
	id,
	display_name: `Supplier ${id}`,
	commercial_partner_id: { id },
});
/** Twenty pumps at 20 each from supplier 31, on 9 March. */
const order = (changes: object = {}, line: object = {}) => ({
	...anOrder(),
	partner_id: { ...company(31), country_id: { id: 57, display_name: 'Germany' } },
	payment_term_id: false,
	amount_total: 400,
	order_line: [aLine({ date_planned: '2030-03-09 10:00:00', ...line })],
	...changes,
});
const aSeller = (supplier: number, changes: object = {}) =>
	aContract({ partner_id: company(supplier), price: 16, ...changes });
const related = {
	sellers: { rows: [aSeller(30), aSeller(31, { price: 20 })] },
	recentPurchases: { rows: [] },
	notes: { rows: [{ count: 1 }] },
};
const gather = (record: object = order(), beside: Record<string, RelatedRows> = {}) =>
	supplierSubstitution.gather(answering(record, { related: { ...related, ...beside } }), now);
const factsOf = (record: object = order(), beside: Record<string, RelatedRows> = {}) =>
	gather(record, beside).facts;
const usual = { sellers: { rows: [aSeller(31)] } };

describe('the facts of a substitution', () => {
	it('are what a plain one says', () => {
		expect(gather()).toMatchObject({
			facts: {
				isSubstitution: true,
				linesSubstituted: 1,
				orderAmount: 400,
				currency: 'USD',
				abovePreferredPercent: 25,
				leadTimeGainDays: 7,
				isJustified: true,
				substitutions90Days: 0,
				company: 'My Company',
				region: 'Germany',
				productCategory: ['Goods / Pumps'],
			},
			amount: 400,
		});
	});

	it('are few where the order is with the preferred supplier', () => {
		expect(gather(order(), usual)).toMatchObject({
			facts: {
				isSubstitution: false,
				linesSubstituted: 0,
				abovePreferredPercent: null,
				leadTimeGainDays: null,
			},
			unknown: { abovePreferredPercent: 'the order is with the preferred supplier' },
		});
	});

	it.each<{ name: string; rows: Array<Record<string, unknown>>; is: boolean }>([
		{ name: 'the first of the list', rows: [aSeller(30), aSeller(31)], is: true },
		{ name: 'nobody without a list', rows: [], is: false },
		{
			name: 'nobody whose list has ended',
			rows: [aSeller(30, { date_end: '2030-03-05' }), aSeller(31)],
			is: false,
		},
		{
			name: 'nobody whose list has not begun',
			rows: [aSeller(30, { date_start: '2030-03-07' }), aSeller(31)],
			is: false,
		},
		{
			name: 'nobody for another variant',
			rows: [aSeller(30, { product_id: { id: 99 } }), aSeller(31)],
			is: false,
		},
		{
			name: 'nobody for another product',
			rows: [aSeller(30, { product_tmpl_id: { id: 199 } }), aSeller(31)],
			is: false,
		},
		{
			name: 'also who delivers only more at once',
			rows: [aSeller(30, { min_qty: 500 }), aSeller(31)],
			is: true,
		},
		{
			name: 'a contact of the same company',
			rows: [{ ...aSeller(31), partner_id: { ...company(32), commercial_partner_id: { id: 31 } } }],
			is: false,
		},
	])('know who is preferred: $name', ({ rows, is }) => {
		expect(factsOf(order(), { sellers: { rows } })['isSubstitution']).toBe(is);
	});

	it.each<{ name: string; line?: object; seller: object; above: number | null }>([
		{ name: 'never less than none', seller: { price: 30 }, above: 0 },
		{ name: 'with the discount of the list', seller: { price: 32, discount: 50 }, above: 25 },
		{
			name: 'in another unit and currency',
			seller: {
				price: 153.6,
				product_uom_id: dozen,
				currency_id: { id: 2, display_name: 'EUR', rate: 0.8 },
			},
			above: 25,
		},
		{ name: 'not known for so few', seller: { min_qty: 21 }, above: null },
		{
			name: 'not known without a rate',
			seller: { currency_id: { id: 2, display_name: 'X', rate: 0 } },
			above: null,
		},
		{ name: 'not known of a price of nothing', seller: { price: 0 }, above: null },
	])('above the preferred supplier: $name', ({ seller, above }) => {
		const rows = [aSeller(30, seller), aSeller(31)];
		expect(factsOf(order(), { sellers: { rows } })['abovePreferredPercent']).toBe(above);
	});

	it('do not know how much dearer an order is where one line cannot be compared', () => {
		const other = { id: 57, display_name: 'Belt', categ_id: false, product_tmpl_id: { id: 157 } };
		const lines = [aLine(), aLine({ id: 82, product_id: { ...aLine().product_id, ...other } })];
		const rows = [aSeller(30), aSeller(30, { product_tmpl_id: { id: 157 }, min_qty: 100 })];
		expect(factsOf(order({ order_line: lines }), { sellers: { rows } })).toMatchObject({
			linesSubstituted: 2,
			abovePreferredPercent: null,
			leadTimeGainDays: null,
		});
	});

	it.each<{ name: string; planned: string | false; gain: number | null }>([
		{ name: 'rounded down', planned: '2030-03-09 10:01:00', gain: 6.99 },
		{ name: 'lost', planned: '2030-03-20 10:00:00', gain: -4 },
		{ name: 'not known without a date', planned: false, gain: null },
	])('time gained: $name', ({ planned, gain }) => {
		expect(factsOf(order({}, { date_planned: planned }))['leadTimeGainDays']).toBe(gain);
	});

	it('count other orders with another supplier, each once', () => {
		const bought = (id: number, supplier: number, template = 156) => ({
			id: id * 10,
			product_id: { id: 56, product_tmpl_id: { id: template } },
			order_id: { id, partner_id: company(supplier) },
		});
		const rows = [bought(1, 31), bought(1, 31), bought(2, 30), bought(3, 33), bought(4, 33, 199)];
		expect(factsOf(order(), { recentPurchases: { rows } })['substitutions90Days']).toBe(2);
	});

	it.each<{ name: string; sellers: RelatedRows; why: string }>([
		{
			name: 'where price lists may not be read',
			sellers: { absent: 'forbidden' },
			why: 'the integration user may not read price lists (product.supplierinfo)',
		},
		{
			name: 'where there are too many',
			sellers: { rows: Array.from({ length: 1000 }, () => aSeller(30)) },
			why: 'the products have too many price lists',
		},
	])('are not known $name', ({ sellers, why }) => {
		const { facts, unknown } = gather(order(), { sellers });
		expect(facts).toMatchObject({ isSubstitution: null, substitutions90Days: null });
		expect(unknown['isSubstitution']).toBe(why);
	});

	it('are shown with whom Odoo prefers', () => {
		const { figures, lines } = gather();
		expect(figures).toContainEqual({ label: 'Preferred supplier', value: 'Supplier 30' });
		expect(lines.rows).toEqual([['Pump', '20', '20.00 USD', '0 %', 'Supplier 30']]);
		expect(gather(order(), usual).lines.rows[0]?.at(-1)).toBe('no other');
	});
});

describe('the policy for substitutions', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = supplierSubstitution.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const facts = factsOf(order(), { notes: { rows: [{ count: 0 }] } });
		const { outcome, rules } = await evaluate(supplierSubstitution.defaultPolicy, facts);
		expect(outcome).toBe('escalate');
		expect(rules.map(({ reason }) => reason)).toEqual([
			'A price is 25 % above that of the preferred supplier, more than 20 %',
			'Another supplier is preferred, and nobody has written down why not',
			'A price is 25 % above that of the preferred supplier, more than 5 %',
		]);
	});
});
