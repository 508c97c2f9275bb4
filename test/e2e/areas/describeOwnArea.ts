import { ownAreaSchema } from '../../../src/domain/areas/ownArea/OwnArea';
import { ownReadingSchema } from '../../../src/domain/areas/ownArea/OwnReading';
import type { AreaStage } from './AreaStage';
import { ownAreaSuite } from './ownAreaSuite';

const TERM = 'property_payment_term_id';

const area = ownAreaSchema.parse({
	id: 'payment_terms',
	label: 'Payment terms',
	model: 'res.partner',
	asks: 'changed',
	domain: [['customer_rank', '>', 0]],
	fields: [TERM, 'category_id'],
	effects: {
		approved: { kind: 'set', field: 'comment', value: 'Terms "approved"' },
		rejected: { kind: 'put_back' },
		sent_back: { kind: 'leave' },
	},
	hold: null,
});

const reading = ownReadingSchema.parse({
	facts: [
		{ name: 'term', path: TERM },
		{ name: 'days', path: `${TERM}.line_ids.nb_days`, measure: 'largest', unit: 'days' },
		{ name: 'termBefore', path: TERM, when: 'before' },
		{ name: 'tags', path: 'category_id', measure: 'list' },
		{ name: 'tagsBefore', path: 'category_id', measure: 'count', when: 'before' },
		{ name: 'isCompany', path: 'is_company', measure: 'any' },
		{ name: 'madeUp', path: 'no_such_field' },
	],
});

/** An area that nobody wrote code for: payment terms of customers. */
export function describeOwnArea(stage: () => AreaStage): void {
	describe('an area of the house', () => {
		const suite = ownAreaSuite(stage, area, reading);
		const { ask, decide } = suite;
		let [month, twoMonths, atOnce] = [0, 0, 0];

		const aCustomer = async (term = month) => {
			const id = await stage().create('res.partner', {
				...{ name: 'Dach GmbH', customer_rank: 1, [TERM]: term, is_company: true },
			});
			// The record itself asks too, when it is made.
			await decide(await ask(id), 'approved');
			return id;
		};
		const termOf = async (id: number) => {
			const term = await stage().fieldOf('res.partner', id, TERM);
			return Array.isArray(term) ? (term[0] as unknown) : term;
		};

		beforeAll(async () => {
			month = await stage().idOf('account.account_payment_term_30days');
			atOnce = await stage().idOf('account.account_payment_term_immediate');
			const line = { value: 'percent', value_amount: 100, nb_days: 60 };
			const terms = { name: '60 days', line_ids: [[0, 0, line]] };
			twoMonths = await stage().makeAsAdmin('account.payment.term', terms);
		});

		it('asks when a watched field is given another value, and knows what it held before', async () => {
			const id = await aCustomer();
			await stage().write('res.partner', id, { [TERM]: twoMonths });
			const { gathered } = await ask(id);

			expect(gathered).toMatchObject({
				name: 'Dach GmbH',
				facts: {
					...{ term: '60 days', days: 60, termBefore: '30 Days' },
					...{ tags: [], tagsBefore: 0, isCompany: true, madeUp: null },
				},
				unknown: { madeUp: 'this Odoo has no "no_such_field"' },
				requester: { name: 'Carl' },
				watched: { fields: { [TERM]: twoMonths, category_id: [] } },
			});
		});

		it('asks of a new record, of which nothing is known before', async () => {
			const values = { name: 'Neu AG', customer_rank: 1, [TERM]: twoMonths };
			const { gathered } = await ask(await stage().create('res.partner', values));

			expect(gathered.facts).toMatchObject({ days: 60, termBefore: null });
			expect(gathered.unknown['termBefore']).toContain('nobody knows what it was before');
		});

		it.each([
			{ name: 'a supplier', values: { customer_rank: 0 }, change: { [TERM]: 0 } },
			{ name: 'another field', values: { customer_rank: 1 }, change: { ref: 'D-1' } },
		])('is silent about $name', async ({ values, change }) => {
			const id = await stage().create('res.partner', { name: 'Still KG', ...values });
			const before = await stage().eventsAbout(area, id);
			await stage().write('res.partner', id, change);

			expect(await stage().eventsAbout(area, id)).toEqual(before);
		});

		it('sets a field when a change is approved', async () => {
			const id = await aCustomer();
			await stage().write('res.partner', id, { [TERM]: twoMonths });
			const applied = await decide(await ask(id), 'approved');

			expect(applied).toMatchObject({ status: 'applied', case: { outcome: 'released' } });
			expect(await stage().fieldOf('res.partner', id, 'comment')).toContain('Terms "approved"');
			expect(await termOf(id)).toBe(twoMonths);
		});

		it('puts back what a rejected change had overwritten, also after several saves', async () => {
			const id = await aCustomer();
			const tag = await stage().makeAsAdmin('res.partner.category', { name: `Tag ${id}` });
			await stage().write('res.partner', id, { [TERM]: atOnce });
			const first = await ask(id);
			await stage().write('res.partner', id, { [TERM]: twoMonths, category_id: [[6, 0, [tag]]] });
			const second = await ask(id);

			expect(second.view.id).not.toBe(first.view.id);
			expect(second.gathered.facts).toMatchObject({ termBefore: '30 Days', tags: [`Tag ${id}`] });
			expect(await decide(second, 'rejected')).toMatchObject({ case: { outcome: 'released' } });
			expect(await termOf(id)).toBe(month);
			expect(await stage().fieldOf('res.partner', id, 'category_id')).toEqual([]);
			expect(await stage().eventsAbout(area, id)).toEqual([]);
		});

		it('says so where there is nothing to put back', async () => {
			const values = { name: 'Neu AG', customer_rank: 1, [TERM]: twoMonths };
			const id = await stage().create('res.partner', values);
			const applied = await decide(await ask(id), 'rejected');

			expect(applied).toMatchObject({
				case: { outcome: 'not_released' },
				message: 'Nobody knows what Neu AG was like before, so nothing was put back.',
			});
		});

		it('leaves the record as it is when it is sent back, and goes on knowing what it was', async () => {
			const id = await aCustomer();
			await stage().write('res.partner', id, { [TERM]: twoMonths });
			expect(await decide(await ask(id), 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			await stage().write('res.partner', id, { [TERM]: atOnce });
			const { gathered } = await ask(id);

			expect(gathered.facts).toMatchObject({ term: 'Immediate Payment', termBefore: '30 Days' });
		});

		it('does nothing when the record changed while people were asked', async () => {
			const id = await aCustomer();
			await stage().write('res.partner', id, { [TERM]: twoMonths });
			const asked = await ask(id);
			await stage().write('res.partner', id, { [TERM]: atOnce });
			const voted = await suite.vote(asked, 'approved');

			expect(voted).toMatchObject({ status: 'refused', code: 'RECORD_CHANGED' });
			expect(await termOf(id)).toBe(atOnce);
		});

		it('catches up on what was changed while nobody listened, and not on what was only saved', async () => {
			const [changed, saved] = [await aCustomer(), await aCustomer()];
			await suite.silence();
			await stage().write('res.partner', changed, { [TERM]: twoMonths });
			await stage().write('res.partner', saved, { ref: 'D-2' });
			await suite.listen();
			const event = await suite.eventOf(changed);

			expect(await stage().eventsAbout(area, saved)).toEqual([]);
			expect((await suite.read(changed, event)).facts).toMatchObject({ termBefore: '30 Days' });
		});

		it('takes no word for what was there before but that of Odoo', async () => {
			const id = await aCustomer();
			await stage().write('res.partner', id, { [TERM]: twoMonths });
			const proposal = { before: { [TERM]: atOnce, email: 'x@example.com' } };
			await decide(await ask(id, { proposal }), 'rejected');

			expect(await termOf(id)).toBe(month);
		});
	});
}
