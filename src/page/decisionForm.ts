import type { CaseView } from '../domain/case/caseView';
import { reasonCodes } from '../domain/case/reasonCodes';
import { html, type SafeHtml } from './html';
import type { PageReader } from './PageReader';
import type { Texts } from './texts/Texts';
import { textsOf } from './texts/textsOf';

/** What was sent and could not be taken, so that nobody types or chooses twice. */
export interface FormFault {
	message: string;
	/** Which part of the form it is about. */
	part: 'reasons' | 'others';
	reason: string;
	reasonCode: string;
	toId: number | null;
	note: string;
}

/**
 * The form by which an approver answers. It posts to its own address, which carries the key.
 *
 * Approving is one press; everything else unfolds, since it needs more than a press. There are no
 * one-line fields: in those, Enter would press the first button.
 *
 * @param token of the form, without which an answer does not count
 */
export function decisionForm(
	view: CaseView,
	{ language }: PageReader,
	token: string,
	fault: FormFault | null,
): SafeHtml {
	const texts = textsOf(language);
	return html`<form class="card decide" method="post" action="">
		<input type="hidden" name="token" value="${token}" />
		<button class="primary" name="decision" value="approved">${texts.form.approve}</button>
		${reasonPart(texts, fault)} ${othersPart(view, texts, fault)}
	</form>`;
}

function reasonPart({ form, reasonCodes: words }: Texts, fault: FormFault | null): SafeHtml {
	const isAtFault = fault?.part === 'reasons';
	return html`<details ${isAtFault && html`open`}>
		<summary>${form.notApproving}</summary>
		${alertOf(isAtFault ? fault : null, 'reason-fault')}
		<label for="reasonCode">${form.reasonCode}</label>
		<p class="small muted" id="code-hint">${form.reasonCodeHint}</p>
		<select id="reasonCode" name="reasonCode" aria-describedby="code-hint">
			<option value="">${form.reasonCodeNone}</option>
			${reasonCodes.map((code) => option(code, words[code], code === fault?.reasonCode))}
		</select>
		<label for="reason">${form.reason}</label>
		<p class="small muted" id="reason-hint">${form.reasonHint}</p>
		<textarea
			id="reason"
			name="reason"
			maxlength="2000"
			aria-describedby="reason-hint${isAtFault && ' reason-fault'}"
			${isAtFault && html`aria-invalid="true" autofocus`}
		>
${fault?.reason}</textarea>
		<div class="pair">
			<button name="decision" value="sent_back">${form.sendBack}</button>
			<button class="reject" name="decision" value="rejected">${form.reject}</button>
		</div>
	</details>`;
}

/** For whoever would rather not decide; nothing where there is nobody else. */
function othersPart(view: CaseView, texts: Texts, fault: FormFault | null): SafeHtml | null {
	const { form } = texts;
	const { mayAbstain, mayForward } = waysAside(view);
	if (!mayAbstain && !mayForward) return null;
	const own = fault?.part === 'others' ? fault : null;
	return html`<details ${own && html`open`}>
		<summary>${form.others}</summary>
		${alertOf(own, 'others-fault')} ${mayForward && forwardChoice(view, texts, own)}
		<label for="note">${form.note}</label>
		<textarea id="note" name="note" maxlength="2000">${fault?.note}</textarea>
		<div class="pair">
			${mayAbstain && button('abstained', form.abstain)}
			${mayForward && button('forwarded', form.forward)}
		</div>
	</details>`;
}

function alertOf(fault: FormFault | null, id: string): SafeHtml | null {
	return fault && html`<p class="fault" role="alert" id="${id}">${fault.message}</p>`;
}

function waysAside({ eligible, approvers, steps, step }: CaseView) {
	return {
		mayAbstain: approvers.length > (steps[step]?.quorum ?? 1),
		mayForward: eligible.length > 0,
	};
}

function button(decision: 'abstained' | 'forwarded', words: string): SafeHtml {
	return html`<button name="decision" value="${decision}">${words}</button>`;
}

function forwardChoice({ eligible }: CaseView, { form }: Texts, fault: FormFault | null): SafeHtml {
	return html`<label for="to">${form.forwardTo}</label>
		<select id="to" name="to" ${fault && html`aria-describedby="others-fault"`}>
			<option value="">${form.reasonCodeNone}</option>
			${eligible.map(({ id, name }) => option(String(id), name, id === fault?.toId))}
		</select>`;
}

function option(value: string, words: string, isChosen: boolean): SafeHtml {
	return html`<option value="${value}" ${isChosen && html`selected`}>${words}</option>`;
}

/** In place of the form, where the risk is too high for a link. */
export function odooOnlySection({ language, caseUrl }: PageReader): SafeHtml {
	const { form } = textsOf(language);
	return html`<section class="card decide">
		<p>${form.inOdooHint}</p>
		${caseUrl && html`<a class="button" href="${caseUrl}" rel="noreferrer">${form.inOdoo}</a>`}
	</section>`;
}
