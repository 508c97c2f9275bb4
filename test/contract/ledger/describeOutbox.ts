import { verifyWebhook } from '../../../src/domain/events/verifyWebhook';
import { release, signingKey, type LedgerBench } from './LedgerBench';

export function describeOutbox(bench: () => LedgerBench): void {
	describe('a change that asks for approval', () => {
		it('writes one event, whatever the save touched, and sends it signed', async () => {
			const orderId = await bench().sentQuotation();
			const events = await bench().eventsAbout(orderId);
			const { salesperson } = bench().stage;

			expect(events).toMatchObject([
				{
					x_state: 'pending',
					x_topic: 'record',
					x_attempts: 1,
					x_actor_id: [salesperson.id, salesperson.name],
					x_requested: false,
				},
			]);
			const [query] = await bench().receiver.about(orderId);
			expect(query?.get('own')).toBe('1');
			const sent = Object.fromEntries(query ?? []);
			expect(verifyWebhook(sent, [signingKey], new Date().toISOString())).toEqual({
				outboxId: events[0]?.id,
				topic: 'record',
				area: 'sales_order_release',
				model: 'sale.order',
				recordId: orderId,
				sentAt: expect.any(String),
			});
		});

		it('writes another event for the next save', async () => {
			const orderId = await bench().sentQuotation();
			await bench().changePrice(orderId, 90);

			expect(await bench().eventsAbout(orderId)).toHaveLength(2);
		});

		it('writes none for what does not matter', async () => {
			const orderId = await bench().sentQuotation();
			await bench().change(orderId, { client_order_ref: 'PO-4711' });

			expect(await bench().eventsAbout(orderId)).toHaveLength(1);
		});

		it('writes none for what the integration user does', async () => {
			const orderId = await bench().sentQuotation();
			await bench().openedCase(orderId, {
				steps: [],
				policyDecision: 'approved',
				effect: release,
			});

			expect(await bench().eventsAbout(orderId)).toHaveLength(1);
		});

		it('writes none when nobody listens', async () => {
			const unsubscribe = { command: 'unsubscribe', key: 'suite:record' } as const;
			expect(await bench().ledger.execute(unsubscribe)).toEqual({ status: 'unsubscribed' });
			const orderId = await bench().sentQuotation();
			expect(await bench().eventsAbout(orderId)).toEqual([]);

			await bench().subscribe('record');
			await bench().changePrice(orderId, 90);
			expect(await bench().eventsAbout(orderId)).toHaveLength(1);
		});
	});

	describe('an event that nobody acknowledged', () => {
		it('is sent again', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			await bench().receiver.about(orderId);
			await bench().stage.redeliver(event?.id ?? 0);

			const [first, second] = await bench().receiver.about(orderId, { count: 2 });
			expect(second?.get('id')).toBe(first?.get('id'));
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'pending', x_attempts: 2 },
			]);
		});

		it('is left alone once it is acknowledged', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			await bench().ledger.execute({ command: 'acknowledge', outboxId });
			await bench().stage.redeliver(outboxId);

			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'acknowledged', x_attempts: 1 },
			]);
		});

		it('is dead after ten attempts', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const redeliver = async () => await bench().stage.redeliver(event?.id ?? 0);
			for (let attempt = 2; attempt <= 10; attempt++) await redeliver();
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'pending', x_attempts: 10 },
			]);

			await redeliver();
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'dead', x_attempts: 10 },
			]);
		});
	});
}
