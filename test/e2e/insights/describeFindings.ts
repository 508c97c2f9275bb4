import { pastCases, type PastCase } from '../../../scripts/history/pastCases';
import { comparing, findingsFrom } from '../../../src/domain/insights/finding/findingsFrom';
import type { Finding } from '../../../src/domain/insights/finding/Finding';
import { Ledger } from '../../../src/odoo/ledger/Ledger';
import type { HistoryStage } from '../../../scripts/history/HistoryStage';

const DAY = 86_400;

/** What stands out is found, and nothing is found where nothing stands out. */
export function describeFindings(stage: () => HistoryStage): void {
	describe('anomalies', () => {
		const until = Math.floor(Date.now() / 1_000) - 3_600;
		const lastDays = until - 13 * DAY;
		const clean = (seed: number) =>
			pastCases({ count: 5_000, until, days: 104, cast: stage().cast, seed });
		const find = async (history: readonly PastCase[]): Promise<Finding[]> => {
			await stage().remember(history);
			const comparisons = await new Ledger(stage().client()).execute(
				comparing({ areas: [], recentSeconds: 14 * DAY, baseSeconds: 90 * DAY }),
			);
			return findingsFrom(comparisons, ({ id }) => String(id));
		};
		/** A clean history in which the last days are different. */
		const planted = (change: (one: PastCase) => Partial<PastCase> | null, seed = 1): PastCase[] =>
			clean(seed).map((one) => (one.openedAt > lastDays ? { ...one, ...change(one) } : one));
		const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);

		it.each([1, 2, 3, 4, 5])(
			'are none in a history without any (made up from %i)',
			async (seed) => {
				expect(await find(clean(seed))).toEqual([]);
			},
			60_000,
		);

		it('are none in a history of a few cases', async () => {
			const few = pastCases({ count: 40, until, days: 104, cast: stage().cast });
			expect(await find(few)).toEqual([]);
			expect(await find(few.slice(-1))).toEqual([]);
		});

		it('are an approver who takes ten times as long', async () => {
			const [slow = 0] = stage().cast.approvers;
			const findings = await find(
				planted(({ area, decidedBy, decidedAt, openedAt }) => {
					if (area !== 'procurement' || decidedBy !== slow || decidedAt === null) return null;
					return { decidedAt: Math.min(until, openedAt + 10 * (decidedAt - openedAt)) };
				}),
			);
			expect(kindsOf(findings)).toContain('slow_approver');
			const found = findings.filter(({ kind }) => kind === 'slow_approver');
			expect(found).toMatchObject([{ area: 'procurement', since: expect.any(String) }]);
			expect(found[0]?.cases.length).toBeGreaterThan(0);
		}, 60_000);

		it('are a step that takes longer: from Odoo to the case', async () => {
			const findings = await find(
				planted(({ area, openedAt }) =>
					area === 'credit_release' ? { askedAt: openedAt - 1_800 } : null,
				),
			);
			expect(findings).toMatchObject([
				{
					kind: 'slow_step',
					area: 'credit_release',
					about: 'From Odoo to a case',
					certainty: 'very likely',
				},
			]);
		}, 60_000);

		it.each([
			{ area: 'receipt_discrepancy', fact: 'linesShort', words: 'less came than was ordered' },
			{ area: 'supplier_acknowledgement', fact: 'linesLate', words: 'later than agreed' },
		])(
			'are a supplier of whom one hears: $words',
			async ({ area, fact, words }) => {
				const recent = clean(1).filter((one) => one.openedAt > lastDays && one.area === area);
				const partner = mostFrequent(recent.map((one) => one.partner));
				const findings = await find(
					planted((one) =>
						one.area === area && one.partner === partner
							? { facts: { ...one.facts, [fact]: 3 } }
							: null,
					),
				);
				expect(findings).toMatchObject([
					{ kind: 'partner_signal', area, what: expect.stringContaining(words) },
				]);
			},
			60_000,
		);

		it('are a rule that people always approve', async () => {
			const history = clean(1).map((one) => {
				const isMeant = one.area === 'procurement' && one.rule === 'large-amount';
				return isMeant && one.decidedBy !== null ? { ...one, state: 'approved' as const } : one;
			});
			expect(await find(history)).toMatchObject([
				{ kind: 'rule_rarely_upheld', area: 'procurement', about: 'procurement large-amount' },
			]);
		}, 60_000);

		it('are an order far above what the customer orders', async () => {
			const recent = clean(1).filter((one) => one.openedAt > lastDays);
			const large = recent.find(({ area }) => area === 'sales_order_release');
			const findings = await find(
				planted(({ openedAt }) => (openedAt === large?.openedAt ? { amount: 5_000_000 } : null)),
			);
			expect(findings).toMatchObject([
				{
					kind: 'unusual_amount',
					area: 'sales_order_release',
					cases: [{ id: expect.any(Number) }],
				},
			]);
		}, 60_000);

		it('are one error many times, whatever number is in it', async () => {
			let port = 0;
			const findings = await find(
				planted(({ area }) => {
					if (area !== 'procurement' || port >= 12) return null;
					port += 1;
					return { error: `No connection to 10.0.0.7:${String(8_000 + port)}` };
				}),
			);
			expect(findings).toMatchObject([
				{ kind: 'error_cluster', about: 'No connection to #.#.#.#:#', area: 'procurement' },
			]);
		}, 60_000);
	});
}

function mostFrequent(values: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const [[most] = [0]] = [...counts].sort(([, left], [, right]) => right - left);
	return most;
}
