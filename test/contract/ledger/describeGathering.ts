import { setTimeout } from 'node:timers/promises';
import { OdooAccessError } from '../../../src/odoo/errors';
import { unknownId } from './unknownId';
import type { LedgerBench } from './LedgerBench';

export function describeGathering(bench: () => LedgerBench): void {
	describe('gathering', () => {
		it('reads the record of an event, with who changed it', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);

			expect(await bench().gather(orderId, event?.id ?? 0)).toEqual({
				status: 'gathered',
				record: expect.objectContaining({ id: orderId, state: 'sent' }),
				related: {},
				watched: null,
				before: null,
				absent: {},
				actorId: bench().stage.salesperson.id,
				at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
			});
		});

		it('reads a record without an event', async () => {
			const orderId = await bench().sentQuotation();

			expect(await bench().gather(orderId, null)).toMatchObject({
				status: 'gathered',
				actorId: null,
			});
		});

		it('says that an event is missing, or is about something else', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(await bench().sentQuotation());

			const missing = { status: 'event_missing' };
			expect(await bench().gather(orderId, unknownId)).toEqual(missing);
			expect(await bench().gather(orderId, event?.id ?? 0)).toEqual(missing);
		});

		it('says that its user may not read the record, and still notes who failed on it', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			await bench().stage.letUserSell(false);
			const answer = await bench().gather(orderId, outboxId, 'execution-without-rights');
			await bench().stage.letUserSell(true);

			expect(answer).toEqual({ status: 'refused', message: expect.stringContaining('allowed') });
			const domain = [['id', '=', outboxId]];
			expect(await bench().read('x_approval_outbox', domain, ['x_execution_id'])).toMatchObject([
				{ x_execution_id: 'execution-without-rights' },
			]);
		});

		it('notes who works on an event also while Odoo is busy with it', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			const held = bench().stage.holdEvent(outboxId);
			await setTimeout(300);
			await bench().gather(orderId, outboxId, 'execution-beside-odoo');
			await held;

			const domain = [['id', '=', outboxId]];
			expect(await bench().read('x_approval_outbox', domain, ['x_execution_id'])).toMatchObject([
				{ x_execution_id: 'execution-beside-odoo' },
			]);
		});

		it('says that the record is gone', async () => {
			expect(await bench().gather(unknownId, null)).toEqual({ status: 'record_missing' });
		});

		it('says that an event was handled, with the case it led to', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			const { id } = await bench().openedCase(orderId, { outboxId });

			expect(await bench().gather(orderId, outboxId)).toEqual({
				status: 'already_handled',
				caseId: id,
				state: 'pending',
			});
		});

		it('goes through an event again when its case was superseded', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			const { id } = await bench().openedCase(orderId, { outboxId });
			await bench().ledger.execute({ command: 'supersede', caseId: id, reason: 'Taken over' });

			expect(await bench().gather(orderId, outboxId)).toMatchObject({ status: 'gathered' });
		});

		it('leaves a superseded event to whoever was faster', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			await bench().openedCase(orderId, { outboxId });
			await bench().changePrice(orderId, 90);
			const { id } = await bench().openedCase(orderId);

			expect(await bench().gather(orderId, outboxId)).toEqual({
				status: 'already_handled',
				caseId: id,
				state: 'pending',
			});
		});

		it('is refused to people who are not the integration user', async () => {
			const { salesperson, administrator, manager } = bench().stage;
			for (const user of [salesperson, administrator, manager]) {
				const asked = bench().ledgerOf(user).execute({ command: 'show', caseId: 1 });
				await expect(asked).rejects.toBeInstanceOf(OdooAccessError);
			}
		});
	});
}
