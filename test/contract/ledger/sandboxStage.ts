import { z } from 'zod';
import { startSandbox } from '../../../sandbox/startSandbox';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { OdooClient } from '../../../src/odoo/OdooClient';
import type { LedgerStage, StageUser } from './LedgerStage';

const events = z.array(z.object({ x_state: z.string(), x_attempts: z.number() }));

/** Longer than any event waits for its next attempt. */
const LONG_MS = 2 * 60 * 60_000;

/** The Odoo in memory, with the people that it is seeded with. */
export async function openSandboxStage(version: 18 | 19): Promise<LedgerStage> {
	const sandbox = await startSandbox({ version, redeliveryIntervalMs: 0 });
	const { url, database, users } = sandbox;
	const { admin, integration, marta, luca, elena, sofia } = users;
	const client = (user: StageUser) => new OdooClient({ url, database, ...user }, axiosHttpSend);
	const clock = { now: Date.now() };

	const readEvent = async (id: number) => {
		const args = { domain: [['id', '=', id]], fields: ['x_state', 'x_attempts'] };
		const [event] = await client(integration).call(
			'x_approval_outbox',
			'search_read',
			args,
			events,
		);
		return event;
	};
	return {
		url,
		database,
		administrator: admin,
		integration,
		approvers: [marta, luca],
		manager: elena,
		salesperson: sofia,
		requestApproval: async (orderId) => {
			const ids = [await actionId(client(admin), 'Request Approval: Sales order release')];
			const record = { active_model: 'sale.order', active_id: orderId, active_ids: [orderId] };
			const args = { ids, context: record };
			await client(sofia).call('ir.actions.server', 'run', args, z.unknown());
		},
		redeliver: async (outboxId) => {
			const before = await readEvent(outboxId);
			if (before?.x_state !== 'pending') return;
			clock.now += LONG_MS;
			// Others may be due as well, and before this one; a run takes only so many.
			for (let now = before; isSame(now, before); now = (await readEvent(outboxId)) ?? before) {
				sandbox.redeliver(new Date(clock.now));
			}
			await sandbox.settled();
		},
		close: async () => {
			await sandbox.stop();
		},
	};
}

function isSame(one: z.infer<typeof events>[number], other: typeof one): boolean {
	return one.x_state === other.x_state && one.x_attempts === other.x_attempts;
}

async function actionId(client: OdooClient, name: string): Promise<number> {
	const args = { domain: [['name', '=', name]] };
	const [id] = await client.call('ir.actions.server', 'search', args, z.array(z.number()));
	if (id === undefined) throw new Error(`The sandbox has no action "${name}"`);
	return id;
}
