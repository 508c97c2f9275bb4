import type { FigureRow } from '../../domain/insights/figuresFrom';
import type { Percentiles } from '../../domain/insights/figureSections';
import { html, type SafeHtml } from '../html';
import { sheet } from '../sheet';
import type { Chart } from './chartWriter';
import type { DashboardSetting } from './DashboardSetting';
import { formatCount, formatDuration, formatHours, UNKNOWN } from './formatFigures';
import { chartFigure, emptyFigure } from './parts';

/** As many rows as a chart can hold and be read. */
const MOST_ROWS = 8;

/** Where cases wait: by area, by who is asked, and how long each step takes. */
export function stuckSection(setting: DashboardSetting): SafeHtml {
	const { figures, texts } = setting;
	const { stuck } = texts;
	return html`<section class="charts" aria-label="${stuck.heading}">
		<h2>${stuck.heading}</h2>
		${waitingFigure(stuck.byArea, stuck.area, figures.byArea, setting)}
		${waitingFigure(stuck.byPeople, stuck.person, figures.byApprover, setting)}
		${stepsTable(setting)}
	</section>`;
}

function waitingFigure(
	title: string,
	column: string,
	rows: readonly FigureRow[],
	setting: DashboardSetting,
): SafeHtml {
	const { draw, reader, texts } = setting;
	const { language } = reader;
	const { stuck } = texts;
	const waiting = rows.flatMap(({ label, waiting: found, decided }) =>
		found && found.count > 0 ? [{ label, ...found, decisionHours: decided.decisionHours }] : [],
	);
	const sorted = waiting.sort((left, right) => right.count - left.count);
	if (sorted.length === 0) return emptyFigure(title, stuck.nobody);
	const shown = sorted.slice(0, MOST_ROWS);
	const chart: Chart = {
		labels: shown.map(({ label }) => label),
		direction: 'rows',
		write: (value) => formatCount(value, language),
		series: [
			bars(stuck.overdue, 'bad', shown, ({ overdue }) => overdue),
			bars(stuck.inTime, 'rest', shown, ({ count, overdue }) => count - overdue),
		],
	};
	const count = (value: number) => formatCount(value, language);
	return chartFigure(
		{
			title,
			words: shown
				.map((one) => stuck.waitingWords(one.label, count(one.count), count(one.overdue)))
				.join('; '),
			svg: draw(chart),
			series: chart.series,
			columns: [
				{ label: column, isText: true },
				...[stuck.waiting, stuck.overdue, stuck.withoutDueTime].map((label) => ({ label })),
				{ label: stuck.oldest },
				{ label: texts.keys.p90 },
			],
			rows: sorted.map((one) => [
				one.label,
				...[one.count, one.overdue, one.withoutDueTime].map(count),
				formatHours(one.oldestHours, language),
				formatHours(one.decisionHours?.p90, language),
			]),
		},
		texts,
	);
}

function bars<Row>(
	name: string,
	tone: 'bad' | 'rest',
	rows: readonly Row[],
	valueOf: (row: Row) => number,
): Chart['series'][number] {
	return { name, shape: 'bar', tone, values: rows.map(valueOf) };
}

/** From seconds to days, which no axis holds; so these are figures and not bars. */
function stepsTable({ figures, reader, texts }: DashboardSetting): SafeHtml {
	const { opened, decided } = figures.total;
	const { stuck } = texts;
	const written = (times: Percentiles | null, unit: number) =>
		times === null
			? [UNKNOWN, UNKNOWN]
			: [times.p50, times.p90].map((time) => formatDuration(time * unit, reader.language));
	return html`<figure class="card">
		<figcaption>${stuck.bySteps}</figcaption>
		${sheet(
			[{ label: stuck.step, isText: true }, { label: stuck.median }, { label: stuck.p90 }],
			[
				[stuck.routing, ...written(opened?.routingSeconds ?? null, 1)],
				[stuck.deciding, ...written(decided.decisionHours, 3_600)],
				[stuck.applying, ...written(decided.applyingSeconds, 1)],
			],
		)}
	</figure>`;
}
