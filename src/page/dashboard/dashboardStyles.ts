import { trustedHtml } from '../html';

/** What the dashboard needs beside the styles of every page; charts take their colours from here. */
export const dashboardStyles = trustedHtml(`
:root { --chart-main: var(--accent); --chart-rest: #6b7682; --chart-bad: var(--bad-text); --chart-other: #46379b; --chart-hollow: var(--card); }
@media screen and (prefers-color-scheme: dark) { :root { --chart-rest: #98a3ae; --chart-other: #c2b8ff; } }
main, .top { max-width: 76rem; }
h2 { font-size: 1rem; color: var(--text); }
.card > h1 + .kind { margin: 0.25rem 0 1rem; }
.card > h3 { font-size: 0.9375rem; margin: 1.25rem 0 0.5rem; }
.card > * + table, .card > * + p { margin-top: 0.875rem; }
.card > h2 + table, .card > h2 + p, .card > h3 + table { margin-top: 0; }
.card > .keys + * { margin-top: 1.5rem; }
.state { border-radius: 0.625rem; padding: 0.75rem 1rem; margin-bottom: 1.25rem; border-left: 5px solid; }
.state.good { background: var(--accent-soft); color: var(--accent-text); }
.state.bad { background: var(--bad-soft); color: var(--bad-text); list-style: none; display: grid; gap: 0.5rem; }
.state strong { display: block; }
.keys { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); column-gap: 1.25rem; margin-bottom: -1rem; }
.keys > div { display: grid; grid-row: span 3; grid-template-rows: subgrid; row-gap: 0; padding-bottom: 1rem; }
.keys dt { align-self: end; color: var(--muted); font-size: 0.8125rem; line-height: 1.3; }
.keys dd { font-size: 1.5rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
.keys .bad dd:not(.hint) { color: var(--bad-text); }
.keys .hint { font-size: 0.8125rem; font-weight: 400; letter-spacing: 0; color: var(--muted); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0.875rem; }
.charts > h2 { grid-column: 1 / -1; margin: 0.75rem 0 0 0.125rem; }
figure { margin: 0; min-width: 0; }
figcaption { font-size: 0.9375rem; font-weight: 600; margin-bottom: 0.375rem; }
@media (min-width: 36rem) { .keys { grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); } }
.chart svg { display: block; overflow: visible; width: 100%; max-width: 30rem; height: auto; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; margin-bottom: 0.5rem; font-size: 0.8125rem; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: 0.375rem; }
.legend i { flex: none; width: 0.75rem; height: 0.75rem; border: 1px solid; }
.legend .main { color: var(--chart-main); } .legend .rest { color: var(--chart-rest); } .legend .bad { color: var(--chart-bad); } .legend .other { color: var(--chart-other); }
.legend .as-bar { background: currentColor; }
.legend .as-bar.rest { background: var(--chart-hollow); }
.legend .as-line { width: 1.25rem; height: 0; border-width: 2px 0 0; }
.legend .as-line.other { border-top-style: dashed; }
.charts details { margin-top: 0.5rem; }
.charts details > summary { justify-content: flex-start; font-size: 0.875rem; min-height: 2.75rem; }
.charts details > summary::before { content: '+'; margin-right: 0.5rem; }
.charts details[open] > summary::before { content: '\\2212'; }
td.number { white-space: nowrap; }
.under { display: block; font-size: 0.8125rem; color: var(--muted); font-weight: 400; }
.badge { display: inline-block; border-radius: 0.375rem; padding: 0 0.4375rem; font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
.badge.soon { background: var(--warn-soft); color: var(--warn-text); }
.badge.late { background: var(--bad-soft); color: var(--bad-text); }
@media (max-width: 36rem) {
	.sheet td.words:not(:first-child) { display: flex; flex-wrap: wrap; column-gap: 1rem; }
	.sheet td.words:not(:first-child) > :last-child { text-align: right; }
	.sheet .bar { min-width: 8rem; }
}
@media print {
	.charts { grid-template-columns: repeat(3, 1fr); }
	figure, .state { break-inside: avoid; }
	.state, .badge, .legend i { print-color-adjust: exact; }
	.charts details { display: none; }
}
`);
