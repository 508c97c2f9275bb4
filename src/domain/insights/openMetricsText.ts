/** What tells the samples of a family apart. */
export type Labels = Readonly<Record<string, string>>;

interface Named {
	/** Without `_total`, `_bucket` and the like; ends in the unit where there is one. */
	name: string;
	help: string;
	unit?: 'seconds';
}

/** Counters never fall; what a later event may take back is a gauge. */
interface Values extends Named {
	type: 'counter' | 'gauge';
	samples: ReadonlyArray<{ labels: Labels; value: number }>;
}

interface Histogram extends Named {
	type: 'histogram';
	/** Upper bounds, rising, each below a million. */
	bounds: readonly number[];
	samples: ReadonlyArray<{
		labels: Labels;
		/** How many are within each bound. */
		within: readonly number[];
		count: number;
		sum: number;
	}>;
}

/** A metric with all its series. */
export type MetricFamily = Values | Histogram;

export const openMetricsContentType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** The text that OpenMetrics 1.0 describes, as scrapers read it. */
export function openMetricsText(families: readonly MetricFamily[]): string {
	return [...families.flatMap(linesOf), '# EOF', ''].join('\n');
}

function linesOf(family: MetricFamily): string[] {
	const { name, type, unit, help } = family;
	return [
		`# TYPE ${name} ${type}`,
		...(unit ? [`# UNIT ${name} ${unit}`] : []),
		`# HELP ${name} ${escaped(help)}`,
		...(family.type === 'histogram' ? histogramLines(family) : valueLines(family)),
	];
}

function valueLines({ name, type, samples }: Values): string[] {
	const suffix = type === 'counter' ? '_total' : '';
	return samples.map(({ labels, value }) => line(name + suffix, labels, value));
}

function histogramLines({ name, bounds, samples }: Histogram): string[] {
	return samples.flatMap(({ labels, within, count, sum }) => [
		...bounds.map((bound, index) =>
			line(`${name}_bucket`, { ...labels, le: float(bound) }, within[index] ?? 0),
		),
		line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
		line(`${name}_count`, labels, count),
		line(`${name}_sum`, labels, sum),
	]);
}

function line(name: string, labels: Labels, value: number): string {
	const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
	return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${String(value)}`;
}

/** Bounds are labels, and so compared as text: each has one way to be written. */
function float(value: number): string {
	return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

function escaped(text: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
