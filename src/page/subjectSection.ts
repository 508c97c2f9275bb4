import type { CaseView } from '../domain/case/caseView';
import { pauseAt } from '../domain/sla/slaClock';
import { formatDistance, formatInstant } from './formatInstant';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import { formatAmount } from './formatAmount';
import type { Texts } from './texts/Texts';
import { textsOf } from './texts/textsOf';

/** What is asked, by whom, about how much and until when. */
export function subjectSection(view: CaseView, reader: PageReader): SafeHtml {
	const texts = textsOf(reader.language);
	const { amount, currency } = view;
	return html`<section class="card">
		<p class="kind">${reader.areaLabel}</p>
		${urgentLine(view, texts)}
		<div class="headline">
			<h1>${view.recordName}</h1>
			${
				amount !== null &&
				html`<p class="amount">${formatAmount(amount, currency, reader.language)}</p>`
			}
		</div>
		<p class="muted beside">
			<span>${texts.requestedBy} ${view.requester.name}</span>${odooLink(reader, texts)}
		</p>
		${dueLine(view, reader)}
	</section>`;
}

/** Somebody has marked it as urgent, and said why. */
function urgentLine({ expedited, trail }: CaseView, texts: Texts): SafeHtml | null {
	if (!expedited) return null;
	const marked = trail.find(
		({ type, data }) =>
			type === 'expedited' || (type === 'nudged' && data['action'] === 'priority'),
	);
	const reason = marked?.data['reason'];
	const why = typeof reason === 'string' && `: ${reason}`;
	return html`<p class="due late"><strong>${texts.urgent}</strong>${why}</p>`;
}

function odooLink({ recordUrl }: PageReader, texts: Texts): SafeHtml | null {
	if (!recordUrl) return null;
	return html`<a href="${recordUrl}" rel="noreferrer">${texts.openInOdoo}</a>`;
}

function dueLine({ sla, state }: CaseView, { now, zone, language }: PageReader): SafeHtml | null {
	const texts = textsOf(language);
	if (!sla || state !== 'pending') return null;
	const at = Date.parse(now);
	const isLate = at >= Date.parse(sla.dueAt);
	const tone = isLate ? 'late' : at >= Date.parse(sla.warnAt) ? 'soon' : '';
	const distance = formatDistance(sla.dueAt, now, language);
	const pause = pauseAt(sla, now);
	return html`<p class="due ${tone}">
			${isLate ? texts.wasDue : texts.due}
			<strong>${formatInstant(sla.dueAt, zone, language)}</strong>, ${distance}
		</p>
		${
			pause &&
			html`<p class="muted">
				${texts.pausedUntil} ${formatInstant(pause.to, zone, language)}: ${pause.reason}
			</p>`
		}`;
}
