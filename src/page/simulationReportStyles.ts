import { trustedHtml } from './html';

/** What the report needs beside the styles of every page; in the same colours. */
export const reportStyles = trustedHtml(`
main, .top { max-width: 60rem; }
main h1 { margin-top: 0.25rem; font-size: 1.375rem; line-height: 1.35; font-weight: 650; text-wrap: pretty; }
.card > h1 + dl { margin-top: 1.125rem; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); }
.card > h3 { font-size: 0.9375rem; margin: 1.25rem 0 0.5rem; }
.card > h3:first-of-type { margin-top: 0; }
.card > p + table, .card > table + p { margin-top: 0.75rem; }
.outcome { white-space: nowrap; border-radius: 0.375rem; padding: 0.0625rem 0.4375rem; font-size: 0.875rem; font-weight: 600; }
.outcome.auto_approve { background: var(--accent-soft); color: var(--accent-text); }
.outcome.require_approval { background: var(--warn-soft); color: var(--warn-text); }
.outcome.escalate { background: var(--advice-soft); color: var(--advice-text); }
.outcome.reject { background: var(--bad-soft); color: var(--bad-text); }
.same { color: var(--muted); }
.hash { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.8125rem; }
@media print { .outcome { print-color-adjust: exact; } }
`);
