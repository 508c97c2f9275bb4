import { pastCases, type PastCase } from '../../../scripts/history/pastCases';
import { isAgainstAdvice } from '../../../scripts/history/writeHistory';
import {
	figuresFrom,
	type FigureRow,
	type Figures,
} from '../../../src/domain/insights/figuresFrom';
import type { Breakdown } from '../../../src/domain/insights/figures';
import { countedBySql } from './countedBySql';
import { Ledger } from '../../../src/odoo/ledger/Ledger';
import type { HistoryStage } from '../../../scripts/history/HistoryStage';

const DAY = 86_400;
const week = { unit: 'week', zone: 'Europe/Berlin' } as const;

/** Every figure over a long history, against plain SQL and against what was made up. */
export function describeFiguresOverHistory(stage: () => HistoryStage): void {
	describe('the figures of 5,000 cases', () => {
		let cases: PastCase[] = [];
		let figures: Figures;

		beforeAll(async () => {
			const until = Math.floor(Date.now() / 1_000) - 3_600;
			cases = pastCases({ count: 5_000, until, days: 70, cast: stage().cast, stuck: 0.02 });
			await stage().remember(cases);
			const counted = await new Ledger(stage().client()).execute({
				command: 'figures',
				areas: [],
				fromSeconds: 60 * DAY,
				toSeconds: 2 * 3_600,
				period: week,
			});
			figures = figuresFrom(counted, week);
		}, 120_000);

		const within = (instant: number | null): boolean => {
			const at = (instant ?? 0) * 1_000;
			return at >= Date.parse(figures.from ?? '') && at < Date.parse(figures.to);
		};

		it('are those that were made up', () => {
			const opened = cases.filter(({ openedAt }) => within(openedAt));
			const decided = cases.filter(({ decidedAt }) => within(decidedAt));
			const byPeople = decided.filter(({ decidedBy }) => decidedBy !== null);
			const { total } = figures;

			expect(opened.length).toBeGreaterThan(4_000);
			expect(total.opened).toMatchObject({
				count: opened.length,
				autoApproved: opened.filter((one) => one.policyOutcome === 'auto_approve').length,
				sampled: opened.filter((one) => one.sampled).length,
			});
			expect(total.decided).toMatchObject({
				byPolicy: decided.length - byPeople.length,
				byPeople: byPeople.length,
				late: byPeople.filter((one) => one.promise === 'broken').length,
				againstAdvice: byPeople.filter(isAgainstAdvice).length,
			});
			expect(total.waiting?.count).toBe(cases.filter((one) => one.state === 'pending').length);
			expect(total.happened.releaseRefused).toBe(
				cases
					.flatMap(({ trail }) => trail)
					.filter(({ type, at }) => type === 'release_refused' && within(at)).length,
			);
		});

		/** What is told of a part, and what SQL counts. */
		const twice = async (row: FigureRow, by: Breakdown) => {
			const sql = async (query: string) => await stage().sql(query);
			const { key, opened, decided, happened, waiting, events } = row;
			const told = { opened, decided, happened, waiting, events };
			return { told, counted: await countedBySql(sql, figures, { by, key }) };
		};

		it('are what SQL counts in all', async () => {
			const { told, counted } = await twice(figures.total, 'all');
			expect(told).toEqual(counted);
		});

		it.each(['area', 'company', 'approver', 'policy', 'period'] as const)(
			'are what SQL counts by %s',
			async (by) => {
				const rows = {
					area: figures.byArea,
					company: figures.byCompany,
					approver: figures.byApprover,
					policy: figures.byPolicy,
					period: figures.byPeriod,
				}[by];
				expect(rows.length).toBeGreaterThan(1);
				for (const row of rows) {
					const { told, counted } = await twice(row, by);
					expect(told).toEqual(counted);
				}
			},
			60_000,
		);

		it('add up to the total', () => {
			const sum = (rows: readonly FigureRow[]) =>
				rows.reduce((all, { opened }) => all + (opened?.count ?? 0), 0);
			const { byArea, byCompany, byPolicy, byPeriod, total } = figures;
			expect([byArea, byCompany, byPolicy, byPeriod].map(sum)).toEqual(
				Array.from({ length: 4 }, () => total.opened?.count),
			);
		});

		it('are told of each rule that asked', async () => {
			const rows = await stage().sql(`
				SELECT x_policy_id || ' ' || x_policy_version, x_rule, count(*),
					sum((x_state = 'approved')::int), sum((x_state = 'rejected')::int),
					sum((x_state = 'sent_back')::int)
				FROM x_approval_case
				WHERE x_decided_by > 0 AND x_sampled IS NOT TRUE
					AND x_policy_outcome NOT IN ('auto_approve', 'reject')
					AND x_decided_at >= '${figures.from ?? ''}' AND x_decided_at < '${figures.to}'
				GROUP BY 1, 2`);
			const told = figures.rules.map((rule) =>
				[rule.policy, rule.rule ?? '', rule.decided, rule.approved, rule.rejected, rule.sentBack]
					.map(String)
					.join('|'),
			);
			expect(told.sort()).toEqual(rows.sort());
		});
	});
}
