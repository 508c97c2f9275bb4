import type { CaseView } from '../domain/case/caseView';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import type { Texts } from './texts/Texts';
import { textsOf } from './texts/textsOf';

/** Who else is asked, how many have to approve, and who has answered. */
export function peopleSection(view: CaseView, { actorId, language }: PageReader): SafeHtml | null {
	const { approvers, steps, step } = view;
	const texts = textsOf(language);
	if (approvers.length === 0) return null;
	const quorum = steps[step]?.quorum ?? 1;
	return html`<section class="card">
		<h2>${texts.people}${steps.length > 1 && ` · ${texts.stepOf(step + 1, steps.length)}`}</h2>
		${standIn(view, actorId, texts)}
		<ul class="rows">
			${approvers.map(
				({ id, name }) =>
					html`<li>
						${name} ${id === actorId && html`<span class="muted">(${texts.you})</span>`}
						${answerOf(view, id, texts)}
					</li>`,
			)}
		</ul>
		<p class="small muted">
			${quorum === 1 ? texts.quorumOne : texts.quorum(quorum, approvers.length)}
		</p>
	</section>`;
}

/** For whom the reader answers; the name is known only where the trail has it. */
function standIn({ steps, step, trail }: CaseView, actorId: number, texts: Texts): SafeHtml | null {
	const { delegations = [] } = steps[step] ?? {};
	const seats = delegations.filter(({ delegateId }) => delegateId === actorId);
	if (seats.length === 0) return null;
	const names = seats.map(
		({ forId }) => trail.find(({ actor }) => actor?.id === forId)?.actor?.name ?? null,
	);
	return html`${names.map((name) => html`<p>${texts.standsInFor(name)}</p>`)}`;
}

function answerOf({ votes }: CaseView, userId: number, texts: Texts): SafeHtml | null {
	const vote = votes.find(({ actor }) => actor.id === userId);
	if (!vote) return null;
	return html`<span class="muted">${texts.hasAnswered(texts.decided[vote.decision])}</span>`;
}
