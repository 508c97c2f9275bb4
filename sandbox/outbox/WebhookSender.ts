import { digestOf, signWebhook } from '../../src/domain/events/webhook';
import { sentAt } from '../ledger/takeDue';
import type { Database, Row } from '../orm/Database';
import { odooDateTime } from '../orm/instants';
import { idIn, numberIn, textIn } from '../orm/rowValues';

/** Odoo gives a webhook one second, and never tries again by itself. */
const timeoutMs = 1_000;

/** An event that was sent so short a time ago may still be on its way. */
const inFlightMs = 2_000;

/** With so many unacknowledged, n8n is slow or away: then nobody who saves waits for it. */
const behind = 20;

/** Posts outbox rows to whoever subscribed, the way Odoo's own webhook action does. */
export class WebhookSender {
	private readonly waiting = new Set<number>();
	private readonly underway = new Set<Promise<void>>();

	constructor(
		private readonly database: Database,
		private readonly now: () => Date,
	) {
		database.beforeChange((model, before, after) => {
			if (model !== 'x_approval_outbox' || !after) return;
			const isReplayed = before && before['x_attempts'] !== 0 && after['x_attempts'] === 0;
			if (!before || isReplayed) this.waiting.add(after.id);
		});
	}

	/**
	 * Posts what was written since the last time: at most one event for each save.
	 *
	 * @returns whether there is more, for the scheduled action
	 */
	sendNew(): boolean {
		const rows = [...this.waiting].flatMap((id) => this.toSend(id) ?? []);
		this.waiting.clear();
		const atOnce = rows.filter((row) => this.mayWait(row));
		for (const row of atOnce) {
			const now = this.now();
			this.database.update('x_approval_outbox', row.id, {
				x_attempts: 1,
				...sentAt(now),
				x_next_at: odooDateTime(new Date(now.getTime() + 60_000)),
			});
			this.send(row.id);
		}
		this.database.commit();
		return atOnce.length < rows.length;
	}

	/** Posts one row, if it still waits and somebody listens. */
	send(id: number): void {
		const row = this.toSend(id);
		const subscription = row && this.subscriptionOf(row);
		if (!subscription) return;
		const posting = post(this.address(row, subscription), row).finally(() =>
			this.underway.delete(posting),
		);
		this.underway.add(posting);
	}

	/** Resolves when no webhook is underway. */
	async settled(): Promise<void> {
		await Promise.all(this.underway);
	}

	private toSend(id: number): Row | undefined {
		const row = this.database.find('x_approval_outbox', id);
		if (!row || row['x_state'] !== 'pending') return undefined;
		const subscription = this.subscriptionOf(row);
		const isSent = subscription?.['x_active'] === true && subscription['x_pushed'] === true;
		return isSent && this.isFromHere(subscription) ? row : undefined;
	}

	/** A copy of the database knows the same subscriptions, and is no business of theirs. */
	private isFromHere({ x_copies: copies, x_database: subscribed }: Row): boolean {
		return copies === true || subscribed === this.database.identity;
	}

	private subscriptionOf(row: Row): Row | undefined {
		return this.database.find('x_approval_subscription', idIn(row, 'x_subscription_id') ?? 0);
	}

	/**
	 * Whether somebody's save may wait for n8n: up to a second, once, while nobody else does so, and
	 * not while n8n is behind.
	 */
	private mayWait(row: Row): boolean {
		const rows = this.database.rows('x_approval_outbox');
		const token = textIn(row, 'x_transaction');
		const hasWaited = rows.some(
			(other) => other['x_transaction'] === token && numberIn(other, 'x_attempts') > 0,
		);
		const pending = rows.filter(
			(other) =>
				other['x_state'] === 'pending' && other['x_subscription_id'] === row['x_subscription_id'],
		);
		const justNow = this.now().getTime() - inFlightMs;
		const isOneInFlight = pending.some((other) => numberIn(other, 'sent_ms') > justNow);
		return !(token !== '' && hasWaited) && !isOneInFlight && pending.length < behind;
	}

	private address(row: Row, subscription: Row): string {
		const trace = textIn(row, 'x_trace_id');
		const fields = {
			id: row.id,
			ts: Math.floor(this.now().getTime() / 1000),
			topic: textIn(row, 'x_topic'),
			area: textIn(row, 'x_area'),
			event: textIn(row, 'x_event'),
			model: textIn(row, 'x_model'),
			record: Number(row['x_res_id']),
			digest: digestOf(textIn(row, 'x_values')),
			...(trace !== '' && { trace }),
		};
		const url = textIn(subscription, 'x_url');
		const sig = signWebhook(textIn(subscription, 'x_signing_key'), fields);
		const query = Object.entries({ ...fields, sig }).map(([name, value]) => `${name}=${value}`);
		return `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
	}
}

/** A failure is nobody's business here: the row stays and is sent again. */
async function post(url: string, row: Row): Promise<void> {
	const values = textIn(row, 'x_values');
	const body = {
		_action: `Approval event(#${row.id})`,
		_id: row.id,
		_model: 'x_approval_outbox',
		...(values !== '' && { id: row.id, x_values: values }),
	};
	await fetch(url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'User-Agent': 'python-requests/2.28.1' },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(timeoutMs),
	})
		.then((response) => response.arrayBuffer())
		.catch(() => undefined);
}
