import type { ProcessTrace } from '../../domain/insights/processTrace';
import type { Traced } from '../../domain/insights/trace';
import type { Language } from '../../domain/languages';
import { formatInstant, formatSecond } from '../formatInstant';
import { html, type SafeHtml } from '../html';
import { layout, noticePage } from '../layout';
import { linkNotice } from '../notices';
import { caseSection, figures } from './caseSection';
import { outboxSection } from './outboxSection';
import type { TraceReader } from './TraceReader';
import { sheetStyles } from '../sheet';
import { traceStyles } from './traceStyles';
import { waySection } from './waySection';
import type { Words } from './words/Words';
import { wordsOf } from './words/wordsOf';

/** The whole way of a business event or a record as a page of its own, for a screen or for paper. */
export function tracePage(trace: ProcessTrace, reader: TraceReader): string {
	const words = wordsOf(reader.language);
	const { record } = trace;
	const contents = record
		? html`${openingSection(trace, reader, words)}
			${trace.cases.map((one) => caseSection(one, reader.language))} ${waySection(trace, reader)}
			${outboxSection(trace, words)}`
		: nothingSection(trace.about, words);
	return layout(
		`${words.kind}: ${record?.name ?? nameOf(trace.about, words)}`,
		html`<style>
				${sheetStyles} ${traceStyles}
			</style>
			${contents}${footer(trace, reader, words)}`,
		reader.language,
	);
}

/**
 * Says why no way is shown, and what to do.
 * @returns 400 where the address of the page is no question, 503 where Odoo is not there
 */
export function traceRefusal(
	fault: 'unaskable' | 'unavailable',
	language: Language,
): { status: number; html: string } {
	const notice =
		fault === 'unavailable'
			? linkNotice('unavailable', language)
			: ({ status: 400, tone: 'bad', ...wordsOf(language).unaskable } as const);
	return { status: notice.status, html: noticePage(notice, language) };
}

function openingSection(trace: ProcessTrace, { zone, language }: TraceReader, words: Words) {
	const { record, traceIds, steps, cut } = trace;
	const [first, last] = [steps[0], steps.at(-1)];
	return html`<section class="card">
		<p class="kind">${words.kind}</p>
		<h1>${record?.name}</h1>
		${figures([
			[words.begun, first && formatSecond(first.at, zone, language)],
			[words.lastStep, last && last !== first && formatSecond(last.at, zone, language)],
			[
				traceIds.length > 1 ? words.traceIds : words.traceId,
				traceIds.map((id) => html`<div class="id">${id}</div>`),
			],
		])}
		${cut && html`<p class="due soon">${words.cut}</p>`}
		<p class="links small">${record && html`<a href="${record.url}">${words.openRecord}</a>`}</p>
	</section>`;
}

/** Said in so many words, since an empty page would look like one that failed. */
function nothingSection(about: Traced, words: Words): SafeHtml {
	const { title, text } = words.nothing;
	return html`<section class="card notice" role="status">
		<h1>${title(nameOf(about, words))}</h1>
		<p>${text}</p>
		${'traceId' in about && html`<p class="id">${about.traceId}</p>`}
	</section>`;
}

function nameOf(about: Traced, { nothing }: Words): string {
	if ('model' in about) return nothing.record(about.model, about.recordId);
	return 'traceId' in about ? nothing.trace : `${nothing.case} ${about.caseId}`;
}

function footer({ at }: ProcessTrace, { zone, language }: TraceReader, words: Words): SafeHtml {
	return html`<footer><p>${words.readAt(formatInstant(at, zone, language))}</p></footer>`;
}
