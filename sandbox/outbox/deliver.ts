import { raiseDueEvents } from '../ledger/dueEvents';
import { silence } from '../ledger/subscriptions';
import { isServedSince, sentAt, takeDue } from '../ledger/takeDue';
import { Environment, type Server } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import { numberIn, textIn } from '../orm/rowValues';
import type { WebhookSender } from './WebhookSender';

const batchSize = 50;

/** What the Scheduled Action of a real Odoo does every minute, and at once when it was called for. */
export function deliver(server: Server, sender: WebhookSender): void {
	const { database } = server;
	const environment = new Environment(server, 0, {}, true);
	const now = new Date(environment.at);
	for (const row of database.rows('x_approval_subscription'))
		if (row['x_active'] === true && isPast(textIn(row, 'x_expires_at'), now))
			silence(environment, row);
	raiseDueEvents(environment);
	revive(server, now);
	const rows = takeDue(
		database,
		now,
		batchSize,
		({ subscription }) => subscription['x_pushed'] === true,
	);
	for (const row of rows) {
		const attempts = numberIn(row, 'x_attempts') + 1;
		const waitMs = Math.min(2 ** (attempts - 1), 60) * 60_000;
		database.update('x_approval_outbox', row.id, {
			x_attempts: attempts,
			...sentAt(now),
			x_next_at: odooDateTime(new Date(now.getTime() + waitMs)),
			x_leased_until: false,
		});
		sender.send(row.id);
	}
	database.commit();
	if (rows.length === batchSize) deliver(server, sender);
}

function isPast(instant: string, now: Date): boolean {
	return instant !== '' && instant < odooDateTime(now);
}

/** Once n8n acknowledges again, what it did not hear while it was away is due at once. */
function revive({ database }: Server, now: Date): void {
	const at = odooDateTime(now);
	for (const row of database.rows('x_approval_outbox')) {
		const hasWaited = row['x_state'] === 'pending' && numberIn(row, 'x_attempts') > 1;
		const isHeard = textIn(row, 'x_execution_id') || textIn(row, 'x_leased_until') > at;
		if (hasWaited && !isHeard && isServedSince(database, row))
			database.update('x_approval_outbox', row.id, { x_next_at: at });
	}
}
