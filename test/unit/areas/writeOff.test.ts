import type { RecordAnswer } from '../../../src/domain/areas/Area';
import { writeOff } from '../../../src/domain/areas/writeOff/writeOff';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { company, dozen, lamps, piece } from './sampleGoods';

const now = '2030-03-02T10:00:00.000Z';
const place = { id: 8, display_name: 'WH/Stock' };
const carl = { id: 7, display_name: 'Carl' };

interface Situation {
	scrap?: object;
	/** What changes of the product. */
	product?: object;
	stock?: object[];
	earlier?: object[];
	notes?: number;
	related?: RecordAnswer['related'];
}

function gather({ scrap = {}, product = {}, stock = [inStock(20)], ...beside }: Situation) {
	const { earlier = [], notes = 0, related = {} } = beside;
	const record = {
		id: 60,
		name: 'New',
		state: 'draft',
		create_uid: carl,
		write_uid: carl,
		company_id: company,
		...lamps(product),
		scrap_qty: 4,
		product_uom_id: piece,
		location_id: place,
		picking_id: false,
		origin: false,
		scrap_reason_tag_ids: [{ id: 1, display_name: 'Broken' }],
		...scrap,
	};
	const rows = (some: object[]) => ({ rows: some as Array<Record<string, unknown>> });
	const read = {
		stockThere: rows(stock),
		writtenOff: rows(earlier),
		notes: rows([{ count: notes }]),
	};
	return writeOff.gather(answering(record, { related: { ...read, ...related } }), now);
}
const factsOf = (situation: Situation) => gather(situation).facts;
const inStock = (quantity: number, from: object = {}) => ({
	id: 1,
	quantity,
	lot_id: false,
	package_id: false,
	owner_id: false,
	...from,
});
/** Three lamps that Carl wrote off before, from the same place. */
const before = (changes: object = {}) => ({
	...lamps(),
	id: 59,
	create_uid: { id: 7 },
	location_id: { id: 8 },
	scrap_qty: 3,
	product_uom_id: piece,
	...changes,
});

describe('the facts of a write-off', () => {
	it('are all there', () => {
		expect(factsOf({ earlier: [before()] })).toEqual({
			scrapValue: 40,
			currency: 'USD',
			hasReason: true,
			reasons: ['Broken'],
			shareOfStockPercent: 20,
			isShort: false,
			writeOffs30Days: 70,
			writeOffsOfLocation30Days: 70,
			company: 'My Company',
			location: 'WH/Stock',
			productCategory: ['Lighting'],
		});
	});

	it.each<{ name: string; situation: Situation; value: number | null }>([
		{
			name: 'in the unit of the product',
			situation: { scrap: { product_uom_id: dozen } },
			value: 480,
		},
		{
			name: 'in the unit of the product as Odoo 18 converts it',
			situation: {
				product: { uom_id: { id: 1, display_name: 'Units', factor: 1 } },
				scrap: { product_uom_id: { id: 2, display_name: 'Dozens', factor: 1 / 12 } },
			},
			value: 480,
		},
		{ name: 'rounded', situation: { product: { standard_price: 0.333 } }, value: 1.33 },
		{
			name: 'of the lot, where lots are valued',
			situation: {
				product: { lot_valuated: true },
				scrap: { lot_id: { id: 3, display_name: 'L3', standard_price: 12 } },
			},
			value: 48,
		},
		{
			name: 'of the product, where they are not',
			situation: { scrap: { lot_id: { id: 3, display_name: 'L3', standard_price: 12 } } },
			value: 40,
		},
		{
			name: 'not known without a cost',
			situation: { product: { standard_price: 0 } },
			value: null,
		},
		{
			name: 'not known of the goods of others',
			situation: { scrap: { owner_id: { id: 9, display_name: 'Somebody' } } },
			value: null,
		},
	])('value: $name', ({ situation, value }) => {
		expect(factsOf(situation)).toMatchObject({ scrapValue: value });
		expect(gather(situation).amount).toBe(value);
	});

	it.each<{ name: string; situation: Situation; hasReason: boolean | null }>([
		{ name: 'chosen', situation: {}, hasReason: true },
		{ name: 'none', situation: { scrap: { scrap_reason_tag_ids: [] } }, hasReason: false },
		{
			name: 'no document, where reasons can be chosen',
			situation: { scrap: { scrap_reason_tag_ids: [], origin: 'WH/OUT/1' } },
			hasReason: false,
		},
		{
			name: 'a document, where they cannot',
			situation: { scrap: { scrap_reason_tag_ids: undefined, origin: 'WH/OUT/1' } },
			hasReason: true,
		},
		{
			name: 'a note',
			situation: { scrap: { scrap_reason_tag_ids: [] }, notes: 1 },
			hasReason: true,
		},
		{
			name: 'not known where notes may not be read',
			situation: {
				scrap: { scrap_reason_tag_ids: [] },
				related: { notes: { absent: 'forbidden' } },
			},
			hasReason: null,
		},
	])('reason: $name', ({ situation, hasReason }) => {
		expect(factsOf(situation)).toMatchObject({ hasReason });
	});

	it.each<{ name: string; situation: Situation; isShort: boolean | null; share: number | null }>([
		{ name: 'all there is', situation: { stock: [inStock(4)] }, isShort: false, share: 100 },
		{ name: 'a little more', situation: { stock: [inStock(3.99)] }, isShort: true, share: 100.26 },
		{ name: 'of nothing', situation: { stock: [] }, isShort: true, share: null },
		{
			name: 'enough, but of another lot',
			situation: { stock: [inStock(2), inStock(6, { lot_id: { id: 3 } })] },
			isShort: true,
			share: 50,
		},
		{
			name: 'enough of the lot',
			situation: {
				scrap: { lot_id: { id: 3, display_name: 'L3' } },
				stock: [inStock(2), inStock(6, { lot_id: { id: 3 } })],
			},
			isShort: false,
			share: 50,
		},
		{
			name: 'enough, but in a package',
			situation: { stock: [inStock(8, { package_id: { id: 2 } })] },
			isShort: true,
			share: 50,
		},
		{
			name: 'of what is not kept in stock',
			situation: { product: { is_storable: false }, stock: [] },
			isShort: false,
			share: null,
		},
		{
			name: 'of what Odoo 17 keeps in stock',
			situation: { product: { is_storable: undefined, type: 'product' }, stock: [] },
			isShort: true,
			share: null,
		},
		{
			name: 'of stock that may not be read',
			situation: { related: { stockThere: { absent: 'forbidden' } } },
			isShort: null,
			share: null,
		},
	])('stock: $name', ({ situation, isShort, share }) => {
		expect(factsOf(situation)).toMatchObject({ isShort, shareOfStockPercent: share });
	});

	it.each<{ name: string; earlier: object[]; person: number | null; ofPlace: number | null }>([
		{ name: 'nothing', earlier: [], person: 40, ofPlace: 40 },
		{
			name: 'by somebody else from the place',
			earlier: [before({ create_uid: { id: 9 } })],
			person: 40,
			ofPlace: 70,
		},
		{
			name: 'by the same person from another place',
			earlier: [before({ location_id: { id: 9 }, product_uom_id: dozen })],
			person: 400,
			ofPlace: 40,
		},
		{
			name: 'of what has no cost',
			earlier: [before(), before(lamps({ standard_price: 0 }))],
			person: 70,
			ofPlace: 70,
		},
		{
			name: 'more than can be read',
			earlier: Array.from({ length: 1000 }, () => before()),
			person: null,
			ofPlace: null,
		},
	])('written off before: $name', ({ earlier, person, ofPlace }) => {
		expect(factsOf({ earlier })).toMatchObject({
			writeOffs30Days: person,
			writeOffsOfLocation30Days: ofPlace,
		});
	});
});

describe('what is gathered of a write-off', () => {
	it('is called by the product, and asked by who made it', () => {
		const write_uid = { id: 9, display_name: 'Sam' };
		expect(gather({ scrap: { write_uid } })).toMatchObject({
			name: 'Lamp',
			requester: { id: 7, name: 'Carl' },
			involvedIds: [7, 9],
		});
		expect(gather({ scrap: { state: 'done', name: 'SP/1' } }).name).toBe('SP/1');
	});

	it('watches what is written off and why', () => {
		expect(gather({}).watched.fields).toEqual({
			product_id: 5,
			scrap_qty: 4,
			product_uom_id: 1,
			location_id: 8,
			lot_id: false,
			package_id: false,
			owner_id: false,
			origin: false,
			scrap_reason_tag_ids: [1],
		});
		const older = gather({ scrap: { scrap_reason_tag_ids: undefined } }).watched.fields;
		expect(Object.keys(older)).not.toContain('scrap_reason_tag_ids');
	});

	it('shows quantity and value', () => {
		const { figures } = gather({ scrap: { product_uom_id: dozen } });
		expect(figures).toContainEqual({ label: 'Quantity', value: '48 Units' });
		expect(figures).toContainEqual({ label: 'Value written off', value: '480 USD' });
		expect(figures).toContainEqual({ label: 'Owner', value: 'My Company' });
	});
});

describe('the policy for write-offs', () => {
	it('is sound and agrees with its examples', async () => {
		expect(await parsePolicy(writeOff.defaultPolicy)).toEqual(writeOff.defaultPolicy);
	});

	it.each<{ name: string; situation: Situation; outcome: string }>([
		{ name: 'a little', situation: {}, outcome: 'auto_approve' },
		{ name: 'more', situation: { scrap: { scrap_qty: 11 } }, outcome: 'require_approval' },
		{ name: 'too much', situation: { scrap: { scrap_qty: 21 } }, outcome: 'reject' },
	])('decides by the facts that are gathered: $name', async ({ situation, outcome }) => {
		expect(await evaluate(writeOff.defaultPolicy, factsOf(situation))).toMatchObject({ outcome });
	});
});
