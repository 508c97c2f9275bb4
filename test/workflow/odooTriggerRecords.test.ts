import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { approvalGroups } from '../../sandbox/models/approvalGroups';
import { groups } from '../../sandbox/models/defineModel';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { startStage, type Stage } from '../kit/startStage';

const model = { __rl: true, mode: 'list', value: 'sale.order' };

/** A workflow that hears of orders; created ones unless the parameters say otherwise. */
const ofOrders = (parameters: INodeParameters = {}) =>
	sketchWorkflow({
		'Odoo Trigger': {
			type: 'odooTrigger',
			parameters: { event: 'recordChanges', model, recordEvent: 'created', ...parameters },
		},
	});

describe('Odoo Trigger, for records of any model', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	/** The events that executions started with. */
	const heard = async () => {
		await stage.odoo.settled();
		await stage.n8n.settled();
		return stage.n8n.executions.map((one) => one.outputsOf('Odoo Trigger')[0]?.[0]?.['event']);
	};
	const change = async (id: number, vals: Record<string, unknown>) => {
		const sofia = stage.desk.as('sofia');
		await sofia.call('sale.order', 'write', { ids: [id], vals }, z.unknown());
	};
	const rows = (of: string) => stage.odoo.server.database.rows(of);

	it('hears of a new record, with the values asked for', async () => {
		await stage.n8n.publish(ofOrders({ sendFields: ['state', 'amount_total'] }));
		const id = await stage.desk.write({ quantity: 1, price: 512.5 });

		expect(await heard()).toEqual([
			{
				outboxId: expect.any(Number),
				topic: 'record',
				area: 'none',
				type: 'created',
				model: 'sale.order',
				recordId: id,
				traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
				sentAt: expect.any(String),
				workflowId: 'workflow-1',
				values: { id, state: 'draft', amount_total: 512.5 },
			},
		]);
	});

	it('hears of a change of the watched fields, and of no other', async () => {
		const id = await stage.desk.write();
		await stage.n8n.publish(
			ofOrders({ recordEvent: 'updated', watchedFields: ['client_order_ref'] }),
		);
		await change(id, { origin: 'Fair' });
		expect(await heard()).toEqual([]);
		await change(id, { client_order_ref: 'PO 7' });
		expect(await heard()).toMatchObject([{ type: 'updated', recordId: id }]);
	});

	it('hears of a record that reaches a state', async () => {
		const stateValue = { __rl: true, mode: 'list', value: 'sent' };
		await stage.n8n.publish(ofOrders({ recordEvent: 'reached', stateField: 'state', stateValue }));
		const id = await stage.desk.write();
		expect(await heard()).toEqual([]);
		await stage.desk.send(id);
		expect(await heard()).toMatchObject([{ type: 'reached', recordId: id }]);
	});

	it('hears of a record that is deleted', async () => {
		const id = await stage.desk.write();
		await stage.n8n.publish(ofOrders({ recordEvent: 'deleted' }));
		await stage.desk.as('admin').call('sale.order', 'unlink', { ids: [id] }, z.unknown());
		expect(await heard()).toMatchObject([{ type: 'deleted', recordId: id }]);
	});

	it('hears of a time that comes, as long before as it was told', async () => {
		const due = { dateField: 'commitment_date', amount: 3, unit: 'hours', direction: 'before' };
		await stage.n8n.publish(ofOrders({ recordEvent: 'due', ...due }));
		const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000);
		const id = await stage.desk.write();
		const date = hoursAhead(4).toISOString().slice(0, 19).replace('T', ' ');
		await change(id, { commitment_date: date });

		stage.odoo.deliver(hoursAhead(0.9));
		expect(await heard()).toEqual([]);
		stage.odoo.deliver(hoursAhead(1.1));
		expect(await heard()).toMatchObject([{ type: 'due', recordId: id }]);
	});

	const condition = (field: string, operator: string, value: string) => ({
		field,
		operator,
		value: { __rl: true, mode: 'value', value },
	});
	it.each<{ name: string; parameters: INodeParameters; amounts: number[] }>([
		{
			name: 'conditions of which all hold',
			parameters: {
				filterMode: 'conditions',
				conditions: {
					rows: [
						condition('amount_total', 'isMore', '100'),
						condition('amount_total', 'isLess', '300'),
					],
				},
			},
			amounts: [200],
		},
		{
			name: 'conditions of which any holds',
			parameters: {
				filterMode: 'conditions',
				match: 'any',
				conditions: {
					rows: [
						condition('amount_total', 'is', '200'),
						condition('amount_total', 'isAtLeast', '400'),
					],
				},
			},
			amounts: [200, 400],
		},
		{
			name: 'a domain',
			parameters: {
				filterMode: 'domain',
				domain: "['|', ('amount_total', '=', 100), '!', ('amount_total', '<=', 300),]",
			},
			amounts: [100, 400],
		},
		{
			name: 'its own company',
			parameters: { options: { companies: [1] } },
			amounts: [100, 200, 400],
		},
		{ name: 'another company', parameters: { options: { companies: [2] } }, amounts: [] },
		{
			name: 'another company, and a domain',
			parameters: {
				options: { companies: [2] },
				filterMode: 'domain',
				domain: "['|', ('amount_total', '=', 100), ('amount_total', '=', 200)]",
			},
			amounts: [],
		},
	])('hears only of records that meet $name', async ({ parameters, amounts }) => {
		await stage.n8n.publish(ofOrders({ sendFields: ['amount_total'], ...parameters }));
		for (const price of [100, 200, 400]) await stage.desk.write({ quantity: 1, price });
		expect(await heard()).toMatchObject(
			amounts.map((amount_total) => ({ values: { amount_total } })),
		);
	});

	it('listens for a test beside the live workflow, for one event', async () => {
		const live = await stage.n8n.publish(ofOrders());
		const test = await stage.n8n.listenForTest(ofOrders());
		expect(test.urls[0]).not.toBe(live.urls[0]);

		await stage.desk.write();
		expect(await heard()).toHaveLength(2);
		expect(stage.n8n.executions.map(({ mode }) => mode).sort()).toEqual(['manual', 'webhook']);

		await stage.desk.write();
		expect(await heard()).toHaveLength(3);
		expect(rows('base.automation')).toHaveLength(1);
	});

	it('hears what it was last published for, and nothing else', async () => {
		await stage.n8n.publish(ofOrders());
		await stage.n8n.publish(ofOrders({ recordEvent: 'deleted' }));
		const id = await stage.desk.write();
		await stage.desk.as('admin').call('sale.order', 'unlink', { ids: [id] }, z.unknown());
		expect(await heard()).toMatchObject([{ type: 'deleted' }]);
	});

	it('takes its rule out of Odoo when it is unpublished', async () => {
		const { unpublish } = await stage.n8n.publish(ofOrders());
		expect(rows('base.automation')).toHaveLength(1);
		await unpublish();
		expect(rows('base.automation')).toEqual([]);
		await stage.desk.write();
		expect(await heard()).toEqual([]);
	});

	it('leaves events waiting until they are claimed, but calls a test', async () => {
		const waiting = ofOrders({ options: { delivery: 'claim' } });
		await stage.n8n.publish(waiting);
		const id = await stage.desk.write();
		expect(await heard()).toEqual([]);
		const instance = String(rows('x_approval_subscription')[0]?.['x_instance']);
		const ledger = new Ledger(stage.desk.as('integration'));
		const claimed = await ledger.execute<'claim'>({
			command: 'claim',
			topic: 'record',
			instance,
			areas: [],
			limit: 10,
			leaseSeconds: 60,
		});
		expect(claimed).toMatchObject({ events: [{ type: 'created', recordId: id }] });

		await stage.n8n.listenForTest(waiting);
		await stage.desk.write();
		expect(await heard()).toHaveLength(1);
	});

	it.each<{ name: string; parameters: INodeParameters; message: string }>([
		{
			name: 'no model',
			parameters: { model: { __rl: true, mode: 'list', value: '' } },
			message: 'model: choose a model',
		},
		{
			name: 'a model that there is not',
			parameters: { model: { __rl: true, mode: 'name', value: 'no.model' } },
			message: 'no.model',
		},
		{
			name: 'no field to watch',
			parameters: { recordEvent: 'updated', watchedFields: [] },
			message: 'Watched Fields: choose at least one',
		},
		{
			name: 'fields that the model lacks, and a value that does not fit',
			parameters: {
				sendFields: ['titel'],
				filterMode: 'domain',
				domain: "[('amount_total', '>', 'much')]",
			},
			message:
				'"amount_total" (Total) >: must be a number; The model has no field "titel" that this user may read',
		},
		{
			name: 'a domain that cannot be read',
			parameters: { filterMode: 'domain', domain: "[('user_id', '=', uid)]" },
			message: 'Position 19: expected a list, a text in quotes, a number, True, False or None',
		},
		{
			name: 'companies for records that have none',
			parameters: {
				model: { __rl: true, mode: 'list', value: 'product.pricelist' },
				options: { companies: [1] },
			},
			message: 'Records of product.pricelist belong to no company: take out Companies',
		},
	])('is not published with $name', async ({ parameters, message }) => {
		await expect(stage.n8n.publish(ofOrders(parameters))).rejects.toThrow(message);
		expect(rows('x_approval_subscription')).toEqual([]);
	});

	describe('where the user may not make automation rules', () => {
		const forbid = () => {
			const { server, users } = stage.odoo;
			const allowed = [groups.allSales, approvalGroups.integration];
			const group_ids = allowed.map((group) => server.database.idOf(group));
			server.database.update('res.users', users.integration.id, { group_ids });
		};

		it('says what an administrator has to create', async () => {
			forbid();
			const parameters = { recordEvent: 'updated', watchedFields: ['state', 'client_order_ref'] };
			await expect(stage.n8n.publish(ofOrders(parameters))).rejects.toMatchObject({
				message:
					'Odoo needs an automation rule for this: "Approvals: sale.order updated". In Odoo, an administrator opens Approvals › Subscriptions and presses Create Rule; then try again. The details say how to create it by hand.',
				description: expect.stringMatching(
					/^RULE_NEEDED.*\nName: Approvals: sale.order updated\nModel: sale.order\nTrigger: On update \(on_write\)\nWhen updating: client_order_ref, state\n.*\nAction To Do: Execute Code, just this:\nwrite = /,
				),
			});
		});

		it('is content with the rule that is there', async () => {
			await stage.n8n.publish(ofOrders());
			forbid();
			await stage.n8n.publish(ofOrders());
			await stage.desk.write();
			expect(await heard()).toHaveLength(1);
		});

		it('says what a rule that is there has otherwise', async () => {
			await stage.n8n.publish(ofOrders());
			const [rule] = rows('base.automation');
			stage.odoo.server.database.update('base.automation', rule?.id ?? 0, { trigger: 'on_unlink' });
			forbid();
			await expect(stage.n8n.publish(ofOrders())).rejects.toThrow(
				'The automation rule for this, "Approvals: sale.order created", is not as needed: its trigger is on_unlink.',
			);
		});
	});
});
