import type { LeftOut } from '../../src/domain/authority/errors';
import type { CaseFile } from '../../src/domain/case/caseFile';
import type { CaseView } from '../../src/domain/case/caseView';
import { messageAbout, type MessageReader } from '../../src/message/messageAbout';
import type { ApproverLink } from '../../src/n8n/approverPage/approverLinks';

type Routing = NonNullable<CaseFile['routing']>;

/** With more people a message for each would swell the item; the one for all is there anyway. */
const MOST_MESSAGES = 20;

/** The case file's section on who is asked, as Odoo has it. */
export function routingSection(
	{ id, name, traceId, step, round, steps, approvers }: CaseView,
	leftOut: readonly LeftOut[],
	links: readonly ApproverLink[],
): Routing {
	return {
		caseId: id,
		caseName: name,
		traceId,
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

/**
 * The section with messages that are ready to be sent: one for a channel, and one for each approver.
 * @param reader with n8n's zone; whoever has one of their own reads their message in it
 */
export function withMessages(
	routing: Routing,
	view: CaseView,
	reader: Omit<MessageReader, 'link'>,
): Routing {
	const approvers = routing.approvers.map((approver) => {
		const zone = view.approvers.find(({ id }) => id === approver.id)?.timeZone || reader.zone;
		const link = approver.link || null;
		return { ...approver, message: messageAbout(view, { ...reader, zone, link }) };
	});
	return {
		...routing,
		approvers: approvers.length > MOST_MESSAGES ? routing.approvers : approvers,
		message: messageAbout(view, { ...reader, link: null }),
	};
}
