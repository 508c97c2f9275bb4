import type { CaseView } from '../../domain/case/caseView';
import type { SigningKey } from '../../domain/links/signedToken';
import type { Ledger } from '../../odoo/ledger/Ledger';
import { linkFor } from './approverLinks';

/**
 * Has Odoo send everyone who is asked now their own link, when a new round has begun while an
 * execution waits; said twice, it happens once a round.
 *
 * @param exp until when the links work, Unix seconds
 */
export async function sendLinks(
	ledger: Ledger,
	view: CaseView,
	key: SigningKey,
	exp: number,
): Promise<void> {
	const { id: caseId, resumeUrl, executionId, approvers } = view;
	// Where nothing waits, people find the case among their tasks in Odoo.
	if (view.state !== 'pending' || resumeUrl === null || executionId === null) return;
	const links = approvers.map(({ id }) => linkFor(id, view, resumeUrl, key, exp));
	await ledger.execute<'wait'>({ command: 'wait', caseId, resumeUrl, executionId, links });
}
