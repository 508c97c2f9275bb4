import { z } from 'zod';
import { logInToN8n } from '../../scripts/real/logInToN8n';
import { outputOf } from '../../scripts/real/N8nExecution';
import { findLink } from '../../scripts/scenario/approverLink';
import { fillTemplate, type TemplateNode } from '../../scripts/scenario/templates';
import { until } from '../../scripts/scenario/until';
import { areaTemplates } from '../../scripts/templates/areaTemplates';
import { roleGroups } from '../../scripts/templates/roleGroups';
import { areas } from '../../src/domain/areas/areas';
import type { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';
import { openChannel } from './stage/openChannel';
import { openE2eStage, type E2eStage } from './stage/openE2eStage';

const BRINGING_MS = 1_800_000;
const rows = z.array(z.object({ id: z.number() }).passthrough());

describe('the templates of the areas (real n8n, real Odoo 19)', () => {
	let opened: E2eStage | undefined;
	let supplier = 0;
	let product = 0;
	const stage = (): E2eStage => {
		if (!opened) throw new Error('The stage did not open');
		return opened;
	};
	const admin = () => stage().odoo.administrator.odoo;
	const buyer = () => stage().odoo.people.salesperson;

	const make = async (by: OdooClient, model: string, values: Record<string, unknown>) => {
		const [id = 0] = await by.call(model, 'create', { vals_list: [values] }, recordIds);
		return id;
	};
	const find = async (model: string, domain: unknown[], fields: string[]) =>
		await admin().call(model, 'search_read', { domain, fields, order: 'id' }, rows);
	const join = async (login: string, groups: readonly string[]) => {
		for (const name of groups) {
			const [module, key] = name.split('.');
			const domain = [
				['module', '=', module],
				['name', '=', key],
			];
			const [group] = await find('ir.model.data', domain, ['res_id']);
			const [user] = await find('res.users', [['login', '=', login]], ['id']);
			const vals = { group_ids: [[4, group?.['res_id']]] };
			await admin().call('res.users', 'write', { ids: [user?.id ?? 0], vals }, z.unknown());
		}
	};
	/** Imports a template as an analyst does, and publishes it. */
	const publish = async (name: string, parameters: Record<string, Record<string, unknown>>) => {
		const { api, credentials } = stage().conductor;
		const id = await api.createWorkflow(await fillTemplate(name, credentials, parameters));
		await api.activate(id);
		return id;
	};
	/** An order that the buyer confirms, and Odoo holds. */
	const anOrder = async (price_unit: number) => {
		const line = { product_id: product, product_qty: 2, price_unit };
		const order = { partner_id: supplier, order_line: [[0, 0, line]] };
		const id = await make(buyer().odoo, 'purchase.order', order);
		await buyer().odoo.call('purchase.order', 'button_confirm', { ids: [id] }, z.unknown());
		return id;
	};
	const stateReached = async (id: number, state: string) =>
		await until(`Order ${String(id)} never was ${state}`, 60_000, async () => {
			const [order] = await find('purchase.order', [['id', '=', id]], ['state']);
			return order?.['state'] === state ? state : undefined;
		});
	const caseAbout = async (id: number) =>
		await until(`Nobody was asked about order ${String(id)}`, 60_000, async () => {
			const about = [
				['x_model', '=', 'purchase.order'],
				['x_res_id', '=', id],
				['x_state', '=', 'pending'],
			];
			return (await find('x_approval_case', about, ['x_area']))[0];
		});

	beforeAll(async () => {
		opened = await openE2eStage();
		await join(stage().odoo.integration.login, [...new Set(areas.flatMap(({ rights }) => rights))]);
		await join(buyer().login, ['purchase.group_purchase_user']);
		const { login } = stage().people.salesManager;
		const authority = {
			rows: Object.keys(roleGroups).map((role) => ({
				...{ role, kind: 'user', approver: login, limit: 0, quorum: 1 },
			})),
		};
		const people = { 'Approval Route': { authority }, Escalate: { authority } };
		const core = await publish('approval-core', people);
		const workflowId = { __rl: true, mode: 'id', value: core };
		for (const { file } of areaTemplates) await publish(file, { 'Ask People': { workflowId } });

		const [company] = await find('res.company', [], ['name']);
		const vals = { po_double_validation: 'two_step', po_double_validation_amount: 0 };
		await admin().call('res.company', 'write', { ids: [company?.id ?? 0], vals }, z.unknown());
		supplier = await make(admin(), 'res.partner', { name: 'Pumps & Parts Ltd' });
		const seller = { partner_id: supplier, price: 100, delay: 0 };
		const pump = { name: 'Pump', type: 'consu', seller_ids: [[0, 0, seller]] };
		product = await make(admin(), 'product.product', pump);
	}, BRINGING_MS);

	afterAll(async () => {
		await opened?.close();
	}, 120_000);

	it('listen to every area', async () => {
		const heard = await find('x_approval_subscription', [['x_active', '=', true]], ['x_area']);
		const known = new Set(heard.map((one) => one['x_area']));

		expect(areas.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
		expect(known.has('none')).toBe(true);
	});

	it('ask people in a workflow of its own, and carry out what they decide', async () => {
		const id = await anOrder(100);
		const { id: caseId } = await caseAbout(id);
		const link = await findLink(stage().people.salesManager, caseId);
		await stage().pages.answer(link, { decision: 'approved' });

		expect(await stateReached(id, 'purchase')).toBe('purchase');
	}, 180_000);

	it('carry out the routine by themselves', async () => {
		expect(await stateReached(await anOrder(100), 'purchase')).toBe('purchase');
	}, 180_000);

	it('give an order that is rejected back', async () => {
		const id = await anOrder(130);
		const { id: caseId } = await caseAbout(id);
		const link = await findLink(stage().people.salesManager, caseId);
		const answer = { decision: 'rejected', reason: 'Too dear', reasonCode: 'price' } as const;
		await stage().pages.answer(link, answer);

		expect(await stateReached(id, 'cancel')).toBe('cancel');
	}, 180_000);

	it('are told of in the daily digest: what waits, in every shape', async () => {
		const id = await anOrder(100);
		const { id: caseId } = await caseAbout(id);
		const [order] = await find('purchase.order', [['id', '=', id]], ['name']);
		const name = z.string().parse(order?.['name']);
		const channel = await openChannel();
		const { api, credentials } = stage().conductor;
		const draft = await fillTemplate('daily-digest', credentials, {
			'Post to Slack': { url: channel.url },
			'Post to Teams': { url: channel.url },
		});
		// As an analyst does who wants it in the channels and not by mail.
		const templateNodes: TemplateNode[] = draft.nodes;
		const nodes = templateNodes.map((node) => ({
			...node,
			disabled: node.name === 'Send by Mail',
		}));
		const workflowId = await api.createWorkflow({ ...draft, nodes });
		const running = await api.runWorkflow(workflowId, 'Look Now');
		const execution = await api.waitForExecution(running, ['success'], 60_000);
		await channel.close();

		const [look] = outputOf(execution, 'Open Cases');
		expect(look).toMatchObject({
			quiet: false,
			cases: expect.arrayContaining([
				expect.objectContaining({ id: caseId, recordName: name, amount: 200 }),
			]),
			message: { text: expect.stringContaining(`- ${name} · `) },
		});
		expect(channel.received).toEqual([
			expect.stringContaining(name),
			expect.stringContaining(name),
		]);

		const page = await stage().browser.newPage({ viewport: { width: 1800, height: 1000 } });
		await logInToN8n(page, stage().conductor.n8n.url);
		await page.goto(`${stage().conductor.n8n.url}/workflow/${workflowId}`);
		await page.locator('.vue-flow__node').first().waitFor();
		await stage().screenshots.take(page, 'canvas-dailyDigest');
		await page.close();
		const link = await findLink(stage().people.salesManager, caseId);
		await stage().pages.answer(link, { decision: 'approved' });
		expect(await stateReached(id, 'purchase')).toBe('purchase');
	}, 180_000);
});
