import type { LeftOut } from '../../src/domain/authority/errors';
import type { CaseFile } from '../../src/domain/case/caseFile';
import type { CaseView } from '../../src/domain/case/caseView';
import type { ApproverLink } from '../../src/n8n/approverPage/approverLinks';

/** The case file's section on who is asked, as Odoo has it. */
export function routingSection(
	{ id, name, step, round, steps, approvers }: CaseView,
	leftOut: readonly LeftOut[],
	links: readonly ApproverLink[],
): NonNullable<CaseFile['routing']> {
	return {
		caseId: id,
		caseName: name,
		step,
		round,
		steps,
		approvers: approvers.map((approver) => ({
			id: approver.id,
			name: approver.name,
			login: approver.login,
			email: approver.email,
			link: links.find(({ approverId }) => approverId === approver.id)?.url ?? '',
		})),
		leftOut: [...leftOut],
	};
}
