import type { CaseView, TrailEntry } from '../domain/case/caseView';
import { decisions } from '../domain/case/vocabulary';
import { formatInstant } from './formatInstant';
import { html, type SafeHtml } from './html';
import { decisionWords, eventWords, texts } from './texts';

/** The trail of the case, newest last, folded away until asked for. */
export function trailSection({ trail }: CaseView, zone: string): SafeHtml | null {
	if (trail.length === 0) return null;
	return html`<details class="card">
		<summary>${texts.trail}</summary>
		<ol class="rows">
			${trail.map((entry) => trailRow(entry, zone))}
		</ol>
	</details>`;
}

function trailRow(entry: TrailEntry, zone: string): SafeHtml {
	const { actor, at, data, type } = entry;
	const reason = typeof data['reason'] === 'string' ? data['reason'] : '';
	return html`<li>
		${eventWords[type]}${answerOf(entry)}
		<span class="muted">${actor?.name ?? texts.byPolicy}</span>
		<div class="small muted">${formatInstant(at, zone)}</div>
		${reason && html`<div class="small">${reason}</div>`}
	</li>`;
}

function answerOf({ type, data }: TrailEntry): string {
	const decision = decisions.find((one) => one === data['decision']);
	return type === 'voted' && decision ? `: ${decisionWords[decision]}` : '';
}
