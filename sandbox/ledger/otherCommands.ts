import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { decideEscalation } from '../../src/domain/case/decideEscalation';
import { decideSupersession } from '../../src/domain/case/decideSupersession';
import { decideWaiting } from '../../src/domain/case/decideWaiting';
import type { Environment } from '../orm/Environment';
import { readCase } from './caseStore';
import { record } from './consequences';
import { sendLinks } from './links';
import { viewOfCase } from './viewOfCase';

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
	const verdict = decideEscalation(state, command, env.at);
	const events = verdict.status === 'escalated' ? verdict.events : [];
	const kept = record(env, command.caseId, events);
	return { status: verdict.status, case: viewOfCase(env.database, kept) };
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
