import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { CommandOf } from './commands';

export type EscalationVerdict =
	| { status: 'already_decided' | 'already_escalated' }
	| { status: 'escalated'; events: CaseEvent[] };

/**
 * Whether a rung of the ladder is climbed: once each, and only while nobody has decided.
 *
 * A rung without anybody to ask ends the ladder; the case then waits for the approval managers.
 */
export function decideEscalation(
	{ state, escalationLevel }: ApprovalCase,
	{ kind, level, step, warnAt, dueAt, reason }: CommandOf<'escalate'>,
	at: string,
): EscalationVerdict {
	if (state !== 'pending') return { status: 'already_decided' };
	if (level <= escalationLevel) return { status: 'already_escalated' };
	const event: CaseEvent =
		kind === 'ask' && step
			? { type: 'escalated', at, actor: null, data: { level, step, warnAt, dueAt, reason } }
			: { type: 'exhausted', at, actor: null, data: { level, reason } };
	return { status: 'escalated', events: [event] };
}
