import type { Database, Row } from '../orm/Database';
import { odooDateTime } from '../orm/instants';
import { idIn, numberIn, textIn } from '../orm/rowValues';

const maxAttempts = 10;
const awayMs = 7 * 24 * 3_600_000;

export interface DueEvent {
	event: Row;
	subscription: Row;
}

/** The oldest events that are due. Those that have had their attempts are dead instead. */
export function takeDue(
	database: Database,
	now: Date,
	limit: number,
	isWanted: (due: DueEvent) => boolean,
): Row[] {
	const due = database
		.rows('x_approval_outbox')
		.filter((row) => row['x_state'] === 'pending' && textIn(row, 'x_next_at') <= odooDateTime(now))
		.flatMap((event) => {
			const subscription = subscriptionOf(database, event);
			return subscription?.['x_active'] === true ? [{ event, subscription }] : [];
		})
		.filter(isWanted)
		.sort((left, right) => left.event.id - right.event.id);
	const taken: Row[] = [];
	for (const { event } of due) {
		if (taken.length === limit) break;
		if (isDead(database, event, now)) bury(database, event);
		else taken.push(event);
	}
	return taken;
}

function bury(database: Database, event: Row): void {
	const reason = `Not acknowledged after ${String(numberIn(event, 'x_attempts'))} attempts`;
	database.update('x_approval_outbox', event.id, {
		x_state: 'dead',
		x_last_error: textIn(event, 'x_last_error') || reason,
	});
}

export function subscriptionOf(database: Database, event: Row): Row | undefined {
	return database.find('x_approval_subscription', idIn(event, 'x_subscription_id') ?? 0);
}

/**
 * An event that n8n fails on is dead. While n8n acknowledges nothing at all, it is n8n that fails,
 * and events wait for it a good deal longer.
 */
function isDead(database: Database, row: Row, now: Date): boolean {
	if (numberIn(row, 'x_attempts') < maxAttempts) return false;
	const isReached =
		isServedSince(database, row) || textIn(row, 'x_execution_id') || textIn(row, 'x_last_error');
	return !!isReached || textIn(row, 'create_date') < odooDateTime(new Date(now.getTime() - awayMs));
}

/** Whether n8n has acknowledged anything of the same subscription since the event was last sent. */
export function isServedSince(database: Database, event: Row): boolean {
	return database
		.rows('x_approval_outbox')
		.filter((other) => other['x_subscription_id'] === event['x_subscription_id'])
		.some((other) => numberIn(other, 'acknowledged_ms') > numberIn(event, 'sent_ms'));
}

/** When an event was sent: to the second, as Odoo shows it, and as exact as its database has it. */
export function sentAt(now: Date): Record<string, unknown> {
	return { x_sent_at: odooDateTime(now), sent_ms: now.getTime() };
}
