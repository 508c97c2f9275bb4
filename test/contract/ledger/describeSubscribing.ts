import { z } from 'zod';
import type { CommandOf } from '../../../src/domain/case/commands';
import { verifyWebhook } from '../../../src/domain/events/verifyWebhook';
import { NO_AREA } from '../../../src/domain/events/eventSection';
import type { RecordWatch } from '../../../src/domain/events/recordWatch';
import { OdooAccessError, OdooError, OdooUserError } from '../../../src/odoo/errors';
import { signingKey, type LedgerBench, type Row } from './LedgerBench';

/** No test of the suite looks at drafts, so that this one has them to itself. */
const key = 'suite:any-model';
const model = 'sale.order';

export function describeSubscribing(bench: () => LedgerBench): void {
	const subscribe = async (watch: RecordWatch, changes: Partial<CommandOf<'subscribe'>> = {}) =>
		await bench().subscribe('record', { key, area: NO_AREA, watch, ...changes });
	const unsubscribe = async () => await bench().ledger.execute({ command: 'unsubscribe', key });
	const asSalesperson = () => bench().client(bench().stage.salesperson);
	const draft = async (values: Record<string, unknown> = {}) =>
		await bench().draftQuotation(values);
	const change = async (ids: number[], vals: Record<string, unknown>) => {
		await asSalesperson().call(model, 'write', { ids, vals }, z.unknown());
	};
	const eventsAbout = async (id: number): Promise<Row[]> =>
		await bench().read(
			'x_approval_outbox',
			[
				['x_model', '=', model],
				['x_res_id', '=', id],
			],
			['x_event', 'x_values', 'x_state', 'x_area', 'x_actor_id'],
		);
	const typesAbout = async (id: number) => (await eventsAbout(id)).map(({ x_event: type }) => type);

	describe('a subscription to records of any model', () => {
		afterEach(unsubscribe);

		it('refuses an area that is not set up, of which nothing would ever be heard', async () => {
			const asked = bench().subscribe('record', { key: 'suite:unknown', area: 'no_such_area' });
			await expect(asked).rejects.toThrow('The area "no_such_area" is not set up in this Odoo');
		});

		it('hears of a new record, once, with the fields that it asked for', async () => {
			await subscribe(
				{ event: 'created', model },
				{ sendFields: ['state', 'client_order_ref', 'payment_term_id'] },
			);
			const id = await draft({ client_order_ref: 'C-1' });
			await change([id], { client_order_ref: 'C-2' });

			const { salesperson } = bench().stage;
			expect(await eventsAbout(id)).toMatchObject([
				{ x_event: 'created', x_area: NO_AREA, x_actor_id: [salesperson.id, salesperson.name] },
			]);
			const [query] = await bench().receiver.about(id, { model });
			const values = bench().receiver.valuesOf(query);
			const event = verifyWebhook(
				Object.fromEntries(query ?? []),
				values,
				[signingKey],
				new Date().toISOString(),
			);
			expect(event).toMatchObject({
				type: 'created',
				area: NO_AREA,
				recordId: id,
				values: { id, state: 'draft', client_order_ref: 'C-1', payment_term_id: expect.anything() },
			});
		});

		it('hears of a change of a watched field, and of no other', async () => {
			await subscribe({ event: 'updated', model, fields: ['client_order_ref', 'validity_date'] });
			const id = await draft({ client_order_ref: 'C-1' });
			await change([id], { client_order_ref: 'C-2', validity_date: '2030-01-01' });
			await change([id], { origin: 'Graz' });
			await change([id], { client_order_ref: 'C-2' });

			expect(await typesAbout(id)).toEqual(['updated']);
		});

		it('hears when a field reaches a value, also at once', async () => {
			await subscribe({ event: 'reached', model, field: 'client_order_ref', value: 'VIP' });
			const [later, atOnce] = [
				await draft({ client_order_ref: 'C-1' }),
				await draft({ client_order_ref: 'VIP' }),
			];
			await change([later], { client_order_ref: 'VIP' });
			await change([later], { origin: 'Graz' });

			expect(await typesAbout(later)).toEqual(['reached']);
			expect(await typesAbout(atOnce)).toEqual(['reached']);
		});

		it('hears of a deletion, with what the record held', async () => {
			await subscribe({ event: 'deleted', model }, { sendFields: ['client_order_ref'] });
			const id = await draft({ client_order_ref: 'GONE' });
			const admin = bench().client(bench().stage.administrator);
			await admin.call(model, 'unlink', { ids: [id] }, z.unknown());

			const [event] = await eventsAbout(id);
			expect(event?.['x_event']).toBe('deleted');
			expect(JSON.parse(String(event?.['x_values']))).toEqual({ id, client_order_ref: 'GONE' });
		});

		it('keeps to its filter', async () => {
			const filter: CommandOf<'subscribe'>['filter'] = [
				'|',
				['client_order_ref', 'ilike', 'wholesale'],
				'!',
				['origin', '!=', 'Graz'],
			];
			await subscribe({ event: 'created', model }, { filter });
			const [inside, outside] = [await draft({ origin: 'Graz' }), await draft({ origin: 'Linz' })];
			const byRef = await draft({ client_order_ref: 'WHOLESALE-7' });

			expect(await typesAbout(inside)).toEqual(['created']);
			expect(await typesAbout(byRef)).toEqual(['created']);
			expect(await typesAbout(outside)).toEqual([]);
		});

		it('hears of one save once, whatever it touches, and of each record', async () => {
			await subscribe({ event: 'updated', model, fields: ['client_order_ref', 'origin'] });
			const ids = [await draft(), await draft()];
			await change(ids, { client_order_ref: 'TWO', origin: 'Graz' });

			for (const id of ids) expect(await typesAbout(id)).toEqual(['updated']);
		});

		it('tells when a date has come, once for each date', async () => {
			const watch = {
				event: 'due',
				model: 'sale.order',
				field: 'commitment_date',
				offsetMinutes: 60,
			} as const;
			await subscribe(watch);
			const order = await bench().sentQuotation();
			const dueOf = async () =>
				(await bench().eventsAbout(order)).filter(({ x_event: type }) => type === 'due').length;
			const promise = async (minutes: number) => {
				const at = new Date(Date.now() + minutes * 60_000).toISOString();
				await bench().change(order, { commitment_date: at.slice(0, 19).replace('T', ' ') });
				await bench().stage.runSchedule();
			};
			await bench().stage.backdate(key);

			await promise(-50);
			expect(await dueOf()).toBe(0);
			await promise(-70);
			await bench().stage.runSchedule();
			expect(await dueOf()).toBe(1);
			await promise(-65);
			expect(await dueOf()).toBe(2);
		}, 60_000);

		it('ends, and hears nothing more', async () => {
			await subscribe({ event: 'created', model });
			await unsubscribe();
			expect(await typesAbout(await draft())).toEqual([]);
			expect(await bench().stage.rules()).not.toContainEqual(expect.stringContaining(model));
		});

		it('makes its rule once, and mends it when it was altered', async () => {
			const watch = { event: 'updated', model, fields: ['client_order_ref'] } as const;
			await subscribe({ ...watch, fields: [...watch.fields] });
			await bench().stage.breakRules(model);
			await subscribe({ ...watch, fields: [...watch.fields] });
			const id = await draft();
			await change([id], { client_order_ref: 'MENDED' });

			expect(await typesAbout(id)).toEqual(['updated']);
			expect((await bench().stage.rules()).filter((name) => name.includes(model))).toEqual([
				'Approvals: sale.order updated',
			]);
		});

		it('may be changed while it is there', async () => {
			await subscribe({ event: 'created', model });
			await subscribe({ event: 'updated', model, fields: ['origin'] });
			const id = await draft();
			expect(await typesAbout(id)).toEqual([]);
			await change([id], { origin: 'Graz' });
			expect(await typesAbout(id)).toEqual(['updated']);
		});

		it.each<{
			name: string;
			watch: RecordWatch;
			changes?: object;
			error: abstract new (...args: never[]) => Error;
		}>([
			{
				name: 'a model that the user may not read',
				watch: { event: 'created', model: 'ir.actions.server' },
				error: OdooAccessError,
			},
			{
				name: 'a model that is not there',
				watch: { event: 'created', model: 'no.such.model' },
				error: OdooUserError,
			},
			{
				name: 'our own models',
				watch: { event: 'created', model: 'x_approval_case' },
				error: OdooUserError,
			},
			{
				name: 'a field that is not there',
				watch: { event: 'updated', model, fields: ['no_such_field'] },
				error: OdooUserError,
			},
			{
				name: 'a filter with an unknown field',
				watch: { event: 'created', model },
				changes: { filter: [['no_such_field', '=', 1]] },
				error: OdooError,
			},
			{
				name: 'a due date that is no date',
				watch: { event: 'due', model, field: 'client_order_ref', offsetMinutes: 0 },
				error: OdooUserError,
			},
		])('is refused for $name', async ({ watch, changes, error }) => {
			await expect(subscribe(watch, changes)).rejects.toBeInstanceOf(error);
		});

		it('says what an administrator must create where its user may not, and is content with it', async () => {
			await bench().stage.letUserCreateRules(false);
			const watch: RecordWatch = { event: 'updated', model, fields: ['client_order_ref'] };
			const answer = await subscribe(watch);
			expect(answer).toMatchObject({
				status: 'rule_needed',
				rule: {
					name: 'Approvals: sale.order updated',
					model,
					trigger: 'on_write',
					fields: ['client_order_ref'],
					code: expect.stringContaining(`'key': '${key}'`),
				},
				differences: [],
			});
			await bench().stage.createRule(key);
			expect(await subscribe(watch)).toMatchObject({ status: 'subscribed' });
			await unsubscribe();
			// Else every publishing would need an administrator.
			expect(await subscribe(watch)).toMatchObject({ status: 'subscribed' });
			const id = await draft();
			await change([id], { client_order_ref: 'BY-ADMIN' });
			expect(await typesAbout(id)).toEqual(['updated']);
			await bench().stage.letUserCreateRules(true);
		});
	});

	describe('models to choose from', () => {
		const found = async (search: string) => {
			const command = { command: 'models', search, limit: 50 } as const;
			const { models } = await bench().ledger.execute(command);
			return models.map(({ model }) => model);
		};
		it('are those that the user may read', async () => {
			expect(await found('sale.order')).toEqual(
				expect.arrayContaining(['sale.order', 'sale.order.line']),
			);
			expect(await found('ir.actions.server')).toEqual([]);
			expect(await found('x_approval')).toEqual([]);
		});
	});
}
