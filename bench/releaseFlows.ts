import { z } from 'zod';
import { findLink } from '../scripts/scenario/approverLink';
import { httpPages } from '../scripts/scenario/httpPages';
import type { OpenStage } from '../scripts/scenario/openStage';
import { readOrder } from '../scripts/scenario/readOrder';
import type { Quotation } from '../scripts/scenario/salesDesk';
import { fillTemplate } from '../scripts/scenario/templates';
import type { PreparedOdoo } from '../scripts/scenario/prepareOdoo';
import type { OdooClient } from '../src/odoo/OdooClient';
import { PLAIN, publishPlainOrderRelease } from './plainOrderRelease';

/** Who decides beside policy. */
type Approver = 'salesManager' | 'finance';

/** A workflow that releases orders, and what an approver has to do for it. */
export interface ReleaseFlow {
	/** Begins the reference of its orders. */
	prefix: string;
	/** What has to be at rest before an order is over; the first one begins with the order. */
	workflowIds: readonly [string, ...string[]];
	/** Whom it asked about an order, and how that person approves it. */
	findQuestion(order: Quotation): Promise<{ asked: Approver; approve(): Promise<void> }>;
}

/**
 * Publishes both workflows on one n8n; each is told of its own orders alone.
 *
 * @param url how n8n reaches Odoo
 */
export async function publishFlows(
	stage: OpenStage,
	{ administrator, database, people: { integration } }: PreparedOdoo,
	url: string,
): Promise<{ ours: ReleaseFlow; plain: ReleaseFlow }> {
	const { api, credentials, orderReleaseId, workflows } = stage.conductor;
	await api.deactivate(orderReleaseId);
	const options = { domain: `[('client_order_ref', 'not like', '${PLAIN}')]` };
	const trigger = { event: 'recordNeedsApproval', areas: ['sales_order_release'], options };
	const draft = await fillTemplate('order-release', credentials, { 'Odoo Trigger': trigger });
	const ours = await api.createWorkflow(draft);
	await api.activate(ours);

	const { salesManager, finance } = stage.people;
	const approvers = {
		manager: await partnerOf(administrator.odoo, salesManager.id),
		finance: await partnerOf(administrator.odoo, finance.id),
	};
	const plain = await publishPlainOrderRelease(stage, administrator.odoo, {
		url,
		database,
		approvers,
		apiKey: integration.apiKey,
	});
	return {
		ours: {
			prefix: 'Ours: ',
			workflowIds: [ours, workflows.decisionRelay],
			findQuestion: async (order) => await findOurQuestion(stage, order),
		},
		plain: {
			prefix: PLAIN,
			workflowIds: [plain],
			findQuestion: async (order) => await findPlainQuestion(stage, order),
		},
	};
}

async function findOurQuestion(stage: OpenStage, { id }: Quotation) {
	const { cases } = await readOrder(stage.auditor, id);
	const open = cases.find(({ state }) => state === 'pending');
	if (!open) throw new Error('Nobody was asked');
	const asked = open.approverIds.includes(stage.people.finance.id) ? 'finance' : 'salesManager';
	const link = await findLink(stage.people[asked], open.id);
	return {
		asked,
		approve: async () => {
			await httpPages.answer(link, { decision: 'approved' });
		},
	} as const;
}

const sentMessages = z.array(z.object({ body: z.string() }));

/** The one who got the message has the link. */
async function findPlainQuestion({ people }: OpenStage, { id }: Quotation) {
	for (const asked of ['salesManager', 'finance'] as const) {
		const { odoo, id: userId } = people[asked];
		const domain = [
			['model', '=', 'sale.order'],
			['res_id', '=', id],
			['partner_ids.user_ids', 'in', [userId]],
		];
		const args = { domain, fields: ['body'] };
		const messages = await odoo.call('mail.message', 'search_read', args, sentMessages);
		const link = messages.map(({ body }) => /https?:[^\s"<]+/.exec(body)?.[0]).find(Boolean);
		if (link === undefined) continue;
		const approve = async () => {
			await fetch(link.replaceAll('&amp;', '&'));
		};
		return { asked, approve };
	}
	throw new Error('Nobody was asked');
}

const userRows = z.tuple([z.object({ partner_id: z.tuple([z.number(), z.string()]) })]);

async function partnerOf(admin: OdooClient, userId: number): Promise<number> {
	const args = { ids: [userId], fields: ['partner_id'] };
	const [{ partner_id: partner }] = await admin.call('res.users', 'read', args, userRows);
	return partner[0];
}
