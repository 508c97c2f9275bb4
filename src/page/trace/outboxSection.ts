import type { ProcessTrace } from '../../domain/insights/processTrace';
import { html, type HtmlValue, type SafeHtml } from '../html';
import { sheet } from '../sheet';
import type { Words } from './words/Words';

type EventOfTrace = ProcessTrace['events'][number];

/** The events: whether n8n has them, how often it was tried, and where n8n worked on them. */
export function outboxSection({ events }: ProcessTrace, words: Words): SafeHtml | null {
	if (events.length === 0) return null;
	const { columns } = words;
	return html`<section class="card">
		<h2>${words.outbox}</h2>
		${sheet(
			[
				{ label: columns.event, isText: true },
				{ label: columns.state, isText: true },
				{ label: columns.attempts },
				{ label: columns.execution },
				{ label: columns.error, isText: true },
			],
			events.map((event) => [
				html`${event.outboxId} ${words.events[event.type]}
				${event.requested && `(${words.requested})`}`,
				html`<span class="state ${toneOf(event)}">${words.eventStates[event.state]}</span>`,
				event.attempts,
				executionOf(event),
				event.error ?? words.noLap,
			]),
		)}
	</section>`;
}

function executionOf({ executionId, executionUrl }: EventOfTrace): HtmlValue {
	return executionId && executionUrl
		? html`<a href="${executionUrl}">${executionId}</a>`
		: executionId;
}

function toneOf({ state }: EventOfTrace): string {
	if (state === 'dead') return 'bad';
	return state === 'acknowledged' ? 'good' : '';
}
