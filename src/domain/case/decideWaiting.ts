import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';

/** Notes which execution waits for a case, once for each. */
export function decideWaiting(
	{ executionId: known }: ApprovalCase,
	{ at, executionId }: { at: string; executionId: string },
): CaseEvent[] {
	if (known === executionId) return [];
	return [{ type: 'waiting', at, actor: null, data: { executionId } }];
}
