import { instance, type LedgerBench } from './LedgerBench';

/** Before anything that the suite does. */
const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();

export function describeCatchingUp(bench: () => LedgerBench): void {
	/** Another one in each test: one that was there before would catch up. */
	let key = '';
	let made = 0;
	beforeEach(() => {
		made += 1;
		key = `suite:catching-up-${String(made)}`;
	});
	const unsubscribe = async () => await bench().ledger.execute({ command: 'unsubscribe', key });
	const subscribe = async (changes: object = {}) =>
		await bench().subscribe('record', { key, instance: 'n8n-that-was-away', ...changes });
	const eventsFor = async (orderId: number) => {
		const events = await bench().eventsAbout(orderId);
		return events.filter(({ x_subscription_id: to }) => JSON.stringify(to).includes(key));
	};

	describe('a subscription that was taken back and comes again', () => {
		afterEach(unsubscribe);

		it('hears of what was saved meanwhile, once', async () => {
			await subscribe();
			await unsubscribe();
			const orderId = await bench().sentQuotation();
			expect(await eventsFor(orderId)).toEqual([]);

			expect(await subscribe()).toMatchObject({
				status: 'subscribed',
				caughtUp: expect.any(Number),
			});
			expect(await eventsFor(orderId)).toHaveLength(1);
			await unsubscribe();
			await subscribe();
			expect(await eventsFor(orderId)).toHaveLength(1);
		});

		it('hears nothing of it while it is only tried out', async () => {
			await subscribe({ isTest: true });
			await unsubscribe();
			const orderId = await bench().sentQuotation();
			expect(await subscribe({ isTest: true })).toMatchObject({ caughtUp: 0 });
			expect(await eventsFor(orderId)).toEqual([]);
		});
	});

	describe('sweeping', () => {
		afterEach(unsubscribe);
		const sweep = async (changes: object = {}) =>
			await bench().ledger.execute<'sweep'>({
				command: 'sweep',
				instance: 'n8n-that-was-away',
				areas: [],
				since: anHourAgo(),
				limit: 500,
				...changes,
			});

		it('writes an event for each record that asks and of which none tells, once', async () => {
			const orderId = await bench().sentQuotation();
			await subscribe();
			expect(await eventsFor(orderId)).toEqual([]);

			const { written } = await sweep();
			expect(written).toBeGreaterThan(0);
			expect(await eventsFor(orderId)).toMatchObject([{ x_event: 'saved', x_state: 'pending' }]);
			expect(await sweep()).toEqual({ status: 'swept', written: 0, hasMore: false });
		});

		it('says when there is more than it may write', async () => {
			await bench().sentQuotation();
			await bench().sentQuotation();
			await subscribe();
			expect(await sweep({ limit: 1 })).toEqual({ status: 'swept', written: 1, hasMore: true });
		});

		it('keeps to areas, to its own subscriptions and to the time asked for', async () => {
			const orderId = await bench().sentQuotation();
			await subscribe();
			const nothing = { status: 'swept', written: 0, hasMore: false };
			expect(await sweep({ areas: ['credit_release'] })).toEqual(nothing);
			const later = new Date(Date.now() + 3_600_000).toISOString();
			expect(await sweep({ since: later })).toEqual(nothing);
			await sweep({ instance });
			expect(await eventsFor(orderId)).toEqual([]);
		});
	});
}
