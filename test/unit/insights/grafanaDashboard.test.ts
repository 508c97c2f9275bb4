import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decisionBounds } from '../../../src/domain/insights/figures';
import { metricFamilies } from '../../../src/domain/insights/metricFamilies';
import { openMetricsText } from '../../../src/domain/insights/openMetricsText';
import { emptyFigures } from '../../kit/emptyFigures';
import { openedRow } from '../../kit/figureRows';

const dataSource = z.object({ type: z.literal('prometheus'), uid: z.literal('${DS_PROMETHEUS}') });
const dashboardSchema = z.object({
	schemaVersion: z.number().min(39),
	templating: z.object({
		list: z.array(z.object({ name: z.string(), definition: z.string().optional() })),
	}),
	panels: z.array(
		z.discriminatedUnion('type', [
			z.object({ type: z.literal('row'), title: z.string() }),
			...(['stat', 'timeseries'] as const).map((type) =>
				z.object({
					type: z.literal(type),
					title: z.string(),
					description: z.string().min(1),
					datasource: dataSource,
					targets: z.array(z.object({ datasource: dataSource, expr: z.string() })).min(1),
				}),
			),
		]),
	),
});

const file = join(__dirname, '../../../docs/grafana/approvals.json');
const dashboard = dashboardSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const expressions = dashboard.panels.flatMap((panel) =>
	panel.type === 'row' ? [] : panel.targets.map(({ expr }) => ({ title: panel.title, expr })),
);

/** What the endpoint has: labels with their values, by the name of the series. */
const series = seriesIn(
	openMetricsText(
		metricFamilies({
			...emptyFigures,
			opened: [{ ...openedRow, by: 'area', key: 'procurement' }],
			waiting: [
				{
					...{ by: 'area', key: 'procurement', count: 1, overdue: 0, withoutDueTime: 0 },
					...{ inManualQueue: 0, age: null, oldestAge: 1 },
				},
			],
			events: [
				{
					...{ by: 'area', key: 'procurement', written: 1, acknowledged: 0, retried: 0 },
					...{ failed: 0, dead: 0, pending: 1, lag: null, oldestPending: 1 },
				},
			],
		}),
	),
);

describe('the Grafana dashboard', () => {
	it('chooses its source and its areas', () => {
		const [source, area] = dashboard.templating.list;
		expect(source?.name).toBe('DS_PROMETHEUS');
		expect(area?.definition).toBe('label_values(odoo_approvals_cases_opened_total, area)');
		expect(series.get('odoo_approvals_cases_opened_total')?.has('area')).toBe(true);
	});

	it.each(expressions)('$title reads what the endpoint has: $expr', async ({ expr }) => {
		const { faults, selectors, groupedBy } = await read(expr);

		expect(faults).toEqual([]);
		expect(selectors.length).toBeGreaterThan(0);
		for (const { name, matchers } of selectors) {
			const labels = series.get(name);
			expect([name, labels && [...labels.keys()]]).toEqual([name, expect.any(Array)]);
			expect(groupedBy.filter((label) => !labels?.has(label))).toEqual([]);
			for (const { label, values } of matchers)
				expect(values.filter((value) => !labels?.get(label)?.has(value))).toEqual([]);
		}
	});

	it('estimates quantiles from all bounds that are counted', () => {
		const bounds = series.get('odoo_approvals_decision_duration_seconds_bucket')?.get('le');
		expect(bounds?.size).toBe(decisionBounds.length + 1);
	});
});

/** As Prometheus' own editor reads it. Loaded here, since it has types for ES modules only. */
async function read(expr: string) {
	const { parser } = await import('@prometheus-io/lezer-promql');
	const found: Array<{ type: string; within: string | undefined; text: string }> = [];
	parser.parse(expr).iterate({
		enter: ({ type, from, to, node }) => {
			const text = expr.slice(from, to);
			const within = node.parent?.name;
			found.push({ type: type.isError ? 'fault' : type.name, within, text });
		},
	});
	const textsOf = (kind: string, where?: string) =>
		found
			.filter(({ type, within }) => type === kind && (where === undefined || within === where))
			.map(({ text }) => text);
	return {
		faults: textsOf('fault'),
		selectors: textsOf('VectorSelector').map((text) => ({
			name: /^\w+/.exec(text)?.[0] ?? '',
			matchers: [...text.matchAll(/(\w+)[=~!]+"([^"]*)"/g)]
				.map(([, label = '', values = '']) => ({ label, values: values.split('|') }))
				// Which areas is chosen in Grafana.
				.filter(({ values }) => values[0] !== '$area'),
		})),
		groupedBy: textsOf('LabelName', 'GroupingLabels'),
	};
}

function seriesIn(text: string): Map<string, Map<string, Set<string>>> {
	const found = new Map<string, Map<string, Set<string>>>();
	for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
		const [, name = '', pairs = ''] = /^(\w+)\{(.*)\} /.exec(line) ?? [];
		const labels = found.get(name) ?? new Map<string, Set<string>>();
		for (const [, label = '', value = ''] of pairs.matchAll(/(\w+)="([^"]*)"/g))
			labels.set(label, (labels.get(label) ?? new Set()).add(value));
		found.set(name, labels);
	}
	return found;
}
