import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { CommandOf } from './commands';

export type ClockVerdict =
	{ status: 'already_decided' | 'changed' } | { status: 'clock_set'; events: CaseEvent[] };

/**
 * Whether the clock of a case is set: only the one that the change was computed from. Once people have
 * decided it can only be stopped, which tells whether they were in time.
 */
export function decideClock(
	{ state, version }: ApprovalCase,
	{ change, sla, reason, version: seen }: CommandOf<'clock'>,
	at: string,
): ClockVerdict {
	if (state !== 'pending' && change !== 'stopped') return { status: 'already_decided' };
	if (version !== seen) return { status: 'changed' };
	const data = { change, reason, sla };
	return { status: 'clock_set', events: [{ type: 'clock_set', at, actor: null, data }] };
}
