import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { decideEscalation } from '../../src/domain/case/decideEscalation';
import { decideSupersession } from '../../src/domain/case/decideSupersession';
import { decideWaiting } from '../../src/domain/case/decideWaiting';
import { dueCaseSchema } from '../../src/domain/case/caseView';
import { decideClock } from '../../src/domain/case/decideClock';
import type { Person } from '../../src/domain/case/person';
import { approvalGroups } from '../models/approvalGroups';
import { userError } from '../OdooFault';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { textIn } from '../orm/rowValues';
import { readCase } from './caseStore';
import { record } from './consequences';
import { sendLinks } from './links';
import { employees, membersOf, personIn, personOf } from './people';
import { viewOfCase } from './viewOfCase';

const MANUAL_QUEUE_LOST =
	'Nobody is left for the manual queue: name an owner, or give somebody the right of an approval manager.';

export function wait(env: Environment, command: CommandOf<'wait'>): CommandResults['wait'] {
	const { caseId, resumeUrl, executionId, links } = command;
	const { state } = readCase(env.database, caseId);
	env.database.update('x_approval_case', caseId, { x_resume_url: resumeUrl });
	const kept = record(env, caseId, decideWaiting(state, { at: env.at, executionId }));
	sendLinks(env, kept, links);
	return { status: 'shown', case: viewOfCase(env.database, kept) };
}

export function escalate(
	env: Environment,
	command: CommandOf<'escalate'>,
): CommandResults['escalate'] {
	const { state } = readCase(env.database, command.caseId);
	const people = {
		to: command.toIds.flatMap((id) => personIn(env.database, id) ?? []),
		owner: command.action === 'queue' ? ownerOf(env, command) : null,
	};
	const verdict = decideEscalation(state, command, people, env.at);
	const events = verdict.status === 'escalated' ? verdict.events : [];
	const kept = record(env, command.caseId, events);
	return { status: verdict.status, case: viewOfCase(env.database, kept) };
}

/** Who looks after a case that nobody decided: whoever was named, or an approval manager. */
function ownerOf(env: Environment, { ownerId }: CommandOf<'escalate'>): Person {
	const named = employees(env.database).find(({ id }) => id === ownerId);
	const [manager] = membersOf(env.database, approvalGroups.manager);
	const id = named?.id ?? manager;
	if (id === undefined) throw userError(MANUAL_QUEUE_LOST);
	return personOf(env, id);
}

export function setClock(env: Environment, command: CommandOf<'clock'>): CommandResults['clock'] {
	const { state } = readCase(env.database, command.caseId);
	const verdict = decideClock(state, command, env.at);
	const events = verdict.status === 'clock_set' ? verdict.events : [];
	const kept = record(env, command.caseId, events);
	return { status: verdict.status, case: viewOfCase(env.database, kept) };
}

export function findDue(env: Environment, command: CommandOf<'due'>): CommandResults['due'] {
	const { areas, warnings, limit } = command;
	const stamp = warnings ? 'x_warn_at' : 'x_due_at';
	const isDue = (row: Row) =>
		row['x_state'] === 'pending' &&
		row['x_exhausted'] !== true &&
		textIn(row, stamp) !== '' &&
		textIn(row, stamp) <= odooDateTime(env.at) &&
		(areas.length === 0 || areas.includes(textIn(row, 'x_area')));
	const found = env.database
		.rows('x_approval_case')
		.filter(isDue)
		.sort((left, right) => textIn(left, 'x_due_at').localeCompare(textIn(right, 'x_due_at')));
	const cases = found
		.slice(0, limit)
		.map(({ id }) => dueCaseSchema.parse(viewOfCase(env.database, readCase(env.database, id))));
	return { status: 'found', at: env.at, cases, hasMore: found.length > limit };
}

export function supersede(
	env: Environment,
	{ caseId, reason }: CommandOf<'supersede'>,
): CommandResults['supersede'] {
	const { state } = readCase(env.database, caseId);
	const verdict = decideSupersession(state, { at: env.at, reason });
	const events = verdict.status === 'superseded' ? verdict.events : [];
	const kept = record(env, caseId, events);
	return { status: verdict.status, case: viewOfCase(env.database, kept) };
}

export function note(
	env: Environment,
	{ caseId, text }: CommandOf<'note'>,
): CommandResults['note'] {
	readCase(env.database, caseId);
	const kept = record(env, caseId, [{ type: 'noted', at: env.at, actor: null, data: { text } }]);
	return { status: 'noted', case: viewOfCase(env.database, kept) };
}

export function show(env: Environment, { caseId }: CommandOf<'show'>): CommandResults['show'] {
	return { status: 'shown', case: viewOfCase(env.database, readCase(env.database, caseId)) };
}
