import { z } from 'zod';
import { ensureRule } from '../../../sandbox/ledger/rules';
import { approvalGroups } from '../../../sandbox/models/approvalGroups';
import { Environment } from '../../../sandbox/orm/Environment';
import { odooDateTime } from '../../../sandbox/orm/instants';
import { startSandbox } from '../../../sandbox/startSandbox';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { OdooClient } from '../../../src/odoo/OdooClient';
import type { LedgerStage, StageUser } from './LedgerStage';

const allSales = 'sales_team.group_sale_salesman_all_leads';

/** The Odoo in memory, with the people that it is seeded with. */
export async function openSandboxStage(version: 18 | 19): Promise<LedgerStage> {
	const sandbox = await startSandbox({ version, redeliveryIntervalMs: 0 });
	const { url, database, users } = sandbox;
	const { admin, integration, marta, luca, elena, sofia } = users;
	const client = (user: StageUser) => new OdooClient({ url, database, ...user }, axiosHttpSend);
	const { database: records } = sandbox.server;
	const settle = async () => {
		sandbox.deliver();
		await sandbox.settled();
	};
	const longAgo = odooDateTime(Date.now() - 60_000);
	const rules = () =>
		records.rows('base.automation').map(({ id, name }) => ({ id, name: String(name) }));
	const beIn = async (groups: string[]) => {
		const group_ids = groups.flatMap((name) => records.idOf(name) ?? []);
		records.update('res.users', integration.id, { group_ids });
		await settle();
	};
	const subscription = (key: string) => {
		const row = records.rows('x_approval_subscription').find((one) => one['x_key'] === key);
		if (!row) throw new Error(`Nobody subscribed as ${key}`);
		return row;
	};
	return {
		url,
		races: 20,
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
			records.update('x_approval_outbox', outboxId, { x_next_at: longAgo });
			await settle();
		},
		runSchedule: settle,
		clearOutbox: async () => {
			const acknowledged = { x_state: 'acknowledged', x_acknowledged_at: odooDateTime(Date.now()) };
			for (const { id, x_state } of records.rows('x_approval_outbox')) {
				if (x_state === 'pending') records.update('x_approval_outbox', id, acknowledged);
			}
			await settle();
		},
		letLeaseEnd: async (outboxId) => {
			const ended = { x_next_at: longAgo, x_leased_until: longAgo };
			records.update('x_approval_outbox', outboxId, ended);
			await settle();
		},
		// The sandbox does one thing after the other: nobody holds anything.
		holdEvent: async () => {
			await settle();
		},
		workBy: async ({ id: user_id, name }, calendar_id, away) => {
			const { id } = records.insert('resource.resource', { name, user_id, calendar_id });
			const absence = { ...away, name: 'Away', calendar_id, resource_id: id, time_type: 'leave' };
			records.insert('resource.calendar.leaves', absence);
			await settle();
			return id;
		},
		workAsAllDo: async (resourceId) => {
			records.remove('resource.resource', resourceId);
			await settle();
		},
		backdate: async (key) => {
			const x_since = odooDateTime(Date.now() - 24 * 3_600_000);
			records.update('x_approval_subscription', subscription(key).id, { x_since });
			await settle();
		},
		rules: async () => await Promise.resolve(rules().map(({ name }) => name)),
		breakRules: async (model) => {
			for (const { id, name } of rules())
				if (name.includes(model)) records.update('base.automation', id, { active: false });
			await settle();
		},
		letUserCreateRules: async (isAllowed) => {
			await beIn([allSales, isAllowed ? approvalGroups.ruleMaker : approvalGroups.integration]);
		},
		letUserSell: async (isAllowed) => {
			await beIn([...(isAllowed ? [allSales] : []), approvalGroups.ruleMaker]);
		},
		beCopy: async (isCopy) => {
			records.identity = isCopy ? 'copy' : 'original';
			await settle();
		},
		createRule: async (key) => {
			ensureRule(new Environment(sandbox.server, admin.id), subscription(key));
			await settle();
		},
		close: async () => {
			await sandbox.stop();
		},
	};
}

async function actionId(client: OdooClient, name: string): Promise<number> {
	const args = { domain: [['name', '=', name]] };
	const [id] = await client.call('ir.actions.server', 'search', args, z.array(z.number()));
	if (id === undefined) throw new Error(`The sandbox has no action "${name}"`);
	return id;
}
