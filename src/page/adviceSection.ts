import type { AdviceSection } from '../domain/advice/adviceSection';
import { html, type HtmlValue, type SafeHtml } from './html';
import type { Texts } from './texts/Texts';

/**
 * Advice, always marked as such. What is put together from rules leaves out the reasons, which stand
 * on the page anyway.
 */
export function adviceSection(advice: AdviceSection | null, texts: Texts): SafeHtml | null {
	if (!advice) return null;
	const { points, source, summary, cause, uncertain } = advice;
	const byModel = source === 'model';
	const shown = byModel ? points : points.filter(({ kind }) => kind !== 'against');
	return html`<section class="card advice">
		<h2>${byModel ? texts.adviceByModel : texts.adviceByRules}</h2>
		${uncertain && html`<p class="doubt">${texts.advice.uncertain}</p>`}
		${byModel && html`<p>${summary}</p>`} ${cause && told(texts.advice.cause, cause.text)}
		${
			shown.length > 0 &&
			html`<ul class="rows">
				${shown.map(
					({ kind, text }) =>
						html`<li><span class="tag">${texts.points[kind]}</span> <span>${text}</span></li>`,
				)}
			</ul>`
		}
		${suggestion(advice, texts)} ${byModel && caution(advice, texts)}
	</section>`;
}

/** What the clerk would do: words for people, and no way of doing it. */
function suggestion(
	{ suggestion: advised, urgency, source }: AdviceSection,
	texts: Texts,
): HtmlValue {
	// From rules, the next step names it.
	const role = source === 'model' ? advised?.role : null;
	const isUrgent = urgency === 'high' || urgency === 'critical';
	return html`${advised && told(texts.advice.nextStep, advised.text)}
	${role && told(texts.advice.role, role.replaceAll('_', ' '))}
	${isUrgent && told(texts.advice.urgency, texts.advice.urgencies[urgency])}`;
}

function told(label: string, text: string): SafeHtml {
	return html`<p class="told"><span class="tag">${label}:</span> ${text}</p>`;
}

function caution({ confidence }: AdviceSection, texts: Texts): SafeHtml {
	const percent = confidence === null ? null : Math.round(confidence * 100);
	return html`<p class="small muted">
		${texts.adviceByModelNote} ${percent !== null && `${texts.confidence} ${percent} %.`}
	</p>`;
}
