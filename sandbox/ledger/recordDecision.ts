import { z } from 'zod';
import { refusalSentences } from '../../src/domain/case/refusalSentences';
import { acts, decisions } from '../../src/domain/case/vocabulary';
import type { VoteRefusal } from '../../src/domain/case/commandResults';
import { userError } from '../OdooFault';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { idIn, textIn } from '../orm/rowValues';
import { abstain, expedite, forward, recall, vote } from './answers';
import { readCase } from './caseStore';

/** An attempt against the rules is kept, and so is what was learnt of a record that had changed. */
const onRecord: readonly VoteRefusal[] = ['SEPARATION_OF_DUTIES', 'NOT_ELIGIBLE', 'RECORD_CHANGED'];

/**
 * Somebody says something of a case in Odoo. The same ledger decides whether it counts, with them as
 * the actor; a refusal takes their entry back, unless it has to stay on record.
 */
export function recordDecision(id: number, environment: Environment): void {
	const { database } = environment;
	const decision = database.find('x_approval_decision', id);
	if (!decision) return;
	const result = say(environment, decision);
	if (result.status !== 'refused') return;
	if (!onRecord.includes(result.code)) throw userError(refusalSentences[result.code]);
	database.update('x_approval_decision', id, { x_refusal: result.code });
}

function say(environment: Environment, decision: Row) {
	const { database, userId: actorId } = environment;
	const caseId = idIn(decision, 'x_case_id') ?? 0;
	const { step, round } = readCase(database, caseId).state;
	const reason = textIn(decision, 'x_reason') || null;
	const said = { caseId, actorId, reason, channel: 'odoo' } as const;
	const asked = { ...said, step, round };
	switch (chosen(decision)) {
		case 'abstained':
			return abstain(environment, { command: 'abstain', ...asked });
		case 'forwarded':
			return forward(environment, {
				command: 'forward',
				...asked,
				toId: forwardTo(decision),
				link: null,
			});
		case 'recalled':
			return recall(environment, { command: 'recall', ...said });
		case 'expedited':
			return expedite(environment, { command: 'expedite', ...said });
		case 'decision':
			return vote(environment, {
				command: 'vote',
				...asked,
				decision: z.enum(decisions).parse(decision['x_decision']),
				reasonCode: textIn(decision, 'x_reason_kind') || null,
			});
	}
}

/** A decision or an act, and never both. */
function chosen(decision: Row) {
	const act = z.enum(acts).safeParse(decision['x_act']).data;
	if (Boolean(act) === Boolean(textIn(decision, 'x_decision')))
		throw userError('Please choose one thing to do with the case.');
	return act ?? 'decision';
}

function forwardTo(decision: Row): number {
	const toId = idIn(decision, 'x_forward_to_id');
	if (toId === null) throw userError('Please choose to whom the case is forwarded.');
	return toId;
}
