import type { Database, Row } from '../orm/Database';
import { odooDateTime } from '../orm/instants';
import { idIn, numberIn, textIn } from '../orm/rowValues';
import type { WebhookSender } from './WebhookSender';

const maxAttempts = 10;
const batchSize = 50;

/**
 * Sends again what nobody has acknowledged and is due, oldest first, each time later than the time
 * before: the Scheduled Action of a real Odoo. After ten attempts an event is dead.
 */
export function redeliver(database: Database, sender: WebhookSender, now: Date): void {
	const due = database
		.rows('x_approval_outbox')
		.filter((row) => isDue(database, row, now))
		.sort((left, right) => left.id - right.id);
	for (const row of due.slice(0, batchSize)) {
		database.update('x_approval_outbox', row.id, nextAttempt(row, now));
		sender.send(row.id);
	}
	database.commit();
}

function isDue(database: Database, row: Row, now: Date): boolean {
	const subscription = idIn(row, 'x_subscription_id') ?? 0;
	return (
		row['x_state'] === 'pending' &&
		textIn(row, 'x_next_at') <= odooDateTime(now) &&
		database.find('x_approval_subscription', subscription)?.['x_active'] === true
	);
}

function nextAttempt(row: Row, now: Date): Record<string, unknown> {
	const attempts = numberIn(row, 'x_attempts') + 1;
	if (attempts > maxAttempts)
		return { x_state: 'dead', x_last_error: `Not acknowledged after ${maxAttempts} attempts` };
	const waitMs = Math.min(2 ** attempts, 60) * 60_000;
	return { x_attempts: attempts, x_next_at: odooDateTime(new Date(now.getTime() + waitMs)) };
}
