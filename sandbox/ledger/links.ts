import { askedNow } from '../../src/domain/case/ApprovalCase';
import type { CommandOf } from '../../src/domain/case/commands';
import { escapeHtml, postMessage } from '../models/messages';
import type { Environment } from '../orm/Environment';
import { idIn, numberIn, textIn } from '../orm/rowValues';
import type { KeptCase } from './caseStore';

/** Sends each approver who is asked now their own link, once a round and for nobody else to read. */
export function sendLinks(
	env: Environment,
	kept: KeptCase,
	links: CommandOf<'wait'>['links'],
): void {
	const { id, row, state } = kept;
	const asked = askedNow(state);
	const isSent = numberIn(row, 'x_notified_round') >= state.round;
	if (asked.length === 0 || links.length === 0 || isSent) return;

	env.database.update('x_approval_case', id, { x_notified_round: state.round });
	for (const { approverId, url } of links) sendLink(env, kept, approverId, url);
}

/** Sends somebody who is asked now their own link. */
export function sendLink(env: Environment, kept: KeptCase, approverId: number, url: string): void {
	const { row, state } = kept;
	if (!askedNow(state).includes(approverId)) return;
	tell(env, kept, approverId, invitation(textIn(row, 'x_name'), textIn(row, 'x_summary'), url));
}

/** A message about the case that nobody else can read. */
export function tell(env: Environment, { id }: KeptCase, userId: number, body: string): void {
	const user = env.database.find('res.users', userId);
	postMessage(env, 'x_approval_case', id, {
		body,
		bodyIsHtml: true,
		messageType: 'user_notification',
		subtype: 'mail.mt_note',
		recipientIds: [(user && idIn(user, 'partner_id')) ?? 0],
	});
}

function invitation(caseName: string, summary: string, url: string): string {
	const said = escapeHtml(summary || caseName).replaceAll('\n', '<br/>');
	return `<p>${said}</p><p><a href="${escapeHtml(url)}">Decide on ${escapeHtml(caseName)}</a></p>`;
}
