import { randomUUID } from 'node:crypto';
import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { EventType } from '../../src/domain/events/eventSection';
import { isWithinRules } from '../orm/access';
import type { Database, Row } from '../orm/Database';
import { domainMatcher } from '../orm/domain';
import { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import type { Model } from '../orm/Model';
import { idIn, textIn } from '../orm/rowValues';
import { displayName, valueOf } from '../orm/valueOf';
import type { KeptCase } from './caseStore';

export interface RecordEvent {
	type: EventType;
	model: string;
	subject: Row;
	isRequested?: boolean;
	/** One event is written for each token; by default that of the transaction. */
	token?: string;
	/** Who did it; by default whoever acts. */
	actorId?: number | null;
}

/** Writes the event of a record for one subscription, unless its filter keeps it out. */
export function writeEvent(environment: Environment, subscription: Row, event: RecordEvent): void {
	const { database, userId } = environment;
	const { type, subject, isRequested = false, actorId = userId } = event;
	const model = environment.model(event.model);
	if (!isLetThrough(environment, subscription, model, subject)) return;
	const token = event.token ?? `transaction-${String(database.transactionNumber)}`;
	const about = { x_subscription_id: subscription.id, x_model: model.name, x_res_id: subject.id };
	const seen = seenBy(environment, subscription, model, subject);
	const known = database
		.rows('x_approval_outbox')
		.filter((row) => row['x_transaction'] === token)
		.find((row) => Object.entries(about).every(([name, value]) => row[name] === value));
	if (known) {
		database.update('x_approval_outbox', known.id, { x_values: seen.values });
		return;
	}
	insertEvent(environment, {
		...about,
		x_trace_id: traceOfSave(database, { ...about, x_transaction: token }),
		x_name: seen.name,
		x_topic: 'record',
		x_area: subscription['x_area'],
		x_event: type,
		x_values: seen.values,
		x_actor_id: actorId ?? false,
		x_requested: isRequested,
		x_transaction: token,
	});
}

/** An id for one business event, as PostgreSQL makes it. */
export function newTrace(): string {
	return randomUUID().replaceAll('-', '');
}

/** What a save has as its id: the same for all that hear of it. */
function traceOfSave(database: Database, about: Record<string, unknown>): string {
	const names = ['x_model', 'x_res_id', 'x_transaction'];
	const told = database
		.rows('x_approval_outbox')
		.find((row) => names.every((name) => row[name] === about[name]));
	return (told && textIn(told, 'x_trace_id')) || newTrace();
}

/** Whether the subscription's filter fits the record. */
export function isLetThrough(
	environment: Environment,
	subscription: Row,
	model: Model,
	subject: Row,
): boolean {
	const filter: unknown = JSON.parse(textIn(subscription, 'x_filter') || '[]');
	return domainMatcher(model, filter, environment.sudo())(subject);
}

/** What may be told of the record: its name and, as JSON text, the fields asked for. */
function seenBy({ server }: Environment, subscription: Row, model: Model, subject: Row) {
	const name = displayName(model, subject, new Environment(server, 0, {}, true));
	if (!textIn(subscription, 'x_watch')) return { name, values: false };
	const reader = new Environment(server, idIn(subscription, 'x_user_id') ?? 0);
	if (!reader.isInAny(model.access.read) || !isWithinRules(model, subject, reader))
		return { name: `${model.name},${String(subject.id)}`, values: false };
	const names = JSON.parse(textIn(subscription, 'x_send_fields') || '[]') as string[];
	const held = names.map((field) => [field, valueOf(model, subject, field, reader)] as const);
	const values = JSON.stringify({ id: subject.id, ...Object.fromEntries(held) });
	return { name, values: names.length > 0 && values };
}

function insertEvent({ database, at }: Environment, values: Record<string, unknown>): void {
	database.insert('x_approval_outbox', {
		x_values: false,
		x_state: 'pending',
		x_requested: false,
		x_attempts: 0,
		x_sent_at: false,
		x_next_at: odooDateTime(at),
		x_leased_until: false,
		x_execution_id: false,
		x_last_error: false,
		x_acknowledged_at: false,
		x_case_id: false,
		x_transaction: false,
		create_date: odooDateTime(at),
		...values,
	});
}

/** Tells whoever waits for a case that something became of it. */
export function announce(environment: Environment, { id, row, state }: KeptCase): void {
	for (const listener of listenersToCase(environment.database, state.area)) {
		insertEvent(environment, {
			x_name: textIn(row, 'x_name'),
			x_subscription_id: listener.id,
			x_topic: 'case',
			x_area: state.area,
			x_event: 'case_changed',
			x_model: 'x_approval_case',
			x_res_id: id,
			x_case_id: id,
			x_trace_id: row['x_trace_id'],
			x_actor_id: environment.userId,
		});
	}
}

/** Marks an event as dealt with; `caseId` is the case it led to, where it led to one. */
export function acknowledgeRow(
	{ database, at }: Environment,
	row: Row,
	caseId: number | null,
): void {
	database.update('x_approval_outbox', row.id, {
		x_state: 'acknowledged',
		x_acknowledged_at: odooDateTime(at),
		acknowledged_ms: Date.parse(at),
		x_case_id: caseId ?? false,
	});
}

export function acknowledge(
	environment: Environment,
	{ outboxId }: CommandOf<'acknowledge'>,
): CommandResults['acknowledge'] {
	const row = environment.database.find('x_approval_outbox', outboxId);
	if (!row) return { status: 'event_missing' };
	if (row['x_state'] === 'acknowledged') return { status: 'already_handled' };
	const led = row['x_case_id'];
	acknowledgeRow(environment, row, typeof led === 'number' ? led : null);
	return { status: 'acknowledged' };
}

/** Who is told what becomes of a case of the area, the oldest first. */
export function listenersToCase(database: Database, area: string): Row[] {
	return listeners(database, 'case').filter((one) => ['*', area].includes(textIn(one, 'x_area')));
}

/** Who is told of records that ask for the approval of the area. */
export function listenersToArea(database: Database, area: string): Row[] {
	return listeners(database, 'record').filter((one) => one['x_area'] === area);
}

function listeners(database: Database, topic: 'record' | 'case'): Row[] {
	return database
		.rows('x_approval_subscription')
		.filter((one) => one['x_active'] === true && one['x_topic'] === topic);
}
