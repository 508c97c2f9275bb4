import type { Language } from '../../domain/languages';
import { html, type HtmlValue, type SafeHtml } from '../html';
import { sheet, type Column } from '../sheet';
import type { ChartSeries } from './chartWriter';
import { formatCount } from './formatFigures';
import type { DashboardTexts } from './texts/Texts';

export interface KeyFigure {
	label: string;
	value: string;
	/** What else has to be known to read it. */
	hint?: string;
	/** Whether somebody has to do something about it. */
	isBad?: boolean;
}

/** How many there are of something. */
export function countFigure(
	label: string,
	count: number,
	language: Language,
	isBad = false,
): KeyFigure {
	return { label, value: formatCount(count, language), isBad };
}

/** Figures under their names, beside one another. */
export function keyFigures(figures: readonly KeyFigure[]): SafeHtml {
	return html`<dl class="keys">
		${figures.map(
			({ label, value, hint, isBad }) =>
				html`<div ${isBad && html`class="bad"`}>
					<dt>${label}</dt>
					<dd>${value}</dd>
					${hint !== undefined && html`<dd class="hint">${hint}</dd>`}
				</div>`,
		)}
	</dl>`;
}

/** A part of the page under a heading; `kind` names its look. */
export function part(heading: string, contents: HtmlValue, kind = ''): SafeHtml {
	return html`<section class="card ${kind}">
		<h2>${heading}</h2>
		${contents}
	</section>`;
}

export interface ChartFigure {
	title: string;
	/** The chart for whoever cannot see it. */
	words: string;
	svg: SafeHtml;
	series: readonly ChartSeries[];
	columns: readonly Column[];
	rows: readonly HtmlValue[][];
}

/** In the place of a chart in which nothing would be. */
export function emptyFigure(title: string, words: string): SafeHtml {
	return html`<figure class="card">
		<figcaption>${title}</figcaption>
		<p>${words}</p>
	</figure>`;
}

/** A chart with its legend, and its figures as a table. */
export function chartFigure(
	{ title, words, svg, series, columns, rows }: ChartFigure,
	texts: DashboardTexts,
): SafeHtml {
	return html`<figure class="card">
		<figcaption>${title}</figcaption>
		<ul class="legend">
			${series.map(
				({ name, shape, tone }) =>
					html`<li><i class="${`as-${shape} ${tone}`}" aria-hidden="true"></i>${name}</li>`,
			)}
		</ul>
		<div class="chart" role="img" aria-label="${`${title}. ${words}`}">${svg}</div>
		${figuresTable(columns, rows, texts)}
	</figure>`;
}

/** The figures of a chart, folded. */
function figuresTable(
	columns: readonly Column[],
	rows: readonly HtmlValue[][],
	texts: DashboardTexts,
): SafeHtml {
	return html`<details>
		<summary>${texts.table}</summary>
		${sheet(columns, rows)}
	</details>`;
}
