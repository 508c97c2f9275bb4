import type { z } from 'zod';
import * as commands from '../../src/domain/case/commands';
import { anomaliesCommandSchema } from '../../src/domain/insights/anomalies';
import { figuresCommandSchema } from '../../src/domain/insights/figures';
import { queueCommandSchema } from '../../src/domain/insights/queue';
import { traceCommandSchema } from '../../src/domain/insights/trace';
import * as events from '../../src/domain/events/commands';
import { builtinError } from '../OdooFault';
import type { Environment } from '../orm/Environment';
import { abstain, expedite, forward, recall, vote } from './answers';
import { anomalies } from './comparing/anomalies';
import { applyDecision } from './applyDecision';
import { claim, replay } from './delivery';
import { fail } from './failures';
import { figures } from './figures';
import { gather } from './gather';
import { openCase } from './openCase';
import { escalate, findDue, note, setClock, show, supersede, wait } from './otherCommands';
import { acknowledge } from './outboxRows';
import { findUsers } from './directory';
import { queue } from './queue';
import { readSchedule } from './schedules';
import { models, subscribe, unsubscribe } from './subscriptions';
import { sweep } from './sweep';
import { trace } from './trace';

type Handler = (environment: Environment, command: unknown) => unknown;

const handlers: Readonly<Record<commands.CommandName, Handler>> = {
	gather: on(commands.gatherCommandSchema, gather),
	open: on(commands.openCommandSchema, openCase),
	vote: on(commands.voteCommandSchema, vote),
	abstain: on(commands.abstainCommandSchema, abstain),
	forward: on(commands.forwardCommandSchema, forward),
	recall: on(commands.recallCommandSchema, recall),
	expedite: on(commands.expediteCommandSchema, expedite),
	apply: on(commands.applyCommandSchema, applyDecision),
	wait: on(commands.waitCommandSchema, wait),
	escalate: on(commands.escalateCommandSchema, escalate),
	clock: on(commands.clockCommandSchema, setClock),
	calendar: on(commands.calendarCommandSchema, readSchedule),
	due: on(commands.dueCommandSchema, findDue),
	queue: on(queueCommandSchema, queue),
	figures: on(figuresCommandSchema, figures),
	anomalies: on(anomaliesCommandSchema, anomalies),
	trace: on(traceCommandSchema, trace),
	supersede: on(commands.supersedeCommandSchema, supersede),
	note: on(commands.noteCommandSchema, note),
	show: on(commands.showCommandSchema, show),
	directory: on(commands.directoryCommandSchema, findUsers),
	acknowledge: on(events.acknowledgeCommandSchema, acknowledge),
	subscribe: on(events.subscribeCommandSchema, subscribe),
	unsubscribe: on(events.unsubscribeCommandSchema, unsubscribe),
	claim: on(events.claimCommandSchema, claim),
	replay: on(events.replayCommandSchema, replay),
	sweep: on(events.sweepCommandSchema, sweep),
	fail: on(events.failCommandSchema, fail),
	models: on(events.modelsCommandSchema, models),
};

/**
 * Carries out one command of the ledger, as the server action provisioned in a real Odoo does.
 *
 * @throws {OdooFault} the command is malformed, or Odoo refuses
 */
export function runLedger(environment: Environment, command: unknown): unknown {
	const { command: name } = parsed(commands.ledgerCommandSchema, command);
	return handlers[name](environment, command);
}

function on<Schema extends z.ZodTypeAny>(
	schema: Schema,
	handle: (environment: Environment, command: z.infer<Schema>) => unknown,
): Handler {
	return (environment, command) => handle(environment, parsed(schema, command));
}

function parsed<Schema extends z.ZodTypeAny>(schema: Schema, command: unknown): z.infer<Schema> {
	const result = schema.safeParse(command);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw builtinError('KeyError', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
