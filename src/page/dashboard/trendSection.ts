import { html, type SafeHtml } from '../html';
import type { Chart, ChartSeries } from './chartWriter';
import type { DashboardSetting } from './DashboardSetting';
import { formatCount, formatHours, formatPeriod, UNKNOWN } from './formatFigures';
import { chartFigure, emptyFigure } from './parts';

/** How it went, period by period. */
export function trendSection(setting: DashboardSetting): SafeHtml {
	const { trend } = setting.texts;
	return html`<section class="charts" aria-label="${trend.heading}">
		<h2>${trend.heading}</h2>
		${flowFigure(setting)} ${timesFigure(setting)} ${lateFigure(setting)}
	</section>`;
}

/** What came in, by who answers it, and what people got done. */
function flowFigure(setting: DashboardSetting): SafeHtml {
	const { figures, reader, texts } = setting;
	const { trend } = texts;
	const periods = figures.byPeriod;
	const opened = periods.map((one) => one.opened?.count ?? 0);
	const autoApproved = periods.map((one) => one.opened?.autoApproved ?? 0);
	const forPeople = opened.map((count, index) => count - (autoApproved[index] ?? 0));
	const decided = periods.map((one) => one.decided.byPeople);
	const { total } = figures;
	return periodFigure(
		trend.flow,
		trend.flowWords(
			count(total.opened?.count ?? null, setting),
			count(total.opened?.autoApproved ?? null, setting),
			count(total.decided.byPeople, setting),
		),
		[
			// At the bottom, where the line is beside it.
			{ name: trend.forPeople, shape: 'bar', tone: 'rest', values: forPeople },
			{ name: trend.autoApproved, shape: 'bar', tone: 'main', values: autoApproved },
			{ name: trend.decided, shape: 'line', tone: 'other', values: decided },
		],
		[
			{ label: trend.opened, values: opened },
			{ label: trend.autoApproved, values: autoApproved },
			{ label: trend.decided, values: decided },
		],
		setting,
		(value) => formatCount(value, reader.language),
	);
}

function timesFigure(setting: DashboardSetting): SafeHtml {
	const { figures, reader, texts } = setting;
	const { stuck, trend } = texts;
	const { language } = reader;
	const hours = figures.byPeriod.map(({ decided }) => decided.decisionHours);
	if (hours.every((one) => one === null))
		return emptyFigure(titleOf(trend.times, setting), trend.nobodyDecided);
	const series: ChartSeries[] = [
		{
			name: stuck.median,
			shape: 'line',
			tone: 'main',
			values: hours.map((one) => one?.p50 ?? null),
		},
		{ name: stuck.p90, shape: 'line', tone: 'other', values: hours.map((one) => one?.p90 ?? null) },
	];
	const { decisionHours } = figures.total.decided;
	return periodFigure(
		trend.times,
		trend.timesWords(
			formatHours(decisionHours?.p50, language),
			formatHours(decisionHours?.p90, language),
		),
		series,
		series.map(({ name, values }) => ({ label: name, values })),
		setting,
		(value) => formatHours(value, language),
	);
}

function lateFigure(setting: DashboardSetting): SafeHtml {
	const { figures, reader, texts } = setting;
	const { trend } = texts;
	const late = figures.byPeriod.map(({ decided }) => decided.late);
	if (late.every((number) => number === 0))
		return emptyFigure(titleOf(trend.late, setting), trend.noneLate);
	return periodFigure(
		trend.late,
		trend.lateWords(count(figures.total.decided.late, setting)),
		[{ name: trend.decidedLate, shape: 'bar', tone: 'bad', values: late }],
		[{ label: trend.decidedLate, values: late }],
		setting,
		(value) => formatCount(value, reader.language),
	);
}

function count(value: number | null, { reader }: DashboardSetting): string {
	return formatCount(value, reader.language);
}

function titleOf(title: string, { unit, texts }: DashboardSetting): string {
	return `${title}, ${texts.trend.by[unit]}`;
}

/** @param write how the table has a figure */
function periodFigure(
	title: string,
	words: string,
	series: readonly ChartSeries[],
	columns: ReadonlyArray<{ label: string; values: ReadonlyArray<number | null> }>,
	setting: DashboardSetting,
	write: (value: number | null) => string,
): SafeHtml {
	const { figures, unit, reader, texts, draw } = setting;
	const { language } = reader;
	const labels = figures.byPeriod.map(({ key }) =>
		key === null ? UNKNOWN : formatPeriod(key, unit, language),
	);
	const chart: Chart = {
		labels,
		series,
		direction: 'columns',
		write: (value) => formatCount(value, language),
	};
	return chartFigure(
		{
			title: titleOf(title, setting),
			words,
			svg: draw(chart),
			series,
			columns: [
				{ label: texts.trend.period, isText: true },
				...columns.map(({ label }) => ({ label })),
			],
			rows: labels.map((label, index) => [
				label,
				...columns.map(({ values }) => write(values[index] ?? null)),
			]),
		},
		texts,
	);
}
