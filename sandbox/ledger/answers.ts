import type { AnsweringMoment, AnswerVerdict } from '../../src/domain/case/answering';
import type { ApprovalCase } from '../../src/domain/case/ApprovalCase';
import { decideExpediting, decideRecall } from '../../src/domain/case/decideByRequester';
import { decideAbstention, decideForwarding } from '../../src/domain/case/decideStandingAside';
import { decideVote } from '../../src/domain/case/decideVote';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { approvalGroups } from '../models/approvalGroups';
import { userError } from '../OdooFault';
import type { Environment } from '../orm/Environment';
import { idIn } from '../orm/rowValues';
import { readCase } from './caseStore';
import { record } from './consequences';
import { sendLink } from './links';
import { personOf } from './people';
import { watchedNow } from './subject';
import { viewOfCase } from './viewOfCase';

type Judged = CommandResults['vote'];

export function vote(env: Environment, command: CommandOf<'vote'>): Judged {
	return judge(env, command, (current, moment) => decideVote(current, command, moment));
}

export function abstain(env: Environment, command: CommandOf<'abstain'>): Judged {
	return judge(env, command, (current, moment) => decideAbstention(current, command, moment));
}

export function recall(env: Environment, command: CommandOf<'recall'>): Judged {
	return judge(env, command, (current, moment) => decideRecall(current, command, moment));
}

export function expedite(env: Environment, command: CommandOf<'expedite'>): Judged {
	return judge(env, command, (current, moment) => decideExpediting(current, command, moment));
}

export function forward(env: Environment, command: CommandOf<'forward'>): Judged {
	const to = personOf(env, command.toId);
	const judged = judge(env, command, (current, moment) =>
		decideForwarding(current, command, { ...moment, to }),
	);
	if (judged.status === 'recorded' && command.link !== null)
		sendLink(env, readCase(env.database, command.caseId), to.id, command.link);
	return judged;
}

interface Saying {
	caseId: number;
	actorId: number;
}

/** Has the domain judge what somebody says of a case, with all that Odoo knows about it. */
function judge(
	env: Environment,
	{ caseId, actorId }: Saying,
	decide: (current: ApprovalCase, moment: AnsweringMoment) => AnswerVerdict,
): Judged {
	const { database } = env;
	const { state } = readCase(database, caseId);
	const actor = personOf(env, actorId);
	if (actor.id !== env.userId && !env.hasGroup(approvalGroups.integration))
		throw userError('Only the integration user may vote in the name of somebody else.');

	const subject = database.find(state.model, state.recordId);
	const verdict = decide(state, {
		at: env.at,
		actor,
		recordCreatorId: subject ? idIn(subject, 'create_uid') : null,
		watchedNow: watchedNow(env, state, state.watched),
		isApprovalManager: env.hasGroup(approvalGroups.manager, actor.id),
	});
	const shown = viewOfCase(database, record(env, caseId, verdict.events));
	return verdict.status === 'recorded'
		? { status: 'recorded', case: shown }
		: { status: 'refused', code: verdict.code, case: shown };
}
