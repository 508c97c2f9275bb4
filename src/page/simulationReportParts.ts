import { formatValue } from '../domain/formatValue';
import type { PolicyOutcome } from '../domain/policy/policyResult';
import type { PolicyFigures } from '../domain/simulation/PolicyTally';
import type { Tally } from '../domain/simulation/tallies';
import { html, type SafeHtml } from './html';

export const outcomeLabels: Readonly<Record<PolicyOutcome, string>> = {
	auto_approve: 'Approved automatically',
	require_approval: 'Needs approval',
	escalate: 'Escalated',
	reject: 'Rejected',
};

export function outcomeLabel(outcome: PolicyOutcome): SafeHtml {
	return html`<span class="outcome ${outcome}">${outcomeLabels[outcome]}</span>`;
}

/** Amounts by currency, one below the other. */
export function amountsOf({ cases, amounts, withoutAmount }: Tally): SafeHtml {
	const lines = amounts.map(({ amount, currency }) => formatValue(amount, 'money', currency));
	if (cases === 0) return html`<span class="same">none</span>`;
	if (withoutAmount > 0) lines.push(`${formatValue(withoutAmount)} without amount`);
	return html`<span
		>${lines.map((line) => html`<span class="amounts">${line}</span><br />`)}</span
	>`;
}

export function policyName({ id, version }: PolicyFigures): string {
	return `${id}, version ${version}`;
}

/** Figures of one policy, or of both, one below the other, under their names. */
export function forEachPolicy(
	[first, second]: readonly [PolicyFigures, PolicyFigures | null],
	write: (figures: PolicyFigures) => SafeHtml,
): SafeHtml {
	if (!second) return write(first);
	return html`${[first, second].map(
		(figures) =>
			html`<h3>${policyName(figures)}</h3>
				${write(figures)}`,
	)}`;
}
