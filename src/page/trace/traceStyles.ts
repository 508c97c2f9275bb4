import { trustedHtml } from '../html';

/** What the page of a way needs beside the styles of every page; in the same colours. */
export const traceStyles = trustedHtml(`
main, .top { max-width: 52rem; }
.card > dl { margin-top: 1rem; }
.state { white-space: nowrap; border-radius: 0.375rem; padding: 0.125rem 0.5rem; font-size: 0.875rem; font-weight: 600; background: var(--warn-soft); color: var(--warn-text); }
.state.good { background: var(--accent-soft); color: var(--accent-text); }
.state.bad { background: var(--bad-soft); color: var(--bad-text); }
.id { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.875rem; overflow-wrap: anywhere; }
.card > dl + h2 { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.card > h2 + dl { margin-top: 0.625rem; }
.card > .figures:has(.id) { grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); }
.sheet td::before { white-space: nowrap; }
.way { list-style: none; }
.way li { position: relative; padding: 0 0 1.125rem 1.5rem; overflow-wrap: anywhere; text-wrap: pretty; }
.way li::before { content: ''; position: absolute; left: 0.125rem; top: 0.4375rem; width: 0.625rem; height: 0.625rem; border-radius: 50%; background: var(--card); border: 2px solid var(--muted); }
.way li.person::before { background: var(--accent-text); border-color: var(--accent-text); }
.way li::after { content: ''; position: absolute; left: 0.4375rem; top: 1.25rem; bottom: -0.25rem; width: 1px; background: var(--line); }
.way li:last-child { padding-bottom: 0; }
.way li:last-child::after { content: none; }
.way strong { font-weight: 600; }
.later { color: var(--accent-text); font-variant-numeric: tabular-nums; white-space: nowrap; }
.links { display: flex; flex-wrap: wrap; gap: 0.375rem 1.25rem; margin-top: 1rem; }
.links a { min-height: 1.75rem; display: inline-flex; align-items: center; }
@media (min-width: 36rem) {
	.way li { display: grid; grid-template-columns: 1fr max-content; gap: 0 1.25rem; }
	.way .when { text-align: right; grid-row: 1; grid-column: 2; }
}
@media print {
	:root { color-scheme: light; }
	main, .top { max-width: none; padding-left: 0; padding-right: 0; }
	.card { border-radius: 0; border-width: 1px 0 0; padding: 0.75rem 0; }
	.way li, tr { break-inside: avoid; }
	h2 { break-after: avoid; }
	.state, .way li::before { print-color-adjust: exact; }
}
`);
