import type { ProcessTrace, TraceStep } from '../../domain/insights/processTrace';
import { formatDuration, formatSecond } from '../formatInstant';
import { html, type SafeHtml } from '../html';
import { stepWords } from './stepWords';
import type { TraceReader } from './TraceReader';
import { wordsOf } from './words/wordsOf';

/** What came sooner came at once. */
const NOTICEABLE_SECONDS = 0.05;

/** Every step in the order of time, with how long after the one before it came. */
export function waySection({ steps, cases }: ProcessTrace, reader: TraceReader): SafeHtml {
	const { timeline } = wordsOf(reader.language);
	return html`<section class="card">
		<h2>${timeline}</h2>
		<ol class="way">
			${steps.map((step) => stepRow(step, cases.length > 1, reader))}
		</ol>
	</section>`;
}

function stepRow(step: TraceStep, isOneOfMany: boolean, { zone, language }: TraceReader): SafeHtml {
	const { at, who, secondsSince } = step;
	const words = wordsOf(language);
	const { what, said } = stepWords(step, language);
	const isLater = secondsSince !== null && secondsSince >= NOTICEABLE_SECONDS;
	const whose = belongsTo(step, isOneOfMany, language);
	return html`<li class="${who ? 'person' : ''}">
		<div>
			<strong>${what}</strong> <span class="muted">${who?.name}</span>
			${said && html`<div class="small">${said}</div>`}
			${whose && html`<div class="small muted">${whose}</div>`}
		</div>
		<div class="when small">
			<time class="muted" datetime="${at}">${formatSecond(at, zone, language)}</time>
			${isLater && html`<div class="later">${words.since(formatDuration(secondsSince, language))}</div>`}
		</div>
	</li>`;
}

/** Of which event it tells, or of which case where there are several. */
function belongsTo(
	{ outboxId, caseId }: TraceStep,
	isOneOfMany: boolean,
	language: TraceReader['language'],
): string {
	const words = wordsOf(language);
	if (outboxId !== null) return words.event(outboxId);
	return isOneOfMany && caseId !== null ? words.case(caseId) : '';
}
