import type { OpenedData } from './caseEvents';
import type { DecisionSection } from './caseFile';
import type { Person } from './person';
import type { VoteView } from './caseView';
import type { CaseState, RecordOutcome } from './vocabulary';

/** A case as its events make it. Ids, names and addresses belong to whoever keeps it. */
export interface ApprovalCase extends OpenedData {
	state: CaseState;
	outcome: RecordOutcome;
	/** How many events the case has. */
	version: number;
	/** Index in `steps` of the step that is open now, or was open last. */
	step: number;
	round: number;
	/** Every vote that was ever counted, of earlier steps and rounds too. */
	votes: VoteView[];
	decision: DecisionSection | null;
	/** Whether it was decided after it was due. */
	breached: boolean;
	escalationLevel: number;
	exhausted: boolean;
	/** Who looks after it in the manual queue, once the ladder has ended. */
	owner: Person | null;
	/** Whether somebody has marked it as urgent. */
	expedited: boolean;
}

/** Names the matter: there is at most one open case for it. */
export function caseKeyOf(subject: { area: string; model: string; recordId: number }): string {
	return `${subject.area}:${subject.model}:${subject.recordId}`;
}

/** Whether the case still stands in the way of another: undecided, or decided and not applied. */
export function isOpen({ state, outcome }: Pick<ApprovalCase, 'state' | 'outcome'>): boolean {
	return state === 'pending' || (state !== 'superseded' && outcome === 'none');
}

/** Ids of those who are asked now; nobody is once the case has ended. */
export function askedNow({ state, steps, step }: ApprovalCase): number[] {
	return state === 'pending' ? (steps[step]?.approverIds ?? []) : [];
}

/** Ids of those to whom somebody asked now may forward the case. */
export function eligibleNow({ state, steps, step }: ApprovalCase): number[] {
	return state === 'pending' ? (steps[step]?.eligibleIds ?? []) : [];
}

/** Ids of those for whom somebody who is asked now would answer, by delegation. */
export function actsFor({ steps, step }: ApprovalCase, actorId: number): number[] {
	const { delegations = [] } = steps[step] ?? {};
	return delegations.filter(({ delegateId }) => delegateId === actorId).map(({ forId }) => forId);
}

/** The votes that count in the step and round that is open now, or was open last. */
export function votesNow({ votes, step, round }: ApprovalCase): VoteView[] {
	return votes.filter((vote) => vote.step === step && vote.round === round);
}
