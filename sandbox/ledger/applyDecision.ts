import { installedAreas } from '../installedAreas';
import type { ApprovalCase } from '../../src/domain/case/ApprovalCase';
import {
	AS_SET_UP,
	type CommandOf,
	type Effect,
	type GivenEffect,
} from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import {
	concludeAttempt,
	decideApplication,
	isConcluded,
	type ApplicationVerdict,
	type Attempt,
} from '../../src/domain/case/decideApplication';
import type { Decision } from '../../src/domain/case/vocabulary';
import type { SlaChange } from '../../src/domain/sla/slaSection';
import { OdooFault, userError } from '../OdooFault';
import { Environment } from '../orm/Environment';
import { readCase } from './caseStore';
import { otherAreas } from './otherAreas';
import { record } from './consequences';
import { handledBy } from './gather';
import { stateOf, subjectNow } from './subject';
import { viewOfCase } from './viewOfCase';

export function applyDecision(
	env: Environment,
	{ caseId, effect, clock }: CommandOf<'apply'>,
): CommandResults['apply'] {
	stopClock(env, caseId, clock);
	const verdict = carryOut(env, caseId, effect);
	const kept = readCase(env.database, caseId);
	if (verdict.status === 'already_handled') return handledBy(kept);
	const shown = viewOfCase(env.database, kept);
	if (verdict.status === 'not_decided') return { status: 'not_decided', case: shown };
	const { recordState, message } = verdict;
	return { status: 'applied', case: shown, recordState, message };
}

/** Tells whether people decided in time, once, along with carrying out what they decided. */
function stopClock(env: Environment, caseId: number, sla: SlaChange | null): void {
	const { state } = readCase(env.database, caseId);
	const isStopped = !state.sla || state.sla.stopped !== null;
	if (isStopped || !sla?.stopped || isConcluded(state) || state.state === 'pending') return;
	const data = { change: 'stopped', reason: '', sla } as const;
	record(env, caseId, [{ type: 'clock_set', at: env.at, actor: null, data }]);
}

/** Does to the subject what was decided, as far as it still stands. */
export function carryOut(env: Environment, caseId: number, effect: GivenEffect) {
	const { state } = readCase(env.database, caseId);
	if (effect === AS_SET_UP) throw userError(`The area "${state.area}" is not set up in this Odoo.`);
	const subject = subjectNow(env, state, state.watched, effect);
	const others = otherAreas(env, caseId, effect);
	const verdict = decideApplication(state, effect, { at: env.at, subject, others });
	if (verdict.status === 'record_missing') throw userError(`${state.recordName} no longer exists.`);
	if (verdict.status === 'not_decided' || verdict.status === 'already_handled') return verdict;
	const applied = concluded(env, state, effect, verdict);
	record(env, caseId, applied.events);
	return applied;
}

function concluded(
	env: Environment,
	subject: ApprovalCase,
	effect: Effect,
	verdict: Extract<ApplicationVerdict, { status: 'attempt' | 'applied' }>,
) {
	if (verdict.status === 'applied') return verdict;
	return concludeAttempt(effect, attempt(env, subject, verdict.method, effect));
}

/** Calls the business method as the caller; when it does not bring the expected state, undoes it. */
function attempt(env: Environment, subject: ApprovalCase, method: string, effect: Effect): Attempt {
	const after = (refusal: string | null): Attempt => ({
		at: env.at,
		refusal,
		recordState: stateOf(env, subject, effect),
	});
	const call = businessMethod(env, subject, method, effect.context);
	try {
		return env.database.transaction(() => {
			call();
			const reached = after(null);
			const { message } = concludeAttempt(effect, reached);
			if (message !== null) throw userError(message);
			return reached;
		});
	} catch (error) {
		// A refusal of the business logic ends the attempt; any other failure ends the command.
		if (error instanceof OdooFault && error.pythonName.startsWith('odoo.exceptions.'))
			return after(error.message);
		throw error;
	}
}

/**
 * The method, ready to be called. Only what an area names for the decision may be called: a rejected
 * case never runs what an approved one would.
 *
 * @throws {OdooFault} no area names it
 */
function businessMethod(
	env: Environment,
	{ model: name, recordId, state }: ApprovalCase,
	method: string,
	context: Record<string, unknown>,
): () => unknown {
	const model = env.model(name);
	const isNamed = installedAreas
		.filter((area) => area.model === name)
		.flatMap(({ effects, again }) => [effects, again?.effects])
		.some((effects) => state in (effects ?? {}) && effects?.[state as Decision].method === method);
	const found = model.methods[method];
	if (!isNamed || !found) throw userError(`The ledger may not call ${method} on ${name}.`);
	const environment = new Environment(env.server, env.userId, { ...env.context, ...context });
	return () => found.run({ environment, model, ids: [recordId], values: {} });
}
