import type { CaseView } from '../../src/domain/case/caseView';
import { signLink } from '../../src/domain/links/links';
import type { SigningKey } from '../../src/domain/links/signedToken';
import type { ApproverLink } from './routingSection';

const SECONDS_PER_DAY = 86_400;

/**
 * Everyone's own link. n8n's address is the same in every round and for everybody, so what a link may
 * do stands in our signed parameter.
 */
export function approverLinks(
	{ id, step, round, approvers }: CaseView,
	resumeUrl: string,
	key: SigningKey,
	validity: { days: number; now: Date },
): ApproverLink[] {
	const exp = Math.floor(validity.now.getTime() / 1000) + validity.days * SECONDS_PER_DAY;
	return approvers.map((approver) => {
		const url = new URL(resumeUrl);
		url.searchParams.set(
			'approval',
			signLink({ case: id, step, round, actor: approver.id, exp }, key),
		);
		return { approverId: approver.id, url: url.href };
	});
}
