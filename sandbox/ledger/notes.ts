import type { CaseEventOf } from '../../src/domain/case/caseEvents';
import type { Decision } from '../../src/domain/case/vocabulary';
import { escapeHtml, postMessage } from '../models/messages';
import type { Environment } from '../orm/Environment';
import { textIn } from '../orm/rowValues';
import type { KeptCase } from './caseStore';

export const words: Record<Decision, string> = {
	approved: 'Approved',
	rejected: 'Rejected',
	sent_back: 'Sent back',
};

export function postOnCase(environment: Environment, { id }: KeptCase, text: string): void {
	post(environment, 'x_approval_case', id, escapeHtml(text));
}

/** One line in the record's chatter, with what was said about it. */
export function noteOnSubject(
	environment: Environment,
	{ state }: KeptCase,
	headline: string,
	said: string | null,
): void {
	const more = said ? `: ${escapeHtml(said)}` : '';
	post(environment, state.model, state.recordId, `<p><b>${escapeHtml(headline)}</b>${more}</p>`);
}

/** Tells the people who follow the record what was decided, and what became of it. */
export function postOutcome(
	environment: Environment,
	{ row, state }: KeptCase,
	{ type, data }: CaseEventOf<'released' | 'kept' | 'not_released'>,
): void {
	const { decision } = state;
	if (!decision) return;
	const who = `${words[decision.decision]} by ${decision.by?.name ?? 'policy'}`;
	const failed = type === 'not_released' ? ', but Odoo did not carry it out' : '';
	const said = data.message ?? decision.reason;
	const trail = `Case ${textIn(row, 'x_name')}, trail ${textIn(row, 'x_last_hash')}`;
	const body =
		`<p><b>${escapeHtml(who)}</b>${failed}${said ? `: ${escapeHtml(said)}` : ''}` +
		`<br/>${escapeHtml(trail)}</p>`;
	post(environment, state.model, state.recordId, body);
}

function post(environment: Environment, model: string, recordId: number, body: string): void {
	postMessage(environment, model, recordId, {
		body,
		bodyIsHtml: true,
		messageType: 'notification',
		subtype: 'mail.mt_note',
	});
}
