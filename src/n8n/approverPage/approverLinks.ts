import type { CaseView } from '../../domain/case/caseView';
import { sealOf, signLink } from '../../domain/links/links';
import type { SigningKey } from '../../domain/links/signedToken';

const SECONDS_PER_DAY = 86_400;

export interface ApproverLink {
	approverId: number;
	url: string;
}

/**
 * The own link of everyone who is asked now.
 * @param resumeUrl where the waiting execution is reached
 */
export function approverLinks(
	view: CaseView,
	resumeUrl: string,
	key: SigningKey,
	validity: { days: number; now: Date },
): ApproverLink[] {
	const exp = Math.floor(validity.now.getTime() / 1000) + validity.days * SECONDS_PER_DAY;
	return view.approvers.map(({ id }) => linkFor(id, view, resumeUrl, key, exp));
}

/**
 * One person's link. The address is the same in every round and for everybody, so what a link may
 * do stands in our signed parameter.
 *
 * @param exp Unix seconds
 */
export function linkFor(
	approverId: number,
	view: CaseView,
	resumeUrl: string,
	key: SigningKey,
	exp: number,
): ApproverLink {
	const { id, step, round, fingerprint } = view;
	const url = pageOf(view, resumeUrl);
	const claims = { case: id, step, round, actor: approverId, fp: sealOf(fingerprint), exp };
	url.searchParams.set('approval', signLink(claims, key));
	return { approverId, url: url.href };
}

/**
 * The relay workflow's page, which outlives the execution; without one, the execution itself. The
 * page's address comes from Odoo, and nobody's key is handed to another host than this n8n.
 */
function pageOf(view: CaseView, resumeUrl: string): URL {
	return new URL(leadsToPage(view, resumeUrl) ? view.pageUrl : resumeUrl);
}

/** Whether a relay workflow of this n8n serves the page of the case. */
export function leadsToPage(
	view: CaseView,
	ownUrl: string,
): view is CaseView & { pageUrl: string } {
	return view.pageUrl !== null && new URL(view.pageUrl).origin === new URL(ownUrl).origin;
}
