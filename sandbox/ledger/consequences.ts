import { askedNow } from '../../src/domain/case/ApprovalCase';
import type { CaseEvent, CaseEventOf } from '../../src/domain/case/caseEvents';
import type { CaseEventType } from '../../src/domain/case/vocabulary';
import { approvalGroups } from '../models/approvalGroups';
import type { Environment } from '../orm/Environment';
import { textIn } from '../orm/rowValues';
import { ask, takeBack } from './activities';
import { append, type KeptCase } from './caseStore';
import { postOnCase, postOutcome } from './notes';
import { announce } from './outboxRows';
import { membersOf } from './people';

type Consequence<Type extends CaseEventType> = (
	environment: Environment,
	kept: KeptCase,
	event: CaseEventOf<Type>,
) => void;

const none = () => undefined;

/** What follows in Odoo from each kind of event: tasks, notes, and news for whoever waits. */
const consequences: { readonly [Type in CaseEventType]: Consequence<Type> } = {
	opened: askApprovers,
	waiting: none,
	voted: (environment, kept, { actor, data }) => {
		takeBack(environment, kept.id, actor?.id);
		// Whoever waits must hear of it; a vote on their own page wakes them itself.
		if (data.channel !== 'page' && kept.state.state !== 'pending') announce(environment, kept);
	},
	vote_refused: none,
	step_approved: askApprovers,
	approved: (environment, { id }) => takeBack(environment, id),
	rejected: (environment, { id }) => takeBack(environment, id),
	sent_back: (environment, { id }) => takeBack(environment, id),
	escalated: (environment, kept, { data }) => {
		askApprovers(environment, kept);
		postOnCase(environment, kept, data.reason);
	},
	exhausted: (environment, kept, { data }) => {
		const managers = membersOf(environment.database, approvalGroups.manager);
		ask(environment, kept, managers, `Nobody decided on ${textIn(kept.row, 'x_name')}`);
		postOnCase(environment, kept, data.reason);
	},
	superseded: (environment, kept) => {
		takeBack(environment, kept.id);
		announce(environment, kept);
	},
	released: (environment, kept, event) => postOutcome(environment, kept, event),
	kept: (environment, kept, event) => postOutcome(environment, kept, event),
	not_released: (environment, kept, event) => postOutcome(environment, kept, event),
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

/** Asks the approvers of the step that is open now, and nobody else any more. */
function askApprovers(environment: Environment, kept: KeptCase): void {
	takeBack(environment, kept.id);
	ask(environment, kept, askedNow(kept.state), `Decide on ${textIn(kept.row, 'x_name')}`);
}
