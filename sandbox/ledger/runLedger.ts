import { ledgerCommandSchema, type LedgerCommand } from '../../src/domain/case/commands';
import { builtinError } from '../OdooFault';
import type { Environment } from '../orm/Environment';
import { applyDecision } from './applyDecision';
import { gather } from './gather';
import { openCase } from './openCase';
import { escalate, note, show, supersede, vote, wait } from './otherCommands';
import { acknowledge } from './outboxRows';
import { findUsers } from './people';
import { subscribe, unsubscribe } from './subscriptions';

/**
 * Carries out one command of the ledger, as the server action provisioned in a real Odoo does.
 *
 * @throws {OdooFault} the command is malformed, or Odoo refuses
 */
export function runLedger(environment: Environment, command: unknown): unknown {
	const parsed = ledgerCommandSchema.safeParse(command);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw builtinError('KeyError', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
	}
	const { 'approval_command': _, ...context } = environment.context;
	return carryOutCommand(environment, parsed.data);
}

function carryOutCommand(environment: Environment, command: LedgerCommand): unknown {
	return isAboutEvents(command)
		? carryOutOnEvents(environment, command)
		: carryOutOnCase(environment, command);
}
