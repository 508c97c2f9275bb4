import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { startStage, type Stage } from '../kit/startStage';

const orderRelease = readTemplate('order-release');
const decisionRelay = readTemplate('decision-relay');

describe('the decision relay template', () => {
	let stage: Stage;
	let orderId: number;
	beforeEach(async () => {
		stage = await startStage();
		await stage.n8n.publish(orderRelease);
		await stage.n8n.publish(decisionRelay);
		orderId = await stage.desk.submit({ discount: 25 });
		await stage.n8n.settled();
	});
	afterEach(async () => {
		await stage.close();
	});

	async function settled(): Promise<void> {
		await stage.n8n.settled();
		await stage.odoo.settled();
		await stage.n8n.settled();
	}

	function lastOf(name: string): Execution | undefined {
		return stage.n8n.executions.findLast(({ workflow }) => workflow.name === name);
	}

	it('wakes the execution that waits for what somebody decided in Odoo', async () => {
		await stage.desk.decide('luca', 1, 'approved');
		await settled();

		expect(lastOf(decisionRelay.name)?.path).toEqual(['Odoo Trigger', 'Relay Decision']);
		expect(lastOf(orderRelease.name)?.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			decision: { decision: 'approved', by: { name: 'Luca Rossi' } },
			outcome: { outcome: 'released' },
		});
		expect(await stage.desk.stateOf(orderId)).toBe('sale');
	});

	it('applies the decision itself when nothing waits for it any more', async () => {
		stage.n8n.loseExecutions();
		await stage.desk.decide('luca', 1, 'approved');
		await settled();

		const relay = lastOf(decisionRelay.name);
		expect(relay?.path).toEqual(['Odoo Trigger', 'Relay Decision', 'Apply Decision']);
		expect(relay?.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			outcome: { outcome: 'released', recordState: 'sale' },
		});
		expect(await stage.desk.stateOf(orderId)).toBe('sale');
	});

	it('applies the decision itself when the execution crashed while it waited', async () => {
		stage.n8n.execution('1').status = 'crashed';
		await stage.desk.decide('luca', 1, 'approved');
		await settled();

		expect(lastOf(decisionRelay.name)?.path).toEqual([
			'Odoo Trigger',
			'Relay Decision',
			'Apply Decision',
		]);
		expect(await stage.desk.stateOf(orderId)).toBe('sale');
	});

	it('is told again until the decision was applied', async () => {
		stage.n8n.useCredential('odooApprovalsApi', {
			url: 'http://127.0.0.1:1',
			database: 'x',
			login: 'x',
			apiKey: 'x',
		});
		await stage.desk.decide('luca', 1, 'approved');
		await settled();
		expect(lastOf(decisionRelay.name)?.status).toBe('error');

		const { url, database, users } = stage.odoo;
		const login = users.integration.login;
		stage.n8n.useCredential('odooApprovalsApi', {
			url,
			database,
			login,
			apiKey: users.integration.apiKey,
		});
		stage.odoo.deliver(new Date(Date.now() + 3_600_000));
		await settled();
		expect(await stage.desk.stateOf(orderId)).toBe('sale');
	});
});
