import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { isVoid } from '../../src/domain/case/decideOpening';
import { OdooFault } from '../OdooFault';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { idIn, textIn } from '../orm/rowValues';
import { newestCase, readCase, type KeptCase } from './caseStore';
import { readSubject } from './reading';

type Gathered = CommandResults['gather'];

/** Reads the subject of an event as the caller may read it, with the event's own standing. */
export function gather(environment: Environment, command: CommandOf<'gather'>): Gathered {
	const { database } = environment;
	const row = command.outboxId ? database.find('x_approval_outbox', command.outboxId) : null;
	if (row === undefined || (row && !isAbout(row, command))) return { status: 'event_missing' };
	const handled = row && handledAlready(environment, row);
	if (handled) return handled;

	if (row) noteExecution(environment, row, command);
	if (!database.find(command.model, command.recordId)) return { status: 'record_missing' };
	return read(environment, command, row);
}

function read(environment: Environment, command: CommandOf<'gather'>, event: Row | null): Gathered {
	try {
		const read = readSubject(environment, command, command);
		const actorId = event && idIn(event, 'x_actor_id');
		// No area of the house's own can be set up here.
		const ofOwnArea = { watched: null, before: null };
		return { status: 'gathered', ...read, ...ofOwnArea, actorId, at: environment.at };
	} catch (error) {
		// Raised, it would also undo the note of which execution failed on the event.
		if (!event || !isAccessFault(error)) throw error;
		return { status: 'refused', message: error.message };
	}
}

function isAccessFault(error: unknown): error is OdooFault {
	return error instanceof OdooFault && error.pythonName === 'odoo.exceptions.AccessError';
}

/** So that the failure of an execution can be told of the event it worked on. */
function noteExecution(
	{ database }: Environment,
	{ id }: Row,
	{ executionId }: CommandOf<'gather'>,
): void {
	if (executionId) database.update('x_approval_outbox', id, { x_execution_id: executionId });
}

function isAbout(row: Row, { model, recordId }: CommandOf<'gather'>): boolean {
	return (
		textIn(row, 'x_topic') === 'record' && row['x_model'] === model && row['x_res_id'] === recordId
	);
}

/** A void case's event may be gone through again, unless another execution was faster. */
function handledAlready({ database }: Environment, row: Row): Gathered | null {
	const caseId = idIn(row, 'x_case_id');
	if (caseId === null) return row['x_state'] === 'acknowledged' ? handledBy(null) : null;
	const led = readCase(database, caseId);
	if (!isVoid(led.state)) return handledBy(led);
	const newest = newestCase(database, textIn(led.row, 'x_key'));
	return newest && newest.id !== led.id && !isVoid(newest.state) ? handledBy(newest) : null;
}

export function handledBy(kept: KeptCase | null) {
	return {
		status: 'already_handled' as const,
		caseId: kept?.id ?? null,
		state: kept?.state.state ?? null,
	};
}
