import { createServer } from 'node:http';
import { z } from 'zod';
import { freePort } from '../../scripts/real/freePort';
import type { OpenStage } from '../../scripts/scenario/openStage';
import type { PreparedOdoo } from '../../scripts/scenario/prepareOdoo';
import { fillTemplate } from '../../scripts/scenario/templates';
import { areaTemplates } from '../../scripts/templates/areaTemplates';
import { roleGroups } from '../../scripts/templates/roleGroups';
import { areas } from '../../src/domain/areas/areas';
import { AreaDesk } from './AreaDesk';

/** What a clerk's daily work needs. */
const clerkGroups = [
	'sales_team.group_sale_salesman_all_leads',
	'purchase.group_purchase_user',
	'stock.group_stock_user',
	'account.group_account_invoice',
	'base.group_partner_manager',
];

/** An area whose template listens for it, and for no other. */
export interface PublishedArea {
	area: string;
	/** What has to be at rest before a record is over; the first one is the area's own. */
	workflowIds: readonly [string, ...string[]];
}

export interface AreaTemplates {
	publish(area: string): Promise<PublishedArea>;
	takeBack(published: PublishedArea): Promise<void>;
}

interface OpenAreas {
	desk: AreaDesk;
	templates: AreaTemplates;
	close(): Promise<void>;
}

/** Gives everybody the rights that all areas need, and brings what their templates call. */
export async function openForAreas(stage: OpenStage, odoo: PreparedOdoo): Promise<OpenAreas> {
	const { api, credentials, orderReleaseId, workflows } = stage.conductor;
	const { salesperson, salesManager, integration } = odoo.people;
	await api.deactivate(orderReleaseId);
	const desk = new AreaDesk(salesperson.odoo, odoo.administrator.odoo);
	await join(desk, integration.id, [...new Set(areas.flatMap(({ rights }) => rights))]);
	await join(desk, salesperson.id, clerkGroups);

	const rows = Object.keys(roleGroups).map((role) => ({
		...{ role, kind: 'user', approver: salesManager.login, limit: 0, quorum: 1 },
	}));
	const authority = { authority: { rows } };
	const people = { 'Approval Route': authority, Escalate: authority };
	const core = await api.createWorkflow(await fillTemplate('approval-core', credentials, people));
	await api.activate(core);
	const bureau = await startBureau();

	return {
		desk,
		templates: {
			publish: async (area) => {
				const draft = await fillTemplate(
					fileOf(area),
					credentials,
					filledIn(area, { core, bureau: bureau.url }),
				);
				const id = await api.createWorkflow(draft);
				await api.activate(id);
				return { area, workflowIds: [id, core, workflows.decisionRelay] };
			},
			takeBack: async ({ workflowIds: [id] }) => {
				await api.deactivate(id);
			},
		},
		close: bureau.close,
	};
}

/** The template of sales orders stands beside those that are drawn alike. */
function fileOf(area: string): string {
	const drawn = areaTemplates.find((template) => template.areas.includes(area));
	return drawn?.file ?? 'order-release';
}

/** What an analyst fills in, and only one area to listen for. */
function filledIn(area: string, { core, bureau }: { core: string; bureau: string }) {
	const workflowId = { __rl: true, mode: 'id', value: core };
	return {
		'Odoo Trigger': { areas: [area] },
		...(fileOf(area) === 'order-release' ? {} : { 'Ask People': { workflowId } }),
		...(area === 'credit_release' && { 'Ask the Credit Bureau': { url: bureau } }),
		// Odoo's demo data has deliveries that are late already.
		...(area === 'logistics_exception' && { 'When Time Is Due': { domain: "[('id', '=', 0)]" } }),
	};
}

/** Stands for a credit bureau, which knows nothing but good of everybody. */
async function startBureau(): Promise<{ url: string; close(): Promise<void> }> {
	const server = createServer((_request, response) => {
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify({ score: 90 }));
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${String(port)}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function join(desk: AreaDesk, userId: number, groups: readonly string[]): Promise<void> {
	const ids = await Promise.all(groups.map(async (group) => await desk.idOf(group)));
	const vals = { group_ids: ids.map((id) => [4, id]) };
	await desk.admin.call('res.users', 'write', { ids: [userId], vals }, z.unknown());
}
