import { html, trustedHtml, type HtmlValue, type SafeHtml } from './html';

export interface Column {
	label: string;
	/** Whether it holds sentences; numbers stand at the right. */
	isText?: boolean;
}

/** A table, which a phone shows as one block for each row. */
export function sheet(columns: readonly Column[], rows: readonly HtmlValue[][]): SafeHtml {
	return html`<table class="sheet">
		<thead>
			<tr>
				${columns.map((column) => html`<th scope="col" class="${kindOf(column)}">${column.label}</th>`)}
			</tr>
		</thead>
		<tbody>
			${rows.map(
				(row) =>
					html`<tr>
						${row.map((cell, index) => cellOf(columns[index], cell))}
					</tr>`,
			)}
		</tbody>
	</table>`;
}

function cellOf(column: Column = { label: '' }, cell: HtmlValue): SafeHtml {
	return html`<td class="${kindOf(column)}" data-label="${column.label}">${cell}</td>`;
}

function kindOf({ isText }: Column): string {
	return isText ? 'words' : 'number';
}

/** Said by the number beside it, so it is hidden from screen readers. */
export function bar(percent: number): SafeHtml {
	return html`<span class="bar" aria-hidden="true"><i style="width: ${percent}%"></i></span>`;
}

/** What tables and bars need beside the styles of every page; in the same colours. */
export const sheetStyles = trustedHtml(`
.sheet td.words { text-align: left; }
.sheet td.words:not(:first-child), .sheet th.words { text-align: left; }
.sheet td { overflow-wrap: break-word; }
.sheet .amounts { white-space: nowrap; }
.bar { display: block; min-width: 6rem; height: 0.375rem; margin-top: 0.375rem; border-radius: 0.1875rem; background: var(--line); overflow: hidden; }
.bar > i { display: block; height: 100%; background: currentColor; }
@media (max-width: 36rem) {
	.sheet td.words:not(:first-child) { display: block; }
	.sheet td.words:not(:first-child)::before { display: block; }
	.sheet td::before { text-align: left; }
}
@media print {
	:root { color-scheme: light; }
	main, .top { max-width: none; padding-left: 0; padding-right: 0; }
	.card { border-radius: 0; border-width: 1px 0 0; padding: 0.75rem 0; }
	tr { break-inside: avoid; }
	h2, h3, thead { break-after: avoid; }
	a { color: inherit; }
	.bar, .bar > i { print-color-adjust: exact; }
}
`);
