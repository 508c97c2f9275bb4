import { genesisHash, eventPayload, hashEntry } from '../../src/domain/audit/auditTrail';
import type { ApprovalCase } from '../../src/domain/case/ApprovalCase';
import type { CaseEventType } from '../../src/domain/case/vocabulary';
import { caseEventSchema, type CaseEvent } from '../../src/domain/case/caseEvents';
import { trailEntrySchema, type TrailEntry } from '../../src/domain/case/caseView';
import { replay } from '../../src/domain/case/evolve';
import { userError } from '../OdooFault';
import type { Database, Row } from '../orm/Database';
import { odooDateTime } from '../orm/instants';
import { numberIn, textIn } from '../orm/rowValues';
import { caseColumns } from './caseColumns';
import { caseTimes } from './caseTimes';

/** A case as it is kept: its events are the truth, its row is what people read. */
export interface KeptCase {
	id: number;
	row: Row;
	state: ApprovalCase;
	trail: TrailEntry[];
}

/** @throws {OdooFault} there is no such case */
export function readCase(database: Database, id: number): KeptCase {
	const row = database.find('x_approval_case', id);
	if (!row) throw userError(`There is no approval case ${id}.`);
	const payloads = eventRows(database, id).map((event): unknown =>
		JSON.parse(textIn(event, 'x_payload')),
	);
	return {
		id,
		row,
		state: replay(payloads.map((payload) => caseEventSchema.parse(payload))),
		trail: payloads.map((payload) => trailEntrySchema.parse(payload)),
	};
}

/** The newest case about a matter, open or closed. */
export function newestCase(database: Database, key: string): KeptCase | null {
	const ids = database
		.rows('x_approval_case')
		.filter((row) => row['x_key'] === key)
		.map((row) => row.id);
	return ids.length > 0 ? readCase(database, Math.max(...ids)) : null;
}

/** Appends events to the trail of a case, each chained to the one before, and renews its row. */
export function append(database: Database, caseId: number, events: readonly CaseEvent[]): KeptCase {
	for (const event of events) appendOne(database, caseId, event);
	const { state, row } = readCase(database, caseId);
	const ending = events.findLast(({ type }) => isOutcome(type));
	const ended = ending && { x_ended_at: odooDateTime(ending.at) };
	const columns = { ...caseColumns(state), ...ended };
	const times = caseTimes({ ...row, ...columns });
	database.update('x_approval_case', caseId, { ...columns, ...times });
	return readCase(database, caseId);
}

/** Whether an event of that kind says what became of the record. */
function isOutcome(type: CaseEventType): boolean {
	return type === 'released' || type === 'kept' || type === 'not_released';
}

function appendOne(database: Database, caseId: number, { type, at, actor, data }: CaseEvent): void {
	const last = eventRows(database, caseId).at(-1);
	const seq = (last ? numberIn(last, 'x_seq') : 0) + 1;
	const previousHash = last ? textIn(last, 'x_hash') : genesisHash;
	const payload = eventPayload({ caseId, seq, type, at, actor, data });
	const hash = hashEntry(previousHash, payload);
	database.insert('x_approval_event', {
		x_name: actor ? `${type} by ${actor.name}` : type,
		x_case_id: caseId,
		x_seq: seq,
		x_type: type,
		x_at: odooDateTime(at),
		x_actor_id: actor?.id ?? false,
		x_payload: payload,
		x_previous_hash: previousHash,
		x_hash: hash,
	});
	database.update('x_approval_case', caseId, { x_last_hash: hash });
}

function eventRows(database: Database, caseId: number): Row[] {
	return database.rows('x_approval_event').filter((row) => row['x_case_id'] === caseId);
}
