import type { CaseView } from '../../src/domain/case/caseView';
import { signLink } from '../../src/domain/links/links';
import type { SigningKey } from '../../src/domain/links/signedToken';
import type { ApproverLink } from './routingSection';

const SECONDS_PER_DAY = 86_400;

/**
 * Everyone's own link. The address is the same in every round and for everybody, so what a link may
 * do stands in our signed parameter.
 */
export function approverLinks(
	view: CaseView,
	resumeUrl: string,
	key: SigningKey,
	validity: { days: number; now: Date },
): ApproverLink[] {
	const { id, step, round, approvers } = view;
	const exp = Math.floor(validity.now.getTime() / 1000) + validity.days * SECONDS_PER_DAY;
	return approvers.map((approver) => {
		const url = pageOf(view, resumeUrl);
		url.searchParams.set(
			'approval',
			signLink({ case: id, step, round, actor: approver.id, exp }, key),
		);
		return { approverId: approver.id, url: url.href };
	});
}

/**
 * The relay workflow's page, which outlives the execution; without one, the execution itself. The
 * page's address comes from Odoo, and nobody's key is handed to another host than this n8n.
 */
function pageOf({ pageUrl }: CaseView, resumeUrl: string): URL {
	const own = new URL(resumeUrl);
	const page = pageUrl === null ? own : new URL(pageUrl);
	return page.origin === own.origin ? page : own;
}
