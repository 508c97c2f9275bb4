import { signWebhook } from '../../src/domain/events/webhook';
import type { Database, Row } from '../orm/Database';
import { idIn, textIn } from '../orm/rowValues';

/** Odoo gives a webhook one second, and never tries again by itself. */
const timeoutMs = 1_000;

/** Posts outbox rows to whoever subscribed, the way Odoo's own webhook action does. */
export class WebhookSender {
	private readonly waiting = new Set<number>();
	private readonly underway = new Set<Promise<void>>();

	constructor(
		private readonly database: Database,
		private readonly now: () => Date,
	) {
		database.beforeChange((model, before, after) => {
			if (model === 'x_approval_outbox' && !before && after) this.waiting.add(after.id);
		});
	}

	/** Posts the rows written since the last time. Those of a transaction that was undone are gone. */
	sendNew(): void {
		const ids = [...this.waiting];
		this.waiting.clear();
		for (const id of ids) this.send(id);
	}

	/** Posts one row, if it still waits and somebody listens. */
	send(id: number): void {
		const row = this.database.find('x_approval_outbox', id);
		if (!row || row['x_state'] !== 'pending') return;
		const subscription = this.database.find(
			'x_approval_subscription',
			idIn(row, 'x_subscription_id') ?? 0,
		);
		if (subscription?.['x_active'] !== true) return;
		const posting = post(this.address(row, subscription), id).finally(() =>
			this.underway.delete(posting),
		);
		this.underway.add(posting);
	}

	/** Resolves when no webhook is underway. */
	async settled(): Promise<void> {
		await Promise.all(this.underway);
	}

	private address(row: Row, subscription: Row): string {
		const fields = {
			id: row.id,
			ts: Math.floor(this.now().getTime() / 1000),
			topic: textIn(row, 'x_topic'),
			area: textIn(row, 'x_area'),
			model: textIn(row, 'x_model'),
			record: Number(row['x_res_id']),
		};
		const url = textIn(subscription, 'x_url');
		const sig = signWebhook(textIn(subscription, 'x_signing_key'), fields);
		const query = Object.entries({ ...fields, sig }).map(([name, value]) => `${name}=${value}`);
		return `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
	}
}

/** A failure is nobody's business here: the row stays and is sent again. */
async function post(url: string, id: number): Promise<void> {
	const body = {
		_action: `Send Webhook Notification(#${id})`,
		_id: id,
		_model: 'x_approval_outbox',
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
