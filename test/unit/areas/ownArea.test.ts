import { gatherOwn } from '../../../src/domain/areas/ownArea/gatherOwn';
import { type OwnArea, ownAreaSchema } from '../../../src/domain/areas/ownArea/OwnArea';
import type { OwnAnswer } from '../../../src/domain/areas/ownArea/ownFacts';
import {
	type OwnFact,
	ownReadingSchema,
	specificationOf,
} from '../../../src/domain/areas/ownArea/OwnReading';

const reading = (facts: Array<Partial<OwnFact>>, more: Record<string, unknown> = {}) =>
	ownReadingSchema.parse({
		facts: facts.map((fact, index) => ({ name: `fact${index}`, ...fact })),
		...more,
	});

const answer = (changes: Partial<OwnAnswer> = {}): OwnAnswer => ({
	record: {
		id: 7,
		display_name: 'Fluss & Sohn',
		write_uid: { id: 3, display_name: 'Carl' },
		user_id: { id: 4, display_name: 'Ada' },
		term: {
			id: 9,
			display_name: '60 days',
			lines: [
				{ id: 1, days: 60 },
				{ id: 2, days: 30.1 },
			],
		},
		tags: [
			{ id: 2, display_name: 'Gold' },
			{ id: 1, display_name: 'New' },
		],
		note: false,
		is_company: true,
		since: '2031-03-03 09:00:00',
		credit: 12.5,
		currency_id: { id: 1, display_name: 'EUR' },
	},
	related: {},
	absent: {},
	watched: ['term', 'tags'],
	before: { term: { id: 8, display_name: '30 days', lines: [{ id: 3, days: 30 }] } },
	...changes,
});

const factOf = (fact: Partial<OwnFact>, changes: Partial<OwnAnswer> = {}) => {
	const { facts, unknown } = gatherOwn(reading([fact]), answer(changes), 'res.partner');
	return facts['fact0'] ?? { unknown: unknown['fact0'] };
};

describe('the facts of an area of one’s own', () => {
	it.each<[Partial<OwnFact>, unknown]>([
		[{ path: 'term' }, '60 days'],
		[{ path: 'term.id' }, 9],
		[{ path: 'term.lines.days', measure: 'largest' }, 60],
		[{ path: 'term.lines.days', measure: 'smallest' }, 30.1],
		[{ path: 'term.lines.days', measure: 'sum' }, 90.1],
		[{ path: 'term.lines', measure: 'count' }, 2],
		[{ path: 'tags', measure: 'list' }, ['Gold', 'New']],
		[{ path: 'note', measure: 'list' }, []],
		[{ path: 'note', measure: 'any' }, false],
		[{ path: 'note', measure: 'count' }, 0],
		[{ path: 'note', measure: 'sum' }, 0],
		[{ path: 'term', measure: 'any' }, true],
		[{ path: 'is_company' }, true],
		[{ path: 'since' }, '2031-03-03T09:00:00.000Z'],
		[{ path: 'term', when: 'before' }, '30 days'],
		[{ path: 'term.lines.days', when: 'before', measure: 'largest' }, 30],
		[{ path: 'tags', when: 'before', measure: 'count' }, 2],
	])('makes of %j %j', (fact, value) => {
		expect(factOf(fact)).toEqual(value);
	});

	it.each<[Partial<OwnFact>, string]>([
		[{ path: 'note' }, '"note" is empty'],
		[{ path: 'note', measure: 'largest' }, '"note" is empty'],
		[{ path: 'tags' }, '"tags" holds several values'],
		[{ path: 'tags', measure: 'sum' }, '"tags" holds no numbers'],
		[{ path: 'term.nothing' }, 'there is no "term.nothing" in this Odoo'],
		[{ path: 'note.deeper' }, '"note.deeper" is empty'],
	])('does not know %j, and says that %s', (fact, unknown) => {
		expect(factOf(fact)).toEqual({ unknown });
	});

	it('says what Odoo lacks, what may not be read, and what nobody knows', () => {
		const absent = { secret: 'forbidden', 'term.lines': 'missing' } as const;

		expect(factOf({ path: 'secret' }, { absent })).toEqual({
			unknown: 'the integration user may not read "secret"',
		});
		expect(factOf({ path: 'term.lines.days' }, { absent })).toEqual({
			unknown: 'this Odoo has no "term.lines"',
		});
		expect(factOf({ path: 'term', when: 'before' }, { before: null })).toEqual({
			unknown: 'the record is new, or nobody knows what it was before',
		});
	});

	it('refuses to say what a field held before that nobody watches', () => {
		expect(() => factOf({ path: 'note', when: 'before' })).toThrow(
			'fact0: only of fields that the area watches (term, tags) is known what they held before, not of "note"',
		);
	});
});

describe('a record of an area of one’s own', () => {
	it('is read with everything on the paths, and with what relations are called', () => {
		const wanted = reading([{ path: 'term.lines.days' }, { path: 'term' }], {
			amountPath: 'credit',
			requester: 'user_id',
		});

		expect(specificationOf(wanted)).toMatchObject({
			display_name: {},
			write_uid: { fields: { display_name: {} } },
			user_id: { fields: { display_name: {} } },
			currency_id: { fields: { display_name: {} } },
			term: { fields: { display_name: {}, lines: { fields: { days: {} } } } },
		});
	});

	it('tells who asks, who has a hand in it, for how much, and what is watched', () => {
		const wanted = reading([{ path: 'credit', unit: 'money', name: 'openAmount' }], {
			amountPath: 'credit',
			requester: 'user_id',
		});

		expect(gatherOwn(wanted, answer(), 'res.partner')).toMatchObject({
			name: 'Fluss & Sohn',
			amount: 12.5,
			currency: 'EUR',
			requester: { id: 4, name: 'Ada' },
			involvedIds: [4, 3],
			watched: { fields: { term: 9, tags: [1, 2] } },
			figures: [{ label: 'Open amount', value: '12.50 EUR' }],
		});
	});

	it.each(['note', 'term', 'nothing'])('is about no amount where "%s" holds none', (amountPath) => {
		const wanted = reading([{ path: 'term' }], { amountPath });

		expect(gatherOwn(wanted, answer(), 'res.partner')).toMatchObject({
			amount: null,
			currency: null,
		});
	});

	it('cannot be read without what is watched, or without anybody behind it', () => {
		const whole = answer().record as Record<string, unknown>;
		const lacking = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'term'));
		const nobody = { ...whole, write_uid: false };
		const wanted = reading([{ path: 'tags', measure: 'count' }]);

		expect(() => gatherOwn(wanted, answer({ record: lacking }), 'res.partner')).toThrow(
			'the integration user may not read term, which is watched',
		);
		expect(() => gatherOwn(wanted, answer({ record: nobody }), 'res.partner')).toThrow(
			'nobody stands in write_uid',
		);
	});

	it.each([
		[[{ path: 'a b' }], 'must be a field'],
		[[{ path: '__class__' }], 'must be a field'],
		[[{ name: 'two words', path: 'term' }], 'must be a word'],
		[
			[
				{ name: 'same', path: 'term' },
				{ name: 'same', path: 'tags' },
			],
			'two facts have the same name',
		],
		[[], 'add at least one fact'],
	])('is not read by %j', (facts, message) => {
		expect(() => reading(facts)).toThrow(message);
	});
});

describe('an area of one’s own', () => {
	const area: OwnArea = {
		id: 'payment_terms',
		label: 'Payment terms',
		model: 'res.partner',
		asks: 'changed',
		domain: [],
		fields: ['term'],
		effects: {
			approved: { kind: 'leave' },
			rejected: { kind: 'put_back' },
			sent_back: { kind: 'leave' },
		},
		hold: null,
	};

	it.each([
		[{ id: 'procurement' }, 'is the name of an area that comes with the package'],
		[{ id: 'none' }, 'is the name of an area that comes with the package'],
		[{ id: 'Payment Terms' }, 'must be lower-case letters'],
		[{ id: "x'); DROP" }, 'must be lower-case letters'],
		[{ label: ' ' }, 'must say what people call it'],
		[{ model: 'res partner' }, 'must be the name of a model'],
		[{ fields: [] }, 'name at least one field'],
		[{ fields: ['a.b'] }, 'must be the name of a field'],
		[
			{
				effects: { ...area.effects, approved: { kind: 'call', method: 'unlink()', expect: null } },
			},
			'must be the name of a method',
		],
	])('is not described by %j', (fault, message) => {
		expect(ownAreaSchema.safeParse(area).success).toBe(true);
		expect(() => ownAreaSchema.parse({ ...area, ...fault })).toThrow(message);
	});
});
