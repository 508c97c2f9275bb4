import { openMetricsText, type MetricFamily } from '../../../src/domain/insights/openMetricsText';

const linesOf = (...families: MetricFamily[]) => openMetricsText(families).split('\n');

describe('the text of OpenMetrics', () => {
	it('ends with its mark, also where there is nothing', () => {
		expect(openMetricsText([])).toBe('# EOF\n');
	});

	it('has the suffix of a counter at its samples only', () => {
		expect(
			linesOf({
				type: 'counter',
				name: 'cases_opened',
				help: 'Cases opened.',
				samples: [{ labels: { area: 'procurement' }, value: 3 }],
			}),
		).toEqual([
			'# TYPE cases_opened counter',
			'# HELP cases_opened Cases opened.',
			'cases_opened_total{area="procurement"} 3',
			'# EOF',
			'',
		]);
	});

	it('says the unit of a gauge, and has no braces without labels', () => {
		expect(
			linesOf({
				type: 'gauge',
				name: 'age_seconds',
				unit: 'seconds',
				help: 'Age.',
				samples: [{ labels: {}, value: 1.5 }],
			}),
		).toEqual(expect.arrayContaining(['# UNIT age_seconds seconds', 'age_seconds 1.5']));
	});

	it('has all of a histogram up to infinity, with bounds written as floats', () => {
		expect(
			linesOf({
				type: 'histogram',
				name: 'took_seconds',
				unit: 'seconds',
				help: 'Time.',
				bounds: [0.5, 300],
				samples: [{ labels: { area: 'a' }, within: [1, 4], count: 6, sum: 2_000.25 }],
			}),
		).toEqual([
			'# TYPE took_seconds histogram',
			'# UNIT took_seconds seconds',
			'# HELP took_seconds Time.',
			'took_seconds_bucket{area="a",le="0.5"} 1',
			'took_seconds_bucket{area="a",le="300.0"} 4',
			'took_seconds_bucket{area="a",le="+Inf"} 6',
			'took_seconds_count{area="a"} 6',
			'took_seconds_sum{area="a"} 2000.25',
			'# EOF',
			'',
		]);
	});

	it('lets no text out of its place', () => {
		expect(
			linesOf({
				type: 'gauge',
				name: 'odd',
				help: 'A "quoted"\nline\\end',
				samples: [{ labels: { area: 'a"} 1\nb 2\\' }, value: 1 }],
			}),
		).toEqual([
			'# TYPE odd gauge',
			'# HELP odd A \\"quoted\\"\\nline\\\\end',
			'odd{area="a\\"} 1\\nb 2\\\\"} 1',
			'# EOF',
			'',
		]);
	});
});
