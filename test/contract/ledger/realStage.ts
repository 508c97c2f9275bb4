import { z } from 'zod';
import { createApiKey } from '../../../scripts/real/odooApiKey';
import { areas } from '../../../src/domain/areas/areas';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { grant, type Role } from '../../../src/odoo/blueprint/grant';
import { install } from '../../../src/odoo/blueprint/install';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { Crew, type Person } from './Crew';
import type { LedgerStage } from './LedgerStage';

export interface RealServer {
	url: string;
	database: string;
	adminLogin: string;
	adminPassword: string;
}

const ownDocuments = 'sales_team.group_sale_salesman';
const allDocuments = 'sales_team.group_sale_salesman_all_leads';

const people = {
	integration: person('Ina Integration', 'integration', allDocuments),
	first: person('Ada Approver', 'approver', ownDocuments),
	second: person('Ben Approver', 'approver', ownDocuments),
	manager: person('Mia Manager', 'manager', ownDocuments),
	salesperson: person('Sam Sales', null, ownDocuments),
};

function person(name: string, role: Role | null, sales: string): Person {
	const login = `${name.replace(' ', '.').toLowerCase()}@example.com`;
	return { name, role, login, groups: [sales] };
}

/** Makes a real Odoo ready for the suite: installs the blueprint, makes the people and their keys. */
export async function openRealStage(
	server: RealServer,
	close: () => Promise<void>,
): Promise<LedgerStage> {
	const { url, database, adminLogin, adminPassword } = server;
	const key = { login: adminLogin, password: adminPassword, name: 'Contract suite' };
	const apiKey = await createApiKey(server, key);
	const admin = new OdooClient({ url, database, login: adminLogin, apiKey }, axiosHttpSend);
	await install(admin, areas);

	const crew = new Crew(server, admin);
	const salesperson = await crew.hire(people.salesperson);
	const request = await crew.idOf('n8n_approvals.action_request_sales_order_release');
	const redelivery = await crew.codeAction(redeliverCode);
	const schedule = await crew.codeAction(scheduleCode);
	const clearing = await crew.codeAction(clearCode);
	const leaseEnd = await crew.codeAction(leaseEndCode);
	const holding = await crew.codeAction(holdCode);
	const backdating = await crew.codeAction(backdateCode);
	const working = await crew.codeAction(workCode);
	const copying = await crew.codeAction(copyCode);
	const integration = await crew.hire(people.integration);
	await grant(admin, { login: integration.login, role: 'rule_author' });
	const setGroup = async (name: string, isIn: boolean) => {
		const vals = { group_ids: [[isIn ? 4 : 3, await crew.idOf(name)]] };
		await admin.call('res.users', 'write', { ids: [integration.id], vals }, z.unknown());
	};
	const run = async (action: number, context: Record<string, unknown>) => {
		await admin.call('ir.actions.server', 'run', { ids: [action], context }, z.unknown());
	};
	const administrator = { id: await crew.userId(adminLogin), name: 'Administrator' };

	return {
		url,
		races: 200,
		database,
		administrator: { ...administrator, login: adminLogin, apiKey },
		integration,
		approvers: [await crew.hire(people.first), await crew.hire(people.second)],
		manager: await crew.hire(people.manager),
		salesperson,
		requestApproval: async (orderId) => {
			const client = new OdooClient({ url, database, ...salesperson }, axiosHttpSend);
			const record = { active_model: 'sale.order', active_id: orderId, active_ids: [orderId] };
			const args = { ids: [request], context: record };
			await client.call('ir.actions.server', 'run', args, z.unknown());
		},
		redeliver: async (outboxId) => {
			await run(redelivery, { outbox_id: outboxId });
		},
		runSchedule: async () => {
			await run(schedule, {});
		},
		clearOutbox: async () => {
			await run(clearing, {});
		},
		letLeaseEnd: async (outboxId) => {
			await run(leaseEnd, { outbox_id: outboxId });
		},
		holdEvent: async (outboxId) => {
			await run(holding, { outbox_id: outboxId });
		},
		workBy: async ({ id, name }, scheduleId, away) => {
			await run(working, { resource: { name, user_id: id, calendar_id: scheduleId }, away });
			const args = { domain: [['user_id', '=', id]], fields: ['id'] };
			const [made] = await admin.call('resource.resource', 'search_read', args, found);
			return made?.id ?? 0;
		},
		workAsAllDo: async (resourceId) => {
			await run(working, { gone: resourceId });
		},
		backdate: async (key) => {
			await run(backdating, { subscription: key });
		},
		rules: async () => {
			const domain = [['name', 'like', 'Approvals: %.%']];
			const args = { domain, fields: ['name'] };
			const rows = await admin.call('base.automation', 'search_read', args, named);
			return rows.map(({ name }) => name);
		},
		breakRules: async (model) => {
			const args = { domain: [['name', 'like', `Approvals: ${model}`]] };
			const ids = await admin.call('base.automation', 'search', args, z.array(z.number()));
			await admin.call('base.automation', 'write', { ids, vals: { active: false } }, z.unknown());
		},
		letUserCreateRules: async (isAllowed) => {
			await setGroup('n8n_approvals.group_rule_author', isAllowed);
		},
		letUserSell: async (isAllowed) => {
			for (const name of [allDocuments, ownDocuments]) await setGroup(name, isAllowed);
		},
		beCopy: async (isCopy) => {
			await run(copying, { is_copy: isCopy });
		},
		createRule: async (key) => {
			const args = { domain: [['x_key', '=', key]], context: { active_test: false } };
			const found = await admin.call(
				'x_approval_subscription',
				'search',
				args,
				z.array(z.number()),
			);
			const record = { active_model: 'x_approval_subscription', active_ids: found };
			await run(await crew.idOf('n8n_approvals.action_create_rules'), record);
		},
		close,
	};
}

const redeliverCode = `
event = env['x_approval_outbox'].sudo().browse(env.context['outbox_id'])
cron = env.ref('n8n_approvals.cron_redeliver').sudo()
before = datetime.datetime.now() - datetime.timedelta(minutes=1)
event.write({'x_next_at': before})
# Others may be due as well, and before this one.
while event.x_state == 'pending' and event.x_next_at <= before:
    env.flush_all()
    cron.ir_actions_server_id.with_user(1).run()
`;

const scheduleCode = `
env.ref('n8n_approvals.cron_redeliver').sudo().ir_actions_server_id.with_user(1).run()
`;

const clearCode = `
env['x_approval_outbox'].sudo().search([('x_state', '=', 'pending')]).write({
    'x_state': 'acknowledged', 'x_acknowledged_at': datetime.datetime.now()})
`;

const leaseEndCode = `
before = datetime.datetime.now() - datetime.timedelta(minutes=1)
env['x_approval_outbox'].sudo().browse(env.context['outbox_id']).write({
    'x_next_at': before, 'x_leased_until': before})
`;

const holdCode = `
event = env['x_approval_outbox'].sudo().browse(env.context['outbox_id'])
event.write({'x_next_at': event.x_next_at + datetime.timedelta(seconds=1)})
env.flush_all()
env.cr.execute('SELECT pg_sleep(1)')
`;

/** Over RPC nobody may make resources, or say when they are away: that comes with employees. */
const workCode = `
resources = env['resource.resource'].sudo()
if env.context.get('resource'):
    resource = resources.create(env.context['resource'])
    env['resource.calendar.leaves'].sudo().create(dict(
        env.context['away'], name='Away', resource_id=resource.id,
        calendar_id=resource.calendar_id.id))
else:
    resources.browse(env.context['gone']).unlink()
`;

const backdateCode = `
env['x_approval_subscription'].sudo().with_context(active_test=False).search([
    ('x_key', '=', env.context['subscription'])]).write({
    'x_since': datetime.datetime.now() - datetime.timedelta(days=1)})
`;

/** What duplicating a database changes in the copy. */
const copyCode = `
parameters = env['ir.config_parameter'].sudo()
uuid = parameters.get_param('database.uuid').replace('copy-of-', '')
parameters.set_param('database.uuid', ('copy-of-' if env.context['is_copy'] else '') + uuid)
`;

const named = z.array(z.object({ name: z.string() }));
const found = z.array(z.object({ id: z.number() }));
