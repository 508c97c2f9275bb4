import { html, type SafeHtml } from './html';
import { texts } from './texts';

/** What was sent and could not be taken, so that nobody types twice. */
export interface FormFault {
	message: string;
	reason: string;
}

/**
 * The form by which an approver answers. It posts to its own address, which carries the key.
 *
 * Approving is one press; rejecting and sending back unfold, since they need a reason.
 */
export function decisionForm(fault: FormFault | null): SafeHtml {
	return html`<form class="card decide" method="post" action="">
		<button class="primary" name="decision" value="approved">${texts.approve}</button>
		<details ${fault && html`open`}>
			<summary>${texts.notApproving}</summary>
			<label for="reason">${texts.reasonLabel}</label>
			<p class="small muted" id="reason-hint">${texts.reasonHint}</p>
			${fault && html`<p class="fault" role="alert" id="reason-fault">${fault.message}</p>`}
			<textarea
				id="reason"
				name="reason"
				maxlength="2000"
				aria-describedby="reason-hint${fault && ' reason-fault'}"
				${fault && html`aria-invalid="true" autofocus`}
			>
${fault?.reason}</textarea>
			<div class="pair">
				<button name="decision" value="sent_back">${texts.sendBack}</button>
				<button class="reject" name="decision" value="rejected">${texts.reject}</button>
			</div>
		</details>
	</form>`;
}
