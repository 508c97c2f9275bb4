import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import type { KeptCase } from './caseStore';

const oneMinute = 60_000;

export interface OutboxEvent {
	topic: 'record' | 'case';
	area: string;
	model: string;
	recordId: number;
	name: string;
	caseId: number | null;
	isRequested: boolean;
}

/** Writes one row for each active subscription that listens to the topic and area. */
export function writeEvent(environment: Environment, event: OutboxEvent): void {
	const { database, userId, at } = environment;
	const transaction = String(database.next('transaction'));
	for (const subscription of listenersTo(database, event)) {
		database.insert('x_approval_outbox', {
			x_name: event.name,
			x_subscription_id: subscription.id,
			x_topic: event.topic,
			x_area: event.area,
			x_model: event.model,
			x_res_id: event.recordId,
			x_actor_id: userId,
			x_state: 'pending',
			x_requested: event.isRequested,
			x_attempts: 1,
			x_next_at: odooDateTime(new Date(Date.parse(at) + oneMinute)),
			x_last_error: false,
			x_acknowledged_at: false,
			x_case_id: event.caseId ?? false,
			x_transaction: transaction,
			create_date: odooDateTime(at),
		});
	}
}

/** Tells whoever waits for a case that something became of it. */
export function announce(environment: Environment, { id, row, state }: KeptCase): void {
	writeEvent(environment, {
		topic: 'case',
		area: state.area,
		model: 'x_approval_case',
		recordId: id,
		name: String(row['x_name']),
		caseId: id,
		isRequested: false,
	});
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

/** The active subscriptions to a topic and area, the oldest first. */
export function listenersTo(
	database: Database,
	{ topic, area }: Pick<OutboxEvent, 'topic' | 'area'>,
): Row[] {
	return database
		.rows('x_approval_subscription')
		.filter((one) => one['x_active'] === true && one['x_topic'] === topic)
		.filter((one) => one['x_area'] === area || (topic === 'case' && one['x_area'] === '*'));
}
