import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { CommandOf } from './commands';
import type { Person } from './person';

export type EscalationVerdict =
	| { status: 'already_decided' | 'already_escalated' | 'changed' }
	| { status: 'escalated'; events: CaseEvent[] };

/** Those whom the command names by their ids. */
export interface NamedPeople {
	to: Person[];
	owner: Person | null;
}

/**
 * Whether a rung of the ladder is climbed: once each, only while nobody has decided, and only on the
 * case that it was planned for.
 */
export function decideEscalation(
	current: ApprovalCase,
	command: CommandOf<'escalate'>,
	people: NamedPeople,
	at: string,
): EscalationVerdict {
	if (current.state !== 'pending') return { status: 'already_decided' };
	if (command.level <= current.escalationLevel) return { status: 'already_escalated' };
	if (command.version !== current.version) return { status: 'changed' };
	return { status: 'escalated', events: [{ at, actor: null, ...climbing(command, people) }] };
}

function climbing(
	{ level, action, step, sla, reason }: CommandOf<'escalate'>,
	{ to, owner }: NamedPeople,
) {
	if (action === 'postpone') {
		return { type: 'postponed', data: { level, sla, reason } } as const;
	}
	if (action === 'queue') return { type: 'exhausted', data: { level, owner, reason } } as const;
	if (!step) return { type: 'nudged', data: { level, action, to, sla, reason } } as const;
	const { warnAt = null, dueAt = null } = sla ?? {};
	return { type: 'escalated', data: { level, step, warnAt, dueAt, sla, reason } } as const;
}
