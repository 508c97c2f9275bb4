import { Ledger } from '../../../src/odoo/ledger/Ledger';
import type { HistoryStage } from '../../../scripts/history/HistoryStage';
import { pastCases, type PastCase } from '../../../scripts/history/pastCases';
import { parseOpenMetrics, type ParsedFamily } from '../../../scripts/real/openMetricsParser';
import { decisionBounds } from '../../../src/domain/insights/figures';
import { metricFamilies } from '../../../src/domain/insights/metricFamilies';
import { openMetricsText } from '../../../src/domain/insights/openMetricsText';

/** The metrics over a long history, read by the parser of Prometheus' own client. */
export function describeMetricsOverHistory(stage: () => HistoryStage): void {
	describe('the metrics of 2,000 cases', () => {
		let cases: PastCase[] = [];

		beforeAll(async () => {
			const until = Math.floor(Date.now() / 1_000) - 3_600;
			cases = pastCases({ count: 2_000, until, days: 400, cast: stage().cast });
			await stage().remember(cases);
		}, 120_000);

		const written = async () => {
			const look = { fromSeconds: null, toSeconds: 0, period: null, areas: [] };
			const counted = await new Ledger(stage().client()).execute({ command: 'figures', ...look });
			return openMetricsText(metricFamilies(counted));
		};
		const read = async () => await parseOpenMetrics(await written());
		const find = (families: ParsedFamily[], name: string) => {
			const family = families.find((one) => one.name === `odoo_approvals_${name}`);
			if (!family) throw new Error(`There is no metric ${name}`);
			return family;
		};
		const sum = ({ samples }: ParsedFamily, labels: Record<string, string> = {}, suffix = '') =>
			samples
				.filter(({ name }) => name.endsWith(suffix))
				.filter((one) => Object.entries(labels).every(([label, of]) => one.labels[label] === of))
				.reduce((all, { value }) => all + value, 0);

		it('are OpenMetrics, with counters, gauges and units by convention', async () => {
			const families = await read();

			expect(families.length).toBeGreaterThan(25);
			for (const { name, type, unit, help } of families) {
				expect(name).toMatch(/^odoo_approvals_[a-z_]+[a-z]$/);
				expect(['counter', 'gauge', 'histogram']).toContain(type);
				expect(unit).toBe(name.endsWith('_seconds') ? 'seconds' : '');
				expect(help).toMatch(/\.$/);
			}
		}, 60_000);

		it('count what happened from the first case on', async () => {
			const families = await read();
			const byPeople = cases.filter(({ decidedBy }) => decidedBy !== null);

			expect(sum(find(families, 'cases_opened'))).toBe(cases.length);
			expect(sum(find(families, 'policy_outcomes'))).toBe(cases.length);
			expect(sum(find(families, 'decisions'), { by: 'people' })).toBe(byPeople.length);
			expect(sum(find(families, 'decided_cases'))).toBe(byPeople.length);
			expect(sum(find(families, 'pending_cases'))).toBe(
				cases.filter(({ state }) => state === 'pending').length,
			);
		}, 60_000);

		it('tell how long people took by area, as SQL counts it', async () => {
			const duration = find(await read(), 'decision_duration_seconds');
			const [area = '', ...counts] = (
				await stage().sql(
					`SELECT x_area, count(*), ${decisionBounds
						.map((bound) => `count(*) FILTER (WHERE x_decided_at - create_date <= '${bound} s')`)
						.join(', ')}
					FROM x_approval_case WHERE x_decided_by > 0 GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
				)
			)
				.flatMap((row) => row.split('|'))
				.map((text, index) => (index === 0 ? text : Number(text)));
			const [count, ...within] = counts;
			const buckets = duration.samples.filter(
				({ name, labels }) => name.endsWith('_bucket') && labels['area'] === area,
			);

			expect(buckets.map(({ value }) => value)).toEqual([...within, count]);
			expect(sum(duration, { area: String(area) }, '_count')).toBe(count);
		}, 60_000);

		it('have counters that do not fall when a decision becomes void', async () => {
			const before = (await read()).filter(({ type }) => type !== 'gauge');
			await stage().sql(`
				UPDATE x_approval_case SET x_state = 'superseded', x_outcome = 'changed'
				WHERE id IN (SELECT id FROM x_approval_case WHERE x_state = 'approved' LIMIT 50)`);
			const after = await read();

			const fallen = before.flatMap(({ samples }, index) => {
				const now = after.filter(({ type }) => type !== 'gauge')[index]?.samples ?? [];
				return samples.filter(({ value }, one) => (now[one]?.value ?? -1) < value);
			});
			expect(fallen).toEqual([]);
			expect(sum(find(after, 'decided_cases'), { state: 'superseded' })).toBeGreaterThan(0);
		}, 60_000);

		it('name nobody', async () => {
			const text = await written();
			const names = await stage().sql('SELECT name FROM res_partner WHERE length(name) > 3');

			expect(names.length).toBeGreaterThan(3);
			expect(names.filter((name) => text.includes(name))).toEqual([]);
		}, 60_000);
	});

	it('text that is odd stays in its place, for the parser too', async () => {
		const area = 'a"} 1\nb{c="d\\';
		const [family] = await parseOpenMetrics(
			openMetricsText([
				{
					type: 'gauge',
					name: 'odd',
					help: 'Some "odd"\ntext\\',
					samples: [{ labels: { area }, value: 1.5 }],
				},
			]),
		);
		expect(family).toMatchObject({
			help: 'Some "odd"\ntext\\',
			samples: [{ labels: { area }, value: 1.5 }],
		});
	});
}
