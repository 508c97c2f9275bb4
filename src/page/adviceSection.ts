import type { AdviceSection } from '../domain/case/caseFile';
import { html, type SafeHtml } from './html';
import type { Texts } from './texts/Texts';

/** Advice, always marked as such. */
export function adviceSection(advice: AdviceSection | null, texts: Texts): SafeHtml | null {
	if (!advice) return null;
	const { points, source, summary } = advice;
	return html`<section class="card advice">
		<h2>${source === 'model' ? texts.adviceByModel : texts.adviceByRules}</h2>
		<p>${summary}</p>
		${
			points.length > 0 &&
			html`<ul class="rows">
				${points.map(
					({ kind, text }) =>
						html`<li><span class="tag">${texts.points[kind]}</span> <span>${text}</span></li>`,
				)}
			</ul>`
		}
		${source === 'model' && caution(advice, texts)}
	</section>`;
}

function caution({ confidence }: AdviceSection, texts: Texts): SafeHtml {
	const percent = confidence === null ? null : Math.round(confidence * 100);
	return html`<p class="small muted">
		${texts.adviceByModelNote} ${percent !== null && `${texts.confidence} ${percent} %.`}
	</p>`;
}
