import { gatherOwn } from '../../../src/domain/areas/ownArea/gatherOwn';
import { ownAreaSchema } from '../../../src/domain/areas/ownArea/OwnArea';
import { ownReadingSchema, specificationOf } from '../../../src/domain/areas/ownArea/OwnReading';
import type { Decision } from '../../../src/domain/case/vocabulary';
import { fingerprintOf } from '../../../src/domain/case/watched';
import { openCommandFor } from '../../contract/ledger/openCommandFor';
import type { AreaStage } from './AreaStage';

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
		let [month, twoMonths, atOnce] = [0, 0, 0];

		const aCustomer = async (term = month) => {
			const id = await stage().create('res.partner', {
				...{ name: 'Dach GmbH', customer_rank: 1, [TERM]: term, is_company: true },
			});
			// The record itself asks too, when it is made.
			await decide(await ask(id), 'approved');
			return id;
		};
		const eventOf = async (id: number) => (await stage().eventsAbout(area, id)).at(-1) ?? null;
		const read = async (id: number, outboxId: number | null) => {
			const answer = await stage().execute<'gather'>({
				command: 'gather',
				...{ outboxId, executionId: null, area: area.id, model: area.model, recordId: id },
				specification: specificationOf(reading),
			});
			if (answer.status !== 'gathered') throw new Error(answer.status);
			const { watched } = answer;
			if (!watched) throw new Error('The area is not known');
			return gatherOwn(reading, { ...answer, watched }, area.model);
		};
		const ask = async (id: number) => {
			const outboxId = await eventOf(id);
			const gathered = await read(id, outboxId);
			const seats = { quorum: 1, delegations: [], eligibleIds: [] };
			const opened = await stage().execute<'open'>(
				openCommandFor(id, gathered, {
					...{ area: area.id, model: area.model, outboxId },
					fingerprint: fingerprintOf(gathered.watched),
					steps: [{ role: 'finance', approverIds: [stage().approverId], ...seats }],
				}),
			);
			if (opened.status !== 'opened') throw new Error(opened.status);
			return { gathered, view: opened.case };
		};
		const decide = async ({ view }: Awaited<ReturnType<typeof ask>>, decision: Decision) => {
			const voted = await stage().execute<'vote'>({
				...{ command: 'vote', caseId: view.id, actorId: stage().approverId, decision },
				...{ step: view.step, round: view.round, channel: 'page' },
				...{ reasonCode: decision === 'rejected' ? 'price' : null, reason: 'As discussed' },
			});
			expect(voted.status).toBe('recorded');
			return await stage().execute<'apply'>({
				...{ command: 'apply', caseId: view.id, effect: 'as_set_up' },
			});
		};
		const termOf = async (id: number) => {
			const term = await stage().fieldOf('res.partner', id, TERM);
			return Array.isArray(term) ? (term[0] as unknown) : term;
		};

		beforeAll(async () => {
			await stage().setUpOwn([area]);
			await stage().listenFor([area]);
			month = await stage().idOf('account.account_payment_term_30days');
			atOnce = await stage().idOf('account.account_payment_term_immediate');
			const line = { value: 'percent', value_amount: 100, nb_days: 60 };
			const terms = { name: '60 days', line_ids: [[0, 0, line]] };
			twoMonths = await stage().makeAsAdmin('account.payment.term', terms);
		});

		afterAll(async () => {
			await stage().execute({ command: 'unsubscribe', key: `areas:${area.id}` });
			await stage().setUpOwn([]);
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
			const voted = await stage().execute<'vote'>({
				...{ command: 'vote', caseId: asked.view.id, actorId: stage().approverId },
				...{ decision: 'approved', step: 0, round: 1, channel: 'page' },
				...{ reasonCode: null, reason: null },
			});

			expect(voted).toMatchObject({ status: 'refused', code: 'RECORD_CHANGED' });
			expect(await termOf(id)).toBe(atOnce);
		});

		it('catches up on what was changed while nobody listened, and not on what was only saved', async () => {
			const [changed, saved] = [await aCustomer(), await aCustomer()];
			await stage().execute({ command: 'unsubscribe', key: `areas:${area.id}` });
			await stage().write('res.partner', changed, { [TERM]: twoMonths });
			await stage().write('res.partner', saved, { ref: 'D-2' });
			await stage().listenFor([area]);
			const event = await eventOf(changed);

			expect(await stage().eventsAbout(area, saved)).toEqual([]);
			expect((await read(changed, event)).facts).toMatchObject({ termBefore: '30 Days' });
		});

		it('takes no word for what was there before but that of Odoo', async () => {
			const id = await aCustomer();
			await stage().write('res.partner', id, { [TERM]: twoMonths });
			const outboxId = await eventOf(id);
			const gathered = await read(id, outboxId);
			const seats = { quorum: 1, delegations: [], eligibleIds: [] };
			const opened = await stage().execute<'open'>({
				...openCommandFor(id, gathered, {
					...{ area: area.id, model: area.model, outboxId },
					fingerprint: fingerprintOf(gathered.watched),
					steps: [{ role: 'finance', approverIds: [stage().approverId], ...seats }],
				}),
				proposal: { before: { [TERM]: atOnce, email: 'x@example.com' } },
			});
			if (opened.status !== 'opened') throw new Error(opened.status);
			await decide({ gathered, view: opened.case }, 'rejected');

			expect(await termOf(id)).toBe(month);
		});
	});
}
