import { trustedHtml } from './html';

/**
 * Phone first, system fonts, light and dark; paper is light. Every pair of colours has a contrast of at least
 * 4.5 : 1, and what is to be touched is at least 48 px high.
 */
export const styles = trustedHtml(`
:root {
	color-scheme: light dark;
	--ground: #f3f4f6; --card: #ffffff; --line: #dfe3e8; --text: #16191d; --muted: #565f6b;
	--accent: #0b6b53; --on-accent: #ffffff; --accent-soft: #e3f3ee; --accent-text: #0a5a46;
	--warn-soft: #fdf0d9; --warn-text: #7a4a00; --bad-soft: #fde8e6; --bad-text: #9b1c12;
	--advice-soft: #edebfb; --advice-text: #46379b;
}
@media screen and (prefers-color-scheme: dark) {
	:root {
		--ground: #0f1215; --card: #191d22; --line: #2e353d; --text: #e9ecef; --muted: #a3adb8;
		--accent: #3cc49d; --on-accent: #04231a; --accent-soft: #12332a; --accent-text: #7fe0c1;
		--warn-soft: #3a2a0c; --warn-text: #f5c66c; --bad-soft: #43191a; --bad-text: #ffaba3;
		--advice-soft: #262245; --advice-text: #c2b8ff;
	}
}
* { box-sizing: border-box; }
body {
	margin: 0; background: var(--ground); color: var(--text);
	font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
	-webkit-text-size-adjust: 100%;
}
main { max-width: 42rem; margin: 0 auto; padding: 0 1rem 2rem; display: grid; gap: 0.875rem; }
main > * { min-width: 0; }
.top {
	max-width: 42rem; margin: 0 auto; padding: 1rem; display: flex; align-items: center; gap: 0.5rem;
	color: var(--muted); font-size: 0.875rem; font-weight: 600;
}
.top svg { width: 1.5rem; height: 1.5rem; flex: none; }
h1, h2, p, dl, dd, ul, ol { margin: 0; padding: 0; }
h1 { font-size: 1.625rem; line-height: 1.2; letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { font-size: 0.8125rem; font-weight: 600; color: var(--muted); margin-bottom: 0.625rem; }
a { color: var(--accent-text); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 0.875rem; padding: 1.125rem; }
.kind { color: var(--muted); font-size: 0.875rem; }
.headline { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0.25rem 1rem; }
.amount { font-size: 1.625rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; font-variant-numeric: tabular-nums; }
.muted { color: var(--muted); }
.small { font-size: 0.875rem; }
.due { display: inline-block; margin-top: 0.75rem; padding: 0.25rem 0.625rem; border-radius: 0.5rem; font-size: 0.875rem; background: var(--accent-soft); color: var(--accent-text); }
.kind + .due { margin: 0.375rem 0 0.625rem; }
.due.soon { background: var(--warn-soft); color: var(--warn-text); }
.due.late { background: var(--bad-soft); color: var(--bad-text); }
.rows { list-style: none; display: grid; gap: 0.75rem; }
.rows li, .rows + p { overflow-wrap: anywhere; text-wrap: pretty; }
.rows + p { margin-top: 0.625rem; }
.beside { display: flex; flex-wrap: wrap; gap: 0 0.875rem; }
.reasons li { padding-left: 0.875rem; border-left: 3px solid var(--accent); font-weight: 550; }
.reasons .small { font-weight: 400; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.875rem 1.25rem; }
.figures dt { color: var(--muted); font-size: 0.8125rem; }
.figures dd { font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th { text-align: left; font-size: 0.8125rem; font-weight: 600; color: var(--muted); padding: 0 0.75rem 0.375rem 0; white-space: nowrap; }
td { padding: 0.5rem 0.75rem 0.5rem 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
th:not(:first-child), td:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 36rem) {
	table, tbody, tr, td { display: block; }
	thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
	tr { padding: 0.625rem 0; border-top: 1px solid var(--line); }
	tr:first-child { border-top: 0; padding-top: 0; }
	td { display: flex; justify-content: space-between; gap: 1rem; padding: 0.125rem 0; border: 0; }
	td::before { content: attr(data-label); color: var(--muted); font-size: 0.875rem; }
	td:first-child { font-weight: 600; }
	td:first-child::before { content: none; }
}
.advice { background: var(--advice-soft); border-color: transparent; }
.advice h2 { color: var(--advice-text); }
.advice .rows { margin-top: 0.75rem; gap: 0.5rem; }
.advice .rows li { display: grid; grid-template-columns: minmax(4.5rem, max-content) 1fr; gap: 0.5rem; align-items: baseline; }
.advice .told, .advice .doubt { margin-top: 0.5rem; }
.advice .doubt { font-weight: 600; }
.tag { font-size: 0.8125rem; font-weight: 600; color: var(--advice-text); }
.notice { border-left-width: 5px; border-left-color: var(--muted); }
.notice h1, .notice h2 { font-size: 1.25rem; color: inherit; margin: 0 0 0.25rem; line-height: 1.3; letter-spacing: -0.01em; }
.notice.good { border-left-color: var(--accent); }
.notice.bad { border-left-color: var(--bad-text); }
details > summary { cursor: pointer; min-height: 3rem; display: flex; align-items: center; justify-content: center; text-align: center; font-weight: 600; color: var(--accent-text); list-style: none; }
details > summary::-webkit-details-marker { display: none; }
details.card { padding: 0 1.125rem; }
details.card > summary { justify-content: space-between; color: var(--muted); font-size: 0.8125rem; }
details.card > summary::after { content: '+'; font-size: 1.125rem; }
details.card[open] > summary::after { content: '\\2212'; }
details.card[open] { padding-bottom: 1.125rem; }
.decide { box-shadow: 0 -0.25rem 1.5rem rgb(0 0 0 / 0.12); display: grid; gap: 0.25rem; padding-bottom: 0.5rem; }
@media (min-height: 36rem) { .decide { position: sticky; bottom: 0.75rem; } }
:is(button, .button) { width: 100%; min-height: 3rem; border-radius: 0.625rem; border: 1px solid var(--line); font: inherit; font-weight: 650; cursor: pointer; background: var(--card); color: var(--text); }
button.primary, .button { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-size: 1.0625rem; }
button.reject { color: var(--bad-text); border-color: currentColor; }
button:hover { filter: brightness(1.06); }
:is(a, button, select, summary, textarea):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.625rem; margin: 0.625rem 0; }
label { font-weight: 600; font-size: 0.9375rem; }
textarea { width: 100%; min-height: 5.5rem; margin-top: 0.25rem; padding: 0.625rem; border-radius: 0.625rem; border: 1px solid var(--muted); background: var(--ground); color: var(--text); font: inherit; resize: vertical; }
.button { display: flex; align-items: center; justify-content: center; text-decoration: none; }
select { width: 100%; min-height: 3rem; margin: 0.25rem 0 0.75rem; padding: 0 0.625rem; border-radius: 0.625rem; border: 1px solid var(--muted); background: var(--ground); color: var(--text); font: inherit; }
textarea[aria-invalid] { border-color: var(--bad-text); border-width: 2px; }
.fault { color: var(--bad-text); font-weight: 600; font-size: 0.9375rem; }
footer { color: var(--muted); font-size: 0.8125rem; padding: 0.25rem 0.125rem; overflow-wrap: anywhere; }
@media (min-width: 36rem) { h1, .amount { font-size: 1.875rem; } .card { padding: 1.375rem 1.5rem; } .decide { padding-bottom: 0.75rem; } }
@media print { .decide { display: none; } body { background: none; } }
`);
