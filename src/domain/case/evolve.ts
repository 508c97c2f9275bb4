import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent, CaseEventOf } from './caseEvents';
import { TrailBrokenError } from './errors';
import type { Person } from './person';
import type { SlaChange, SlaSection } from '../sla/slaSection';
import type { CaseEventType, Decision } from './vocabulary';

type Change<Type extends CaseEventType> = (
	current: ApprovalCase,
	event: CaseEventOf<Type>,
) => Partial<ApprovalCase>;

const unchanged = () => ({});

/** What each kind of event changes about a case that is open. */
const changes: { readonly [Type in CaseEventType]: Change<Type> } = {
	opened: () => {
		throw new TrailBrokenError('A case cannot be opened twice');
	},
	waiting: (_current, { data }) => ({ executionId: data.executionId }),
	voted: ({ votes }, event) => ({ votes: [...votes, ...countedVote(event)] }),
	vote_refused: unchanged,
	abstained: (current, { actor }) => seatedAnew(current, actor, null),
	forwarded: (current, { actor, data }) => seatedAnew(current, actor, data.to),
	taken_over: unchanged,
	step_approved: ({ step, round }) => ({ step: step + 1, round: round + 1 }),
	approved: decided,
	rejected: decided,
	sent_back: decided,
	recalled: unchanged,
	expedited: () => ({ expedited: true }),
	escalated: climbed,
	nudged: (current, { data }) => ({
		escalationLevel: data.level,
		expedited: current.expedited || data.action === 'priority',
		sla: clockAfter(current, data.sla),
	}),
	postponed: (current, { data }) => ({ sla: clockAfter(current, data.sla) }),
	exhausted: (_current, { data }) => ({
		exhausted: true,
		escalationLevel: data.level,
		owner: data.owner,
	}),
	clock_set: clockSet,
	// A decision that was made is void from now on; before one, nothing became of the record.
	superseded: ({ state, outcome }) => ({
		state: 'superseded',
		outcome: state === 'pending' ? outcome : 'changed',
	}),
	released: () => ({ outcome: 'released' }),
	kept: () => ({ outcome: 'kept' }),
	not_released: () => ({ outcome: 'not_released' }),
	release_refused: unchanged,
	noted: unchanged,
};

/**
 * What a case is after one more event.
 *
 * @throws {TrailBrokenError} the first event does not open the case, or a later one opens it again
 */
export function evolve(current: ApprovalCase | null, event: CaseEvent): ApprovalCase {
	if (current)
		return { ...current, ...changeBy(current, event), version: versionAfter(current, event) };
	if (event.type !== 'opened')
		throw new TrailBrokenError(`A case cannot begin with "${event.type}"`);
	return {
		...event.data,
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
		owner: null,
		expedited: false,
	};
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

function changeBy<Type extends CaseEventType>(
	current: ApprovalCase,
	event: CaseEventOf<Type>,
): Partial<ApprovalCase> {
	return changes[event.type](current, event);
}

/** What a person says and what follows from it are one change; what was refused is none. */
const said: readonly CaseEventType[] = ['voted', 'abstained', 'forwarded', 'recalled', 'expedited'];

function versionAfter({ version }: ApprovalCase, { type, actor }: CaseEvent): number {
	const isFollowing = type === 'step_approved' || (actor !== null && !said.includes(type));
	return isFollowing ? version : version + 1;
}

function decided(
	{ sla }: ApprovalCase,
	{ type, at, actor, data }: CaseEventOf<Decision>,
): Partial<ApprovalCase> {
	return {
		state: type,
		decision: { decision: type, by: actor, at, ...data },
		breached: sla !== null && Date.parse(at) > Date.parse(sla.promisedAt),
	};
}

function countedVote({ actor, at, data }: CaseEventOf<'voted'>) {
	const { step, round, decision, forIds } = data;
	return actor ? [{ actor, step, round, decision, at, forIds }] : [];
}

/** One of those asked makes way, for somebody else or for nobody. */
function seatedAnew(
	{ steps, step }: ApprovalCase,
	leaving: Person | null,
	coming: Person | null,
): Partial<ApprovalCase> {
	const present = steps[step];
	if (!present) return {};
	const staying = present.approverIds.filter((id) => id !== leaving?.id && id !== coming?.id);
	const seated = {
		...present,
		approverIds: coming ? [...staying, coming.id] : staying,
		delegations: present.delegations.filter(({ delegateId }) => delegateId !== leaving?.id),
		eligibleIds: present.eligibleIds.filter((id) => id !== coming?.id),
	};
	return { steps: steps.with(step, seated) };
}

/** Others are asked in the place of those who did not answer; votes of the round before lapse. */
function climbed(current: ApprovalCase, { data }: CaseEventOf<'escalated'>): Partial<ApprovalCase> {
	const { level, step, warnAt, dueAt, sla } = data;
	const clock = clockAfter(current, sla);
	return {
		steps: current.steps.with(current.step, step),
		round: current.round + 1,
		escalationLevel: level,
		// Before 0.2 only the two times were written down.
		sla: clock && { ...clock, warnAt: warnAt ?? clock.warnAt, dueAt: dueAt ?? clock.dueAt },
	};
}

function clockAfter({ sla }: ApprovalCase, change: SlaChange | null): SlaSection | null {
	if (!sla || !change) return sla;
	const { calendar = sla.calendar, ...times } = change;
	return { ...sla, ...times, calendar };
}

/** A clock that stops tells whether the decision was in time, also one made before. */
function clockSet(
	current: ApprovalCase,
	{ data }: CaseEventOf<'clock_set'>,
): Partial<ApprovalCase> {
	const { stopped } = data.sla;
	return {
		sla: clockAfter(current, data.sla),
		breached: stopped ? !stopped.met : current.breached,
	};
}
