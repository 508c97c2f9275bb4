import { z } from 'zod';
import type { CaseView, TrailEntry } from '../domain/case/caseView';
import { personSchema } from '../domain/case/person';
import { decisions } from '../domain/case/vocabulary';
import { formatInstant } from './formatInstant';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import type { Texts } from './texts/Texts';
import { textsOf } from './texts/textsOf';

/** The trail of the case, newest last, folded away until asked for. */
export function trailSection({ trail }: CaseView, reader: PageReader): SafeHtml | null {
	if (trail.length === 0) return null;
	const texts = textsOf(reader.language);
	return html`<details class="card">
		<summary>${texts.trail}</summary>
		<ol class="rows">
			${trail.map((entry) => trailRow(entry, reader, texts))}
		</ol>
	</details>`;
}

function trailRow(entry: TrailEntry, { zone, language }: PageReader, texts: Texts): SafeHtml {
	const { actor, at, data, type } = entry;
	const reason = typeof data['reason'] === 'string' ? data['reason'] : '';
	return html`<li>
		${texts.events[type]}${detailOf(entry, texts)}
		<span class="muted">${actor?.name ?? texts.byPolicy}</span>
		<div class="small muted">${formatInstant(at, zone, language)}</div>
		${reason && html`<div class="small">${reason}</div>`}
	</li>`;
}

const forwarding = z.object({ to: personSchema });
const telling = z.object({ to: z.array(personSchema) });

/** What was answered, to whom it was forwarded, or who was told. */
export function detailOf(
	{ type, data }: Pick<TrailEntry, 'type' | 'data'>,
	{ decided }: Texts,
): string {
	const decision = decisions.find((one) => one === data['decision']);
	if (type === 'voted' && decision) return `: ${decided[decision]}`;
	const name = type === 'forwarded' && forwarding.safeParse(data).data?.to.name;
	if (name) return `: ${name}`;
	const told = type === 'nudged' ? (telling.safeParse(data).data?.to ?? []) : [];
	return told.length > 0 ? `: ${told.map((one) => one.name).join(', ')}` : '';
}
