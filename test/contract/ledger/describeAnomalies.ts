import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandOf } from '../../../src/domain/case/commands';
import { leave, type LedgerBench } from './LedgerBench';
import { suitePolicy } from './openCommandFor';

export function describeAnomalies(bench: () => LedgerBench): void {
	/** An area of its own, so that nothing else of the suite counts. */
	let area = '';
	let recentFrom = 0;
	const pending = async (changes: Partial<CommandOf<'open'>> = {}) =>
		await bench().pendingCase({ area, ...changes });
	/** What comes from now on is of the last days. */
	const lastDays = async () => {
		// Some times are kept to the second.
		await sleep(3_100);
		recentFrom = Date.now() - 1_500;
	};
	const compare = async (changes: Partial<CommandOf<'anomalies'>> = {}) =>
		await bench().ledger.execute({
			command: 'anomalies',
			areas: [area],
			recentSeconds: Math.ceil((Date.now() - recentFrom) / 1_000),
			baseSeconds: 3_600,
			signals: [],
			least: { base: 2, recent: 2 },
			outlierDeviations: 3,
			...changes,
		});

	describe('the last days beside the time before', () => {
		let areas = 0;
		beforeEach(() => {
			areas += 1;
			area = `area_of_the_last_days_${areas}`;
			recentFrom = Date.now() - 60_000;
		});

		it('are nothing where there is nothing', async () => {
			expect(await compare()).toEqual({
				status: 'found',
				at: expect.any(String),
				recentFrom: expect.any(String),
				baseFrom: expect.any(String),
				times: [],
				rates: [],
				numbers: [],
				outliers: [],
				labels: { area: {}, user: {}, partner: {} },
			});
		});

		it('are told of whoever decides, of each rule and of each partner', async () => {
			const [approver] = bench().stage.approvers;
			const facts = (linesShort: number) => ({ facts: { linesShort } });
			const decided = async (decision: 'approved' | 'rejected', linesShort: number) => {
				const open = await pending(facts(linesShort));
				await bench().vote(open, approver, decision);
				return open.id;
			};
			await decided('approved', 0);
			await decided('rejected', 0);
			await lastDays();
			const [first, second] = [await decided('approved', 2), await decided('approved', 1)];
			const found = await compare({ signals: [{ area, fact: 'linesShort' }] });

			const key = String(approver.id);
			const base = { count: 2, median: expect.any(Number), mad: expect.any(Number) };
			const recent = { count: 2, median: expect.any(Number) };
			expect(found.times).toEqual(
				expect.arrayContaining([
					expect.objectContaining({ kind: 'approver', area, key, base, recent }),
					expect.objectContaining({ kind: 'people', area, key: '', base, recent }),
				]),
			);
			const rate = { area, fact: '', base: { count: 2, hits: 1 }, recent: { count: 2, hits: 2 } };
			const nobody = { count: 0, hits: 0 };
			const shown = { since: expect.any(String), caseIds: [second, first] };
			expect(found.rates).toEqual(
				expect.arrayContaining([
					{ ...rate, kind: 'overrides', key, others: nobody, ...shown },
					{ ...rate, kind: 'rule', key: 'suite high-discount', others: nobody, ...shown },
					{
						...rate,
						kind: 'signal',
						fact: 'linesShort',
						key: expect.any(String),
						base: { count: 2, hits: 0 },
						others: nobody,
						...shown,
					},
				]),
			);
			expect(found.labels.user).toEqual({ [key]: approver.name });
			expect(Object.values(found.labels.partner)).toEqual([expect.any(String)]);
			expect(found.labels.area).toEqual({ [area]: area.replaceAll('_', ' ') });
		}, 60_000);

		it('are told where there is enough to compare, and not where there is too little', async () => {
			const [approver] = bench().stage.approvers;
			await bench().vote(await pending(), approver, 'approved');
			await lastDays();
			await bench().vote(await pending(), approver, 'approved');

			expect(await compare()).toMatchObject({ times: [], rates: [], outliers: [] });
			const { times, rates } = await compare({ least: { base: 1, recent: 1 } });
			expect(times.map(({ kind }) => kind).sort()).toEqual(['approver', 'people']);
			expect(rates.map(({ kind }) => kind).sort()).toEqual([
				'late',
				'near_miss',
				'overrides',
				'rule',
			]);
		}, 60_000);

		it('count what waits still as taking at least so long', async () => {
			const [approver] = bench().stage.approvers;
			await bench().vote(await pending(), approver, 'approved');
			await bench().vote(await pending(), approver, 'approved');
			await lastDays();
			const steps = [bench().step({ approverIds: [approver.id] })];
			const waiting = [await pending({ steps }), await pending({ steps })];

			const { times } = await compare();
			expect(times.find(({ kind }) => kind === 'approver')).toMatchObject({
				key: String(approver.id),
				recent: { count: 2 },
			});
			expect(waiting).toHaveLength(2);
		}, 60_000);

		it('tell of an amount far above what is usual for the partner', async () => {
			const passed = async (amount: number) =>
				await pending({
					amount,
					steps: [],
					policy: { ...suitePolicy, outcome: 'auto_approve', rules: [] },
					policyDecision: 'approved',
					effect: leave,
				});
			for (const amount of [100, 110, 120]) await passed(amount);
			await lastDays();
			await passed(115);
			const large = await passed(90_000);

			const { outliers } = await compare();
			expect(outliers).toMatchObject([
				{
					area,
					caseId: large.id,
					recordName: large.recordName,
					amount: 90_000,
					currency: large.currency,
					base: { count: 3, median: expect.closeTo(Math.log(111), 3) },
				},
			]);
		}, 60_000);

		it('tell how often one error came, whatever number is in it', async () => {
			await lastDays();
			const impossible = {
				method: 'action_confirm',
				context: {},
				expect: { field: 'state', values: ['delivered'] },
			};
			area = 'sales_order_release';
			for (let times = 1; times <= 3; times += 1)
				await bench().apply(await bench().decidedCase('approved'), impossible);

			const { numbers } = await compare();
			expect(numbers).toEqual(
				expect.arrayContaining([
					expect.objectContaining({
						kind: 'refusal',
						area,
						key: expect.stringContaining('action_confirm'),
						recent: 3,
						since: expect.any(String),
					}),
					expect.objectContaining({ kind: 'requests', area, recent: 3 }),
				]),
			);
		}, 60_000);
	});
}
