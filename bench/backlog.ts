import { createApiKey, startOdoo } from '../scripts/real/odoo';
import { prepareOdoo } from '../scripts/scenario/prepareOdoo';
import { areas } from '../src/domain/areas/areas';
import { grant } from '../src/odoo/blueprint/grant';
import { install } from '../src/odoo/blueprint/install';
import { runOdooCode } from './runOdooCode';

/** A real Odoo with events that nobody has claimed. */
export interface Backlog {
	url: string;
	database: string;
	integration: { login: string; apiKey: string };
	/** Writes the events, for the one n8n that claims. */
	fill(): Promise<void>;
	/** Makes all of them due again. */
	makeDue(): Promise<void>;
	close(): Promise<void>;
}

export async function openBacklog(size: number): Promise<Backlog> {
	const server = await startOdoo();
	const { url, database, adminLogin, adminPassword: password } = server;
	const adminApiKey = await createApiKey(server, { login: adminLogin, password, name: 'bench' });
	const { administrator, integration } = await prepareOdoo({
		url,
		database,
		adminLogin,
		adminApiKey,
	});
	const admin = administrator.odoo;
	await install(admin, areas);
	await grant(admin, { login: integration.login, role: 'integration' });
	return {
		url,
		database,
		integration,
		fill: async () => {
			await runOdooCode(admin, writeCode(size));
		},
		makeDue: async () => {
			await runOdooCode(admin, makeDueCode);
		},
		close: async () => {
			await server.drop();
		},
	};
}

const SUBSCRIPTION = `env['x_approval_subscription'].sudo().with_context(active_test=False).search([('x_pushed', '=', False)])`;

function writeCode(size: number): string {
	return `
subscription = ${SUBSCRIPTION}
rows = []
for number in range(1, ${String(size)} + 1):
    rows.append({
        'x_name': 'S%05d' % number, 'x_subscription_id': subscription.id, 'x_topic': 'record',
        'x_area': 'sales_order_release', 'x_event': 'saved', 'x_model': 'sale.order',
        'x_res_id': number, 'x_state': 'pending', 'x_attempts': 0,
        'x_next_at': datetime.datetime.now() - datetime.timedelta(days=1)})
env['x_approval_outbox'].sudo().create(rows)`;
}

const makeDueCode = `
subscription = ${SUBSCRIPTION}
env['x_approval_outbox'].sudo().search([('x_subscription_id', '=', subscription.id)]).write({
    'x_attempts': 0, 'x_next_at': datetime.datetime.now() - datetime.timedelta(days=1)})`;
