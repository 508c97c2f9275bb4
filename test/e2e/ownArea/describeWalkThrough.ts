import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { outputOf } from '../../../scripts/real/N8nExecution';
import { findLink } from '../../../scripts/scenario/approverLink';
import { fillTemplate } from '../../../scripts/scenario/templates';
import { until } from '../../../scripts/scenario/until';
import { recordIds } from '../../../src/odoo/recordIds';
import { joinGroups } from '../stage/joinGroups';
import type { E2eStage } from '../stage/openE2eStage';
import { PATIENCE_MS } from '../templating/TemplateStage';
import { walkThrough } from './walkThrough';

const TERM = 'property_payment_term_id';
const rows = z.array(z.object({ id: z.number() }).passthrough());

const template = z
	.object({ nodes: z.array(z.object({ name: z.string(), parameters: z.record(z.unknown()) })) })
	.parse(
		JSON.parse(readFileSync(join(__dirname, '../../../workflows/payment-terms.json'), 'utf8')),
	);

/**
 * The page "An area of your own", done as it says.
 * @param core id of the published workflow "Ask people"
 */
export function describeWalkThrough(stage: () => E2eStage, core: () => string): void {
	describe('the walk-through of an area of your own', () => {
		let terms = new Map<number, number>();
		let verified: Record<string, unknown> | undefined;

		const admin = () => stage().odoo.administrator.odoo;
		const find = async (model: string, domain: unknown[], fields: string[]) =>
			await admin().call(model, 'search_read', { domain, fields, order: 'id' }, rows);
		const make = async (model: string, values: Record<string, unknown>) => {
			const args = { vals_list: [values] };
			const [id = 0] = await admin().call(model, 'create', args, recordIds);
			return id;
		};
		const daysOf = async (customer: number) => {
			const [row] = await find('res.partner', [['id', '=', customer]], [TERM]);
			const [id] = z.tuple([z.number(), z.string()]).parse(row?.[TERM]);
			return [...terms].find(([, term]) => term === id)?.[0];
		};
		const casesAbout = async (customer: number) =>
			await find(
				'x_approval_case',
				[
					['x_model', '=', 'res.partner'],
					['x_res_id', '=', customer],
				],
				['x_state', 'x_outcome', 'x_area_label', 'x_summary'],
			);
		const outcomes = async (customer: number, wanted: unknown[]) =>
			await until(`No case came to ${JSON.stringify(wanted)}`, PATIENCE_MS, async () => {
				const ended = (await casesAbout(customer)).map((one) => one['x_outcome']);
				return JSON.stringify(ended) === JSON.stringify(wanted) ? ended : undefined;
			});
		/** As the salesperson, who is the one that asks. */
		const give = async (customer: number, days: number) => {
			const vals = { [TERM]: terms.get(days) };
			const { odoo } = stage().odoo.people.salesperson;
			await odoo.call('res.partner', 'write', { ids: [customer], vals }, z.unknown());
		};
		const aCustomer = async () => {
			const { odoo } = stage().odoo.people.salesperson;
			const values = { name: 'Fluss & Sohn', customer_rank: 1, [TERM]: terms.get(30) };
			const [id = 0] = await odoo.call('res.partner', 'create', { vals_list: [values] }, recordIds);
			await outcomes(id, ['kept']);
			return id;
		};
		const asked = async (customer: number) => {
			const pending = await until('Nobody was asked', PATIENCE_MS, async () =>
				(await casesAbout(customer)).find((one) => one['x_state'] === 'pending'),
			);
			return { pending, link: await findLink(stage().people.salesManager, pending.id) };
		};

		beforeAll(async () => {
			const { api, credentials } = stage().conductor;
			const { administrator, url, database, people } = stage().odoo;
			const { login, apiKey } = administrator;
			const data = { url, database, login, apiKey };
			const draft = { name: 'Administrator of the walk-through', type: 'odooApprovalsApi', data };
			const odooApprovalsApi = { id: await api.createCredential(draft), name: draft.name };
			const setUp = await fillTemplate(
				'set-up-odoo',
				{ ...credentials, odooApprovalsApi },
				{ 'Install or Upgrade': walkThrough.setUp },
			);
			const running = await api.runWorkflow(await api.createWorkflow(setUp), 'Set Up Now');
			const execution = await api.waitForExecution(running, ['success'], 180_000);
			[verified] = outputOf(execution, 'Verify');

			const days = [15, 30, 45, 90];
			const made = days.map(async (nb_days) => {
				const line = { value: 'percent', value_amount: 100, nb_days };
				const values = { name: `${nb_days} days`, line_ids: [[0, 0, line]] };
				return [nb_days, await make('account.payment.term', values)] as const;
			});
			terms = new Map(await Promise.all(made));
			const { login: integrationLogin } = people.integration;
			const contacts = 'base.group_partner_manager';
			const billing = 'account.group_account_invoice';
			await joinGroups(admin(), integrationLogin, new Set([contacts, billing]));
			await joinGroups(admin(), people.salesperson.login, new Set([contacts]));

			const workflowId = { __rl: true, mode: 'id', value: core() };
			const workflow = await fillTemplate('payment-terms', credentials, {
				'Ask People': { workflowId },
				'Odoo Trigger': walkThrough['Odoo Trigger'],
			});
			await api.activate(await api.createWorkflow(workflow));
		}, 300_000);

		it.each(['Odoo Trigger', 'Gather Facts', 'Policy Evaluate'] as const)(
			'has the template say in %s what the page says',
			(name) => {
				const node = template.nodes.find((one) => one.name === name);

				expect(node?.parameters).toMatchObject(walkThrough[name]);
			},
		);

		it('is set up, and is found as it was set up', () => {
			expect(verified).toMatchObject({ status: 'intact', missing: [], altered: [] });
			expect(verified?.['areas']).toContain('payment_terms');
		});

		it(
			'lets short terms pass without anybody',
			async () => {
				const customer = await aCustomer();
				await give(customer, 15);
				await outcomes(customer, ['kept', 'kept']);

				expect(await daysOf(customer)).toBe(15);
			},
			2 * PATIENCE_MS,
		);

		it(
			'asks about longer terms, and keeps what is approved',
			async () => {
				const customer = await aCustomer();
				await give(customer, 45);
				const { pending, link } = await asked(customer);
				expect(pending['x_area_label']).toBe('Payment terms');
				expect(pending['x_summary']).toContain(
					'The customer would pay after 45 days, more than 30',
				);
				await stage().pages.answer(link, { decision: 'approved' });
				await outcomes(customer, ['kept', 'kept']);

				expect(await daysOf(customer)).toBe(45);
			},
			2 * PATIENCE_MS,
		);

		it(
			'gives the old terms back when they are rejected',
			async () => {
				const customer = await aCustomer();
				await give(customer, 90);
				const { link } = await asked(customer);
				const answer = { decision: 'rejected', reason: 'Too long', reasonCode: 'price' } as const;
				await stage().pages.answer(link, answer);
				await outcomes(customer, ['kept', 'released']);

				expect(await daysOf(customer)).toBe(30);
			},
			2 * PATIENCE_MS,
		);
	});
}
