import { askedNow } from '../../src/domain/case/ApprovalCase';
import type { CommandOf } from '../../src/domain/case/commands';
import { escapeHtml, postMessage } from '../models/messages';
import type { Environment } from '../orm/Environment';
import { idIn, idsIn, textIn } from '../orm/rowValues';
import type { KeptCase } from './caseStore';

/** Sends each approver who is asked now their own link, once a round and for nobody else to read. */
export function sendLinks(
	env: Environment,
	kept: KeptCase,
	links: CommandOf<'wait'>['links'],
): void {
	const asked = askedNow(kept.state);
	for (const { approverId, url } of links) {
		const user = env.database.find('res.users', approverId);
		const partner = user ? idIn(user, 'partner_id') : null;
		if (partner === null || !asked.includes(approverId) || wasSent(env, kept, partner)) continue;
		const id = postMessage(env, 'x_approval_case', kept.id, {
			body: linkNote(textIn(kept.row, 'x_name'), url),
			bodyIsHtml: true,
			messageType: 'user_notification',
			subtype: 'mail.mt_note',
			recipientIds: [partner],
		});
		env.database.update('mail.message', id, { sandbox_round: kept.state.round });
	}
}

function wasSent({ database }: Environment, { id, state }: KeptCase, partner: number): boolean {
	return database
		.rows('mail.message')
		.filter((row) => row['model'] === 'x_approval_case' && row['res_id'] === id)
		.filter((row) => row['sandbox_round'] === state.round)
		.some((row) => idsIn(row, 'partner_ids').includes(partner));
}

function linkNote(caseName: string, url: string): string {
	return `<p>You are asked to decide on ${escapeHtml(caseName)}. <a href="${escapeHtml(url)}">Open the approval page</a></p>`;
}
