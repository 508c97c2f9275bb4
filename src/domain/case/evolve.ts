import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent, CaseEventOf, OpenedData } from './caseEvents';
import { TrailBrokenError } from './errors';
import type { Decision } from './vocabulary';

/**
 * What a case is after one more event.
 *
 * @throws {TrailBrokenError} the first event does not open the case, or a later one opens it again
 */
export function evolve(current: ApprovalCase | null, event: CaseEvent): ApprovalCase {
	if (event.type === 'opened') {
		if (current) throw new TrailBrokenError('A case cannot be opened twice');
		return opened(event.data);
	}
	if (!current) throw new TrailBrokenError(`A case cannot begin with "${event.type}"`);
	return { ...current, ...changeOf(current, event), version: current.version + 1 };
}

/**
 * What a case is after all its events, in their order.
 *
 * @throws {TrailBrokenError} there are no events, or they do not begin with the opening
 */
export function replay(events: readonly CaseEvent[]): ApprovalCase {
	const state = events.reduce<ApprovalCase | null>(evolve, null);
	if (!state) throw new TrailBrokenError('A case without events is no case');
	return state;
}

function opened(data: OpenedData): ApprovalCase {
	return {
		...data,
		state: 'pending',
		outcome: 'none',
		version: 1,
		step: 0,
		round: 1,
		votes: [],
		decision: null,
		breached: false,
		escalationLevel: 0,
		exhausted: false,
	};
}

function changeOf(current: ApprovalCase, event: CaseEvent): Partial<ApprovalCase> {
	switch (event.type) {
		case 'approved':
		case 'rejected':
		case 'sent_back':
			return decided(current, event);
		case 'released':
		case 'kept':
		case 'not_released':
			return { outcome: event.type };
		case 'superseded':
			// A decision that was made is void from now on; before one, nothing became of the record.
			return { state: 'superseded', outcome: current.state === 'pending' ? 'none' : 'changed' };
		default:
			return progress(current, event);
	}
}

function progress(current: ApprovalCase, event: CaseEvent): Partial<ApprovalCase> {
	switch (event.type) {
		case 'waiting':
			return { executionId: event.data.executionId };
		case 'voted':
			return { votes: [...current.votes, ...countedVote(event)] };
		case 'step_approved':
			return { step: current.step + 1, round: current.round + 1 };
		case 'escalated':
			return climbed(current, event);
		case 'exhausted':
			return { exhausted: true, escalationLevel: event.data.level };
		default:
			return {};
	}
}

function decided(
	{ sla }: ApprovalCase,
	{ type, at, actor, data }: CaseEventOf<Decision>,
): Partial<ApprovalCase> {
	return {
		state: type,
		decision: { decision: type, by: actor, at, ...data },
		breached: sla !== null && Date.parse(at) > Date.parse(sla.dueAt),
	};
}

function countedVote({ actor, at, data: { step, round, decision } }: CaseEventOf<'voted'>) {
	return actor ? [{ actor, step, round, decision, at }] : [];
}

/** Others are asked in the place of those who did not answer; votes of the round before lapse. */
function climbed(current: ApprovalCase, { data }: CaseEventOf<'escalated'>): Partial<ApprovalCase> {
	const { level, step, warnAt, dueAt } = data;
	return {
		steps: current.steps.with(current.step, step),
		round: current.round + 1,
		escalationLevel: level,
		sla: current.sla && dueAt ? { ...current.sla, warnAt: warnAt ?? dueAt, dueAt } : current.sla,
	};
}
