import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';

export type SupersessionVerdict =
	{ status: 'already_decided' } | { status: 'superseded'; events: CaseEvent[] };

/** Whether a case gives way because its subject changed. One that was decided stays as it ended. */
export function decideSupersession(
	{ state }: ApprovalCase,
	grounds: { at: string; reason: string },
): SupersessionVerdict {
	if (state !== 'pending') return { status: 'already_decided' };
	return { status: 'superseded', events: [supersession(grounds)] };
}

export function supersession({ at, reason }: { at: string; reason: string }): CaseEvent {
	return { type: 'superseded', at, actor: null, data: { reason } };
}
