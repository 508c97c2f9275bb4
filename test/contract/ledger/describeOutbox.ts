import { verifyWebhook } from '../../../src/domain/events/verifyWebhook';
import { instance, release, signingKey, type LedgerBench } from './LedgerBench';

export function describeOutbox(bench: () => LedgerBench): void {
	const clear = async () => {
		await bench().stage.clearOutbox();
	};

	describe('a change that asks for approval', () => {
		beforeAll(clear);

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
			expect(verifyWebhook(sent, '', [signingKey], new Date().toISOString())).toEqual({
				outboxId: events[0]?.id,
				topic: 'record',
				area: 'sales_order_release',
				type: 'saved',
				model: 'sale.order',
				recordId: orderId,
				traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
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
		});
	});

	describe('a copy of the database', () => {
		beforeEach(clear);
		afterEach(async () => {
			await bench().stage.beCopy(false);
			await bench().subscribe('record');
		});

		it.each([false, true])(
			'is heard of where the subscription says so: %s',
			async (includesCopies) => {
				await bench().subscribe('record', { includesCopies });
				await bench().stage.beCopy(true);
				const inCopy = await bench().sentQuotation();
				await bench().stage.runSchedule();

				const heard = bench().receiver.received.filter(
					(query) => query.get('record') === String(inCopy),
				);
				expect(heard.length > 0).toBe(includesCopies);
			},
		);
	});

	describe('an event that nobody acknowledged', () => {
		beforeEach(clear);

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

		it('outlives ten attempts while n8n acknowledges nothing at all, and is dead once it does', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const redeliver = async () => await bench().stage.redeliver(event?.id ?? 0);
			for (let attempt = 2; attempt <= 11; attempt++) await redeliver();
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'pending', x_attempts: 11 },
			]);

			const [other] = await bench().eventsAbout(await bench().sentQuotation());
			await bench().ledger.execute({ command: 'acknowledge', outboxId: other?.id ?? 0 });
			await redeliver();
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{
					x_state: 'dead',
					x_attempts: 11,
					x_last_error: 'Not acknowledged after 11 attempts',
				},
			]);
		}, 60_000);

		it('is dead after ten attempts when n8n worked on it and failed, with the last error', async () => {
			const { orderId, outboxId } = await failedEvent(bench());
			const redeliver = async () => await bench().stage.redeliver(outboxId);
			for (let attempt = 2; attempt <= 10; attempt++) await redeliver();
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'pending', x_attempts: 10 },
			]);

			await redeliver();
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'dead', x_attempts: 10, x_last_error: 'Policy: no such fact' },
			]);
		}, 60_000);
	});

	describe('a failure in n8n', () => {
		it('is written to the event that the execution worked on, and told to the managers once', async () => {
			const { outboxId, executionId } = await failedEvent(bench(), 'No stock fact');
			expect(
				await bench().read(
					'x_approval_outbox',
					[['id', '=', outboxId]],
					['x_last_error', 'x_state', 'x_execution_id'],
				),
			).toMatchObject([
				{ x_last_error: 'No stock fact', x_state: 'pending', x_execution_id: executionId },
			]);
			const told = await bench().toldTo(bench().stage.manager, 'No stock fact');
			expect(told).toHaveLength(1);

			const again = { command: 'fail', instance, executionId, message: 'Again' } as const;
			expect(await bench().ledger.execute(again)).toMatchObject({ outboxIds: [outboxId] });
			expect(await bench().toldTo(bench().stage.manager, 'Again')).toEqual([]);
		});

		it('is written to the trail of the case that the execution opened', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const executionId = `execution-${String(orderId)}`;
			await bench().gather(orderId, event?.id ?? 0, executionId);
			const open = await bench().openedCase(orderId, { outboxId: event?.id ?? 0, executionId });
			const failing = { command: 'fail', instance, executionId, message: 'No mail' } as const;

			expect(await bench().ledger.execute(failing)).toEqual({
				status: 'noted',
				outboxIds: [],
				caseIds: [open.id],
			});
			expect((await bench().show(open)).trail.at(-1)).toMatchObject({
				type: 'noted',
				data: { text: 'n8n failed: No mail' },
			});
		});

		it('of another n8n, or of an execution that worked on nothing, is no business of ours', async () => {
			const { outboxId, executionId } = await failedEvent(bench());
			const fail = async (changes: object) =>
				await bench().ledger.execute<'fail'>({
					command: 'fail',
					instance,
					executionId,
					message: 'Other',
					...changes,
				});
			const nothing = { status: 'noted', outboxIds: [], caseIds: [] };

			expect(await fail({ instance: 'another-n8n' })).toEqual(nothing);
			expect(await fail({ executionId: 'nobody' })).toEqual(nothing);
			expect(
				await bench().read('x_approval_outbox', [['id', '=', outboxId]], ['x_last_error']),
			).toMatchObject([{ x_last_error: 'Policy: no such fact' }]);
		});
	});

	describe('replaying', () => {
		beforeEach(clear);

		it('sends a dead event from the first attempt on', async () => {
			const { orderId, outboxId } = await failedEvent(bench());
			for (let attempt = 2; attempt <= 11; attempt++) await bench().stage.redeliver(outboxId);
			expect(await bench().eventsAbout(orderId)).toMatchObject([{ x_state: 'dead' }]);
			const before = (await bench().receiver.about(orderId)).length;

			const replay = { command: 'replay', instance, outboxIds: null } as const;
			const { outboxIds } = await bench().ledger.execute(replay);
			expect(outboxIds).toContain(outboxId);
			await bench().receiver.about(orderId, { count: before + 1 });
			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'pending', x_attempts: 1, x_last_error: false },
			]);
		}, 60_000);

		it('leaves acknowledged events, and those of another n8n, alone', async () => {
			const [event] = await bench().eventsAbout(await bench().sentQuotation());
			const outboxId = event?.id ?? 0;
			const replay = async (by: string) =>
				await bench().ledger.execute<'replay'>({
					command: 'replay',
					instance: by,
					outboxIds: [outboxId],
				});
			expect(await replay('another-n8n')).toEqual({ status: 'replayed', outboxIds: [] });
			expect(await replay(instance)).toEqual({ status: 'replayed', outboxIds: [outboxId] });
			await bench().ledger.execute({ command: 'acknowledge', outboxId });
			expect(await replay(instance)).toEqual({ status: 'replayed', outboxIds: [] });
		});
	});
}

/** An event that an execution of n8n worked on, and failed. */
async function failedEvent(bench: LedgerBench, message = 'Policy: no such fact') {
	const orderId = await bench.sentQuotation();
	const [event] = await bench.eventsAbout(orderId);
	const outboxId = event?.id ?? 0;
	const executionId = `execution-${String(orderId)}`;
	await bench.gather(orderId, outboxId, executionId);
	await bench.ledger.execute({
		command: 'fail',
		instance,
		executionId,
		message,
	});
	return { orderId, outboxId, executionId };
}
