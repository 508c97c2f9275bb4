import type { EChartsOption, SeriesOption } from 'echarts';
import { trustedHtml, type SafeHtml } from '../html';

/** What a series is drawn in; each differs from the others in more than its colour. */
export type Tone = 'main' | 'rest' | 'bad' | 'other';

export interface ChartSeries {
	name: string;
	/** One for each label; `null` where it is not known, which leaves a gap. */
	values: ReadonlyArray<number | null>;
	/** Bars of one chart stand on one another. */
	shape: 'bar' | 'line';
	tone: Tone;
}

export interface Chart {
	/** What the bars and points stand for, in their order. */
	labels: readonly string[];
	series: readonly ChartSeries[];
	/** Columns beside one another, or rows with room for names. */
	direction: 'columns' | 'rows';
	/** Writes a number at the axis or at the end of a row. */
	write: (value: number) => string;
}

/** Draws a chart as SVG, in the colours of the page. */
export type ChartWriter = (chart: Chart) => SafeHtml;

/** As wide as a phone has room for, so that letters keep their size; wider cards hold more of them. */
const WIDTH = 340;
const ROW_HEIGHT = 30;
/** Letters may be wider than reckoned, since nobody knows the reader's font. */
const LABEL_WIDTH = 122;
const LABEL_ROOM = 148;

const text = { color: 'var(--muted)', fontSize: 12, fontFamily: 'inherit' };
const line = { color: 'var(--line)', width: 1 };

/** The one file that knows the library, which is loaded only when a chart is drawn. */
export async function loadChartWriter(): Promise<ChartWriter> {
	const { init } = await import('echarts/dist/echarts.common.js');
	return (chart) => {
		const height = chart.direction === 'rows' ? 16 + chart.labels.length * ROW_HEIGHT : 190;
		const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
		try {
			drawing.setOption(optionOf(chart));
			return trustedHtml(drawing.renderToSVGString({ useViewBox: true }));
		} finally {
			drawing.dispose();
		}
	};
}

function optionOf(chart: Chart): EChartsOption {
	const { labels, series, direction } = chart;
	const isRows = direction === 'rows';
	const names = { type: 'category' as const, data: [...labels], axisTick: { show: false } };
	const values = valueAxis(chart);
	return {
		animation: false,
		textStyle: { fontFamily: 'inherit' },
		grid: isRows
			? { left: LABEL_ROOM, right: 34, top: 4, bottom: 8, containLabel: false }
			: { left: 34, right: 10, top: 10, bottom: 26, containLabel: false },
		...(isRows
			? { xAxis: { ...values, show: false }, yAxis: { ...names, inverse: true, ...nameLabels() } }
			: { xAxis: { ...names, ...dateLabels() }, yAxis: values }),
		series: series.map((one, index) => seriesOf(one, chart, index === series.length - 1)),
	};
}

function valueAxis({ write }: Chart) {
	return {
		type: 'value' as const,
		splitNumber: 3,
		minInterval: 1,
		axisLabel: { ...text, formatter: write },
		splitLine: { lineStyle: line },
	};
}

function nameLabels() {
	return {
		axisLine: { show: false },
		axisLabel: { ...text, interval: 0, width: LABEL_WIDTH, overflow: 'truncate' as const },
	};
}

function dateLabels() {
	return { axisLine: { lineStyle: line }, axisLabel: { ...text, hideOverlap: true } };
}

function seriesOf(
	{ name, values, shape, tone }: ChartSeries,
	chart: Chart,
	isLast: boolean,
): SeriesOption {
	const common = { name, silent: true, emphasis: { disabled: true } };
	if (shape === 'line')
		return {
			...common,
			data: [...values],
			type: 'line',
			...lineLook(tone),
			// Between gaps, a value alone makes no line.
			showSymbol: values.length < 15 || values.includes(null),
		};
	const totals = chart.labels.map((_label, index) => totalAt(chart, index));
	return {
		...common,
		// Nothing has no outline either; a row without one would have no number at its end.
		data: values.map((value) => (value === 0 && chart.direction === 'columns' ? null : value)),
		type: 'bar',
		stack: 'all',
		barMaxWidth: 18,
		itemStyle: barLook(tone),
		label: {
			...text,
			show: isLast && chart.direction === 'rows',
			position: 'right',
			formatter: ({ dataIndex }) => chart.write(totals[dataIndex] ?? 0),
		},
	};
}

function totalAt({ series }: Chart, index: number): number {
	return series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
}

/** Filled or hollow, so that they are told apart in black and white. */
function barLook(tone: Tone) {
	const color = `var(--chart-${tone})`;
	return tone === 'rest'
		? { color: 'var(--chart-hollow)', borderColor: color, borderWidth: 1 }
		: { color };
}

/** One drawn through with dots, the other dashed with squares. */
function lineLook(tone: Tone) {
	const color = `var(--chart-${tone})`;
	return {
		symbol: tone === 'main' ? 'circle' : 'rect',
		symbolSize: 5,
		showAllSymbol: true,
		lineStyle: {
			color,
			width: 2,
			type: tone === 'main' ? ('solid' as const) : ('dashed' as const),
		},
		itemStyle: { color },
	};
}
