import { isOpen, type ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';

export type SupersessionVerdict =
	{ status: 'already_decided' } | { status: 'superseded'; events: CaseEvent[] };

/** Whether a case gives way because its subject changed. One that was applied stays as it ended. */
export function decideSupersession(
	current: ApprovalCase,
	{ at, reason }: { at: string; reason: string },
): SupersessionVerdict {
	if (!isOpen(current)) return { status: 'already_decided' };
	return {
		status: 'superseded',
		events: [{ type: 'superseded', at, actor: null, data: { reason } }],
	};
}
