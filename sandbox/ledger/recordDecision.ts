import { refusalSentences } from '../../src/domain/case/refusalSentences';
import { decisions } from '../../src/domain/case/vocabulary';
import { z } from 'zod';
import { userError } from '../OdooFault';
import type { Environment } from '../orm/Environment';
import { idIn, textIn } from '../orm/rowValues';
import { readCase } from './caseStore';
import { vote } from './otherCommands';

/**
 * Somebody decided in Odoo. The same ledger decides whether it counts, with them as the actor; a
 * refusal takes their entry back.
 */
export function recordDecision(id: number, environment: Environment): void {
	const { database, userId } = environment;
	const decision = database.find('x_approval_decision', id);
	if (!decision) return;
	const caseId = idIn(decision, 'x_case_id') ?? 0;
	const { step, round } = readCase(database, caseId).state;
	const result = vote(environment, {
		command: 'vote',
		caseId,
		actorId: userId,
		step,
		round,
		decision: z.enum(decisions).parse(decision['x_decision']),
		reasonCode: textIn(decision, 'x_reason_code') || null,
		reason: textIn(decision, 'x_reason') || null,
		channel: 'odoo',
	});
	if (result.status === 'refused') throw userError(refusalSentences[result.code]);
}
