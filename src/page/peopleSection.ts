import type { CaseView } from '../domain/case/caseView';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import { decisionWords, texts } from './texts';

/** Who else is asked, how many have to approve, and who has answered. */
export function peopleSection(view: CaseView, { actorId }: PageReader): SafeHtml | null {
	const { approvers, steps, step } = view;
	if (approvers.length === 0) return null;
	const quorum = steps[step]?.quorum ?? 1;
	return html`<section class="card">
		<h2>${texts.people}</h2>
		<ul class="rows">
			${approvers.map(
				({ id, name }) =>
					html`<li>
						${name} ${id === actorId && html`<span class="muted">(${texts.you})</span>`}
						${answerOf(view, id)}
					</li>`,
			)}
		</ul>
		<p class="small muted">
			${quorum === 1 ? texts.quorumOne : texts.quorum(quorum, approvers.length)}
		</p>
	</section>`;
}

function answerOf({ votes }: CaseView, userId: number): SafeHtml | null {
	const vote = votes.find(({ actor }) => actor.id === userId);
	if (!vote) return null;
	return html`<span class="muted">${texts.hasVoted(decisionWords[vote.decision])}</span>`;
}
