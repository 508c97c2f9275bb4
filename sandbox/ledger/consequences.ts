import { askedNow } from '../../src/domain/case/ApprovalCase';
import type { CaseEvent, CaseEventOf } from '../../src/domain/case/caseEvents';
import type { CaseEventType, ClockChange, Decision } from '../../src/domain/case/vocabulary';
import { escapeHtml } from '../models/messages';
import type { Environment } from '../orm/Environment';
import { textIn } from '../orm/rowValues';
import { ask, takeBack } from './activities';
import { append, type KeptCase } from './caseStore';
import { noteOnSubject, postOnCase, postOutcome, words } from './notes';
import { tell } from './links';
import { announce } from './outboxRows';
import { personOf } from './people';

type Consequence<Type extends CaseEventType> = (
	environment: Environment,
	kept: KeptCase,
	event: CaseEventOf<Type>,
) => void;

const none = () => undefined;

const clockWords: Readonly<Record<ClockChange, string>> = {
	paused: 'Clock paused',
	resumed: 'Clock resumed',
	adjusted: 'Clock adjusted',
	stopped: 'Clock stopped',
};

/** What follows in Odoo from each kind of event: tasks, notes, and news for whoever waits. */
const consequences: { readonly [Type in CaseEventType]: Consequence<Type> } = {
	opened: (environment, kept) => {
		askApprovers(environment, kept);
		noteAsking(environment, kept);
	},
	waiting: none,
	voted: (environment, kept, { actor, data }) => {
		takeBack(environment, kept.id, actor?.id);
		if (kept.state.state === 'pending')
			noteOnSubject(environment, kept, `Vote: approved by ${actor?.name ?? ''}`, data.reason);
		// Whoever waits must hear of it; a vote on their own page wakes them itself.
		if (data.channel !== 'page' && kept.state.state !== 'pending') announce(environment, kept);
		// A page gives the next ones their links itself; here the relay has to.
		const isStepOver = kept.state.state === 'pending' && kept.state.step > data.step;
		if (data.channel === 'odoo' && isStepOver) announce(environment, kept);
	},
	vote_refused: none,
	abstained: (environment, { id }, { actor }) => takeBack(environment, id, actor?.id),
	forwarded: (environment, kept, { actor, data }) => {
		takeBack(environment, kept.id, actor?.id);
		ask(environment, kept, [data.to.id], `Decide on ${textIn(kept.row, 'x_name')}`);
	},
	taken_over: none,
	step_approved: askApprovers,
	approved: ended,
	rejected: ended,
	sent_back: ended,
	recalled: (environment, kept) => announce(environment, kept),
	expedited: (environment, kept, { data }) => {
		postOnCase(environment, kept, `Urgent: ${data.reason ?? ''}`);
	},
	nudged: (environment, kept, { data }) => {
		const name = textIn(kept.row, 'x_name');
		const said = escapeHtml(textIn(kept.row, 'x_summary') || name).replaceAll('\n', '<br/>');
		for (const { id } of data.to) {
			tell(environment, kept, id, `<p>${said}</p><p>${escapeHtml(data.reason)}</p>`);
		}
		postOnCase(environment, kept, data.reason);
	},
	postponed: none,
	clock_set: (environment, kept, { data }) => {
		if (data.reason !== '')
			postOnCase(environment, kept, `${clockWords[data.change]}: ${data.reason}`);
		if (kept.state.state === 'pending') announce(environment, kept);
	},
	escalated: (environment, kept, { data }) => {
		askApprovers(environment, kept);
		postOnCase(environment, kept, data.reason);
	},
	exhausted: (environment, kept, { data }) => {
		ask(
			environment,
			kept,
			data.owner ? [data.owner.id] : [],
			`Nobody decided on ${textIn(kept.row, 'x_name')}`,
		);
		postOnCase(environment, kept, data.reason);
	},
	superseded: (environment, kept) => {
		takeBack(environment, kept.id);
		announce(environment, kept);
	},
	released: (environment, kept, event) => postOutcome(environment, kept, event),
	kept: (environment, kept, event) => postOutcome(environment, kept, event),
	not_released: (environment, kept, event) => postOutcome(environment, kept, event),
	release_refused: none,
	noted: (environment, kept, { data }) => postOnCase(environment, kept, data.text),
};

/** Appends events to a case, and does in Odoo what follows from each. */
export function record(env: Environment, caseId: number, events: readonly CaseEvent[]): KeptCase {
	const kept = append(env.database, caseId, events);
	for (const event of events) follow(env, kept, event);
	return kept;
}

function follow<Type extends CaseEventType>(
	environment: Environment,
	kept: KeptCase,
	event: CaseEventOf<Type>,
): void {
	consequences[event.type](environment, kept, event);
}

function ended(
	environment: Environment,
	kept: KeptCase,
	{ type, actor, data }: CaseEventOf<Decision>,
): void {
	takeBack(environment, kept.id);
	if (actor) noteOnSubject(environment, kept, `${words[type]} by ${actor.name}`, data.reason);
}

/** The record's followers read whom its approval was asked of, and why. */
function noteAsking(environment: Environment, kept: KeptCase): void {
	const asked = askedNow(kept.state);
	if (asked.length === 0) return;
	const names = asked.map((id) => personOf(environment, id).name).join(', ');
	const why = kept.state.policy.rules.map(({ reason }) => reason).join('; ');
	noteOnSubject(environment, kept, `Approval asked of ${names}`, why);
}

/** Asks the approvers of the step that is open now, and nobody else any more. */
function askApprovers(environment: Environment, kept: KeptCase): void {
	takeBack(environment, kept.id);
	const { state, row } = kept;
	const name = textIn(row, 'x_name');
	ask(environment, kept, askedNow(state), `Decide on ${name}`);
	if (state.state !== 'pending') return;
	for (const { delegateId, forId } of state.steps[state.step]?.delegations ?? []) {
		const delegate = personOf(environment, delegateId).name;
		tell(
			environment,
			kept,
			forId,
			`<p>${escapeHtml(`${delegate} is asked about ${name} in your place.`)}</p>`,
		);
	}
}
