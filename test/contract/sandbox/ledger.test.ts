import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import { startSandbox } from '../../../sandbox/startSandbox';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { recordIds } from '../../../src/odoo/recordIds';
import { describeLedger } from '../ledger/describeLedger';
import type { LedgerStage, StageUser } from '../ledger/LedgerStage';

/** Long enough for every event to be due again. */
const oneDayMs = 86_400_000;
const maxBatches = 20;
const rows = z.array(z.unknown());

describe.each([18, 19] as const)('Odoo %s', (version) => {
	describeLedger('sandbox', async () => await openSandboxStage(version));
});

async function openSandboxStage(version: 18 | 19): Promise<LedgerStage> {
	const sandbox = await startSandbox({ version, redeliveryIntervalMs: 0 });
	const { url, database, users } = sandbox;
	let days = 0;
	const clientOf = ({ login, apiKey }: StageUser) =>
		new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
	const domain = [['name', '=', 'Request Approval: Sales order release']];
	const [request = 0] = await clientOf(users.admin).call(
		'ir.actions.server',
		'search',
		{ domain },
		recordIds,
	);
	return {
		url,
		database,
		administrator: users.admin,
		integration: users.integration,
		approvers: [users.marta, users.luca],
		manager: users.elena,
		salesperson: users.sofia,
		requestApproval: async (orderId) => {
			const context = { active_model: 'sale.order', active_id: orderId, active_ids: [orderId] };
			const args = { ids: [request], context };
			await clientOf(users.sofia).call('ir.actions.server', 'run', args, z.unknown());
		},
		redeliver: async (outboxId) => {
			const attempts = async () => {
				const args = { domain: [['id', '=', outboxId]], fields: ['x_attempts', 'x_state'] };
				return await clientOf(users.elena).call('x_approval_outbox', 'search_read', args, rows);
			};
			await sandbox.settled();
			days += 1;
			const before = await attempts();
			// A batch has its limit, and others may be due as well, and before this one.
			for (let batch = 0; batch < maxBatches; batch += 1) {
				if (!isDeepStrictEqual(await attempts(), before)) break;
				sandbox.redeliver(new Date(Date.now() + days * oneDayMs));
			}
			await sandbox.settled();
		},
		close: async () => {
			await sandbox.stop();
		},
	};
}
