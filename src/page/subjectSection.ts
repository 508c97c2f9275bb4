import type { CaseView } from '../domain/case/caseView';
import { formatValue } from '../domain/formatValue';
import { formatDistance, formatInstant } from './formatInstant';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import { texts } from './texts';

/** What is asked, by whom, about how much and until when. */
export function subjectSection(view: CaseView, reader: PageReader): SafeHtml {
	const amount = view.amount === null ? null : formatValue(view.amount, 'money', view.currency);
	return html`<section class="card">
		<p class="kind">${reader.areaLabel}</p>
		<div class="headline">
			<h1>${view.recordName}</h1>
			${amount && html`<p class="amount">${amount}</p>`}
		</div>
		<p class="muted beside">
			<span>${texts.requestedBy} ${view.requester.name}</span>${odooLink(reader)}
		</p>
		${dueLine(view, reader)}
	</section>`;
}

function odooLink({ recordUrl }: PageReader): SafeHtml | null {
	if (!recordUrl) return null;
	return html`<a href="${recordUrl}" rel="noreferrer">${texts.openInOdoo}</a>`;
}

function dueLine({ sla, state }: CaseView, { now, zone }: PageReader): SafeHtml | null {
	if (!sla || state !== 'pending') return null;
	const at = Date.parse(now);
	const isLate = at >= Date.parse(sla.dueAt);
	const tone = isLate ? 'late' : at >= Date.parse(sla.warnAt) ? 'soon' : '';
	const distance = formatDistance(sla.dueAt, now);
	return html`<p class="due ${tone}">
		${isLate ? texts.wasDue : texts.due} <strong>${formatInstant(sla.dueAt, zone)}</strong>,
		${distance}
	</p>`;
}
