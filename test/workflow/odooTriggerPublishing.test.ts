import type { INodeParameters } from 'n8n-workflow';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { startStage } from '../kit/startStage';

const listening = (parameters: INodeParameters = {}) =>
	sketchWorkflow({
		'Odoo Trigger': {
			type: 'odooTrigger',
			parameters: { event: 'recordNeedsApproval', areas: ['sales_order_release'], ...parameters },
		},
	});

describe('publishing an Odoo Trigger', () => {
	it.each([
		{ domain: "[('amount_total', '>', 1000)]", heard: 0 },
		{ domain: '[["amount_total", "<=", 1000]]', heard: 1 },
	])('keeps to a domain on top of the area: $domain', async ({ domain, heard }) => {
		const stage = await startStage();
		await stage.n8n.publish(listening({ options: { domain } }));
		await stage.desk.submit({ quantity: 1, price: 500 });
		await stage.n8n.settled();
		expect(stage.n8n.executions).toHaveLength(heard);
		await stage.close();
	});

	it.each([
		{ name: 'far ahead', seconds: 400, message: /^The clock of Odoo is \d+ seconds ahead of that/ },
		{ name: 'far behind', seconds: -400, message: /^The clock of Odoo is \d+ seconds behind that/ },
	])("is not published when Odoo's clock is $name", async ({ seconds, message }) => {
		const now = () => new Date(Date.now() + seconds * 1000);
		const stage = await startStage({ now });
		await expect(stage.n8n.publish(listening())).rejects.toMatchObject({
			message: expect.stringMatching(message),
			description: 'CLOCKS_DIFFER',
		});
		const [subscription] = stage.odoo.server.database.rows('x_approval_subscription');
		expect(subscription?.['x_active']).toBe(false);
		await stage.close();
	});

	it.each([
		{ name: 'a little ahead', seconds: 250, options: {} },
		{ name: 'far ahead, where Odoo does not call', seconds: 4000, options: { delivery: 'claim' } },
	])("is published when Odoo's clock is $name", async ({ seconds, options }) => {
		const stage = await startStage({ now: () => new Date(Date.now() + seconds * 1000) });
		await stage.n8n.publish(listening({ options }));
		const [subscription] = stage.odoo.server.database.rows('x_approval_subscription');
		expect(subscription?.['x_active']).toBe(true);
		await stage.close();
	});
});
