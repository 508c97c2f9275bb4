import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';

/** Notes which execution waits for a case: once for each, and only while there is something to wait for. */
export function decideWaiting(
	{ state, executionId: waiting }: ApprovalCase,
	{ at, executionId }: { at: string; executionId: string },
): CaseEvent[] {
	if (state !== 'pending' || waiting === executionId) return [];
	return [{ type: 'waiting', at, actor: null, data: { executionId } }];
}
