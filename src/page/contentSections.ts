import type { CaseView } from '../domain/case/caseView';
import { html, type SafeHtml } from './html';
import { textOrLink } from './textOrLink';
import type { Texts } from './texts/Texts';

/** Figures worth a look. */
export function figuresSection({ figures }: CaseView, texts: Texts): SafeHtml | null {
	if (figures.length === 0) return null;
	return html`<section class="card">
		<h2>${texts.figures}</h2>
		<dl class="figures">
			${figures.map(
				({ label, value }) =>
					html`<div>
						<dt>${label}</dt>
						<dd>${textOrLink(value)}</dd>
					</div>`,
			)}
		</dl>
	</section>`;
}

/** The lines of the document: a table, which a phone shows as one block for each line. */
export function linesSection(
	{ lines: { columns, rows } }: CaseView,
	texts: Texts,
): SafeHtml | null {
	if (rows.length === 0) return null;
	return html`<section class="card">
		<h2>${texts.lines}</h2>
		<table>
			<thead>
				<tr>
					${columns.map((column) => html`<th scope="col">${column}</th>`)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) =>
						html`<tr>
							${row.map((cell, index) => html`<td data-label="${columns[index]}">${textOrLink(cell)}</td>`)}
						</tr>`,
				)}
			</tbody>
		</table>
	</section>`;
}
