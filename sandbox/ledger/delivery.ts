import type { CommandOf } from '../../src/domain/case/commands';
import type { CommandResults } from '../../src/domain/case/commandResults';
import { eventSectionSchema, type EventSection } from '../../src/domain/events/eventSection';
import type { Database, Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { numberIn, textIn } from '../orm/rowValues';
import { sentAt, subscriptionOf, takeDue } from './takeDue';

/** Hands out events with a lease: until it ends nobody else is given them. */
export function claim(
	{ database, at }: Environment,
	{ instance, topic, areas, limit, leaseSeconds }: CommandOf<'claim'>,
): CommandResults['claim'] {
	const now = new Date(at);
	const rows = takeDue(database, now, limit, ({ event, subscription }) => {
		const isOfArea = areas.length === 0 || areas.includes(textIn(event, 'x_area'));
		return subscription['x_instance'] === instance && event['x_topic'] === topic && isOfArea;
	});
	const until = odooDateTime(new Date(now.getTime() + leaseSeconds * 1000));
	for (const row of rows) {
		database.update('x_approval_outbox', row.id, {
			x_attempts: numberIn(row, 'x_attempts') + 1,
			...sentAt(now),
			x_next_at: until,
			x_leased_until: until,
		});
	}
	return { status: 'claimed', events: rows.map((row) => eventSection(database, row, at)) };
}

function eventSection(database: Database, row: Row, at: string): EventSection {
	const values = textIn(row, 'x_values');
	const subscription = subscriptionOf(database, row);
	const workflowId = subscription ? textIn(subscription, 'x_workflow') : '';
	return eventSectionSchema.parse({
		outboxId: row.id,
		topic: row['x_topic'],
		area: row['x_area'],
		type: row['x_event'],
		model: row['x_model'],
		recordId: row['x_res_id'],
		traceId: textIn(row, 'x_trace_id') || null,
		sentAt: at,
		...(workflowId !== '' && { workflowId }),
		...(values !== '' && { values: JSON.parse(values) }),
	});
}

/** Sends events again from the first attempt on: the named ones, or all dead ones. */
export function replay(
	{ database, at }: Environment,
	{ instance, outboxIds }: CommandOf<'replay'>,
): CommandResults['replay'] {
	const rows = database
		.rows('x_approval_outbox')
		.filter((row) => row['x_state'] !== 'acknowledged')
		.filter((row) => (outboxIds ? outboxIds.includes(row.id) : row['x_state'] === 'dead'))
		.filter((row) => subscriptionOf(database, row)?.['x_instance'] === instance);
	for (const { id } of rows) {
		database.update('x_approval_outbox', id, {
			x_state: 'pending',
			x_attempts: 0,
			x_next_at: odooDateTime(at),
			x_leased_until: false,
			x_last_error: false,
		});
	}
	return { status: 'replayed', outboxIds: rows.map(({ id }) => id) };
}
