import { z } from 'zod';

import { startSandbox } from '../../../sandbox/startSandbox';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { recordIds } from '../../../src/odoo/recordIds';
import { describeLedger } from '../ledger/describeLedger';
import type { LedgerStage, StageUser } from '../ledger/LedgerStage';

/** Long enough for every event to be due again. */
const oneDayMs = 86_400_000;

describe.each([18, 19] as const)('Odoo %s', (version) => {
	describeLedger('sandbox', async () => await openSandboxStage(version));
});

async function openSandboxStage(version: 18 | 19): Promise<LedgerStage> {
	const sandbox = await startSandbox({ version, redeliveryIntervalMs: 0 });
	const { url, database, users } = sandbox;
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
		redeliver: async () => {
			await sandbox.settled();
			sandbox.redeliver(new Date(Date.now() + oneDayMs));
			await sandbox.settled();
		},
		close: async () => {
			await sandbox.stop();
		},
	};
}
