import { atDueTime } from '../kit/atTime';
import { headline, open, press } from '../kit/Browser';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { callAsOdoo, signedWebhook } from '../kit/signedWebhook';
import { startStage, type Stage } from '../kit/startStage';

const orderRelease = readTemplate('order-release');
const decisionRelay = readTemplate('decision-relay');

/** Below the floor of 15 %, and asked of the sales managers Marta and Luca. */
const lowMargin = { discount: 25 };

describe('the order release template', () => {
	let stage: Stage;
	let url: string;
	beforeEach(async () => {
		stage = await startStage();
		[url = ''] = (await stage.n8n.publish(orderRelease)).urls;
	});
	afterEach(async () => {
		jest.useRealTimers();
		await stage.close();
	});

	/** An order that waits for the sales managers. */
	async function waitingOrder(): Promise<{ id: number; execution: Execution }> {
		const id = await stage.desk.submit(lowMargin);
		await stage.n8n.settled();
		return { id, execution: onlyExecution() };
	}

	async function onTime(execution: Execution): Promise<void> {
		atDueTime(execution);
		await stage.n8n.fireTimer(execution);
	}

	function onlyExecution(): Execution {
		const [execution, ...others] = stage.n8n.executions;
		if (!execution || others.length > 0) throw new Error('There must be one execution');
		return execution;
	}

	it('releases an order inside policy by itself', async () => {
		const id = await stage.desk.submit();
		await stage.n8n.settled();

		const execution = onlyExecution();
		expect(execution.path).toEqual(['Odoo Trigger', 'Gather Facts', 'Policy Evaluate', 'Release']);
		expect(execution.outputsOf('Release')[0]?.[0]).toMatchObject({
			schema: 'approval-case/1',
			record: { name: 'S00016', amount: 620, currency: 'EUR' },
			policy: { id: 'sales-order-release', outcome: 'auto_approve', rules: [] },
			decision: { decision: 'approved', by: null },
			outcome: { state: 'approved', outcome: 'released', recordState: 'sale', message: null },
		});
		expect(await stage.desk.stateOf(id)).toBe('sale');
	});

	it('rejects an order that nobody may release', async () => {
		const id = await stage.desk.submit({ price: 30 });
		await stage.n8n.settled();

		const execution = onlyExecution();
		expect(execution.path.at(-1)).toBe('Refuse');
		expect(execution.outputsOf('Refuse')[0]?.[0]).toMatchObject({
			outcome: { state: 'rejected', outcome: 'kept' },
		});
		expect(await stage.desk.stateOf(id)).toBe('sent');
	});

	it('waits for a sales manager and confirms the order after a press on Approve', async () => {
		const { id, execution } = await waitingOrder();
		expect(execution.status).toBe('waiting');
		expect(execution.outputsOf('Approval Route')[0]?.[0]).toMatchObject({
			routing: {
				step: 0,
				round: 1,
				approvers: [{ login: 'admin' }, { login: 'marta' }, { login: 'luca' }],
			},
		});

		const link = await stage.desk.linkFor('marta');
		const page = await open(link);
		expect(page.status).toBe(200);
		expect(page.html).toContain('Margin 11.82 % is below 15 %');
		expect(execution.status).toBe('waiting');

		const answer = await press(link, { decision: 'approved' });
		await stage.n8n.settled();
		expect([answer.status, headline(answer)]).toEqual([200, 'Thank you. Approved.']);
		expect(execution.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			decision: { decision: 'approved', by: { name: 'Marta Keller' } },
			outcome: { outcome: 'released', recordState: 'sale' },
		});
		expect(await stage.desk.stateOf(id)).toBe('sale');
	});

	it.each([
		{ decision: 'rejected', output: 2 },
		{ decision: 'sent_back', output: 3 },
	])('leaves the order as it is when it was $decision', async ({ decision, output }) => {
		const { id, execution } = await waitingOrder();
		const link = await stage.desk.linkFor('luca');

		await press(link, { decision, reason: 'Ask for 10 % instead', reasonCode: 'margin' });
		await stage.n8n.settled();

		const [left] = execution.outputsOf('Approval Route')[output] ?? [];
		expect(left).toMatchObject({ decision: { decision, reason: 'Ask for 10 % instead' } });
		expect(execution.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			outcome: { state: decision, outcome: 'kept' },
		});
		expect(await stage.desk.stateOf(id)).toBe('sent');
	});

	it('asks finance when nobody decides in time, and confirms after their approval', async () => {
		const { id, execution } = await waitingOrder();
		const earlier = await stage.desk.linkFor('marta');
		await onTime(execution);
		expect(execution.outputsOf('Escalate')[0]?.[0]).toMatchObject({
			escalation: { level: 1, action: 'remind', to: [{}, { name: 'Marta Keller' }, {}] },
		});
		await onTime(execution);

		expect(execution.status).toBe('waiting');
		expect(execution.path.slice(-3)).toEqual(['Approval Route', 'Escalate', 'Approval Route']);
		const stale = await press(earlier, { decision: 'approved' });
		expect([stale.status, headline(stale)]).toEqual([409, 'Others are asked now']);

		await press(await stage.desk.linkFor('henrik'), { decision: 'approved' });
		await stage.n8n.settled();
		expect(execution.outputsOf('Apply Decision')[0]?.[0]).toMatchObject({
			decision: { by: { name: 'Henrik Olsen' } },
			escalation: { level: 2, exhausted: false, action: 'ask' },
			outcome: { outcome: 'released' },
		});
		expect(await stage.desk.stateOf(id)).toBe('sale');
	});

	it('goes back to waiting when n8n wakes it too early', async () => {
		const { execution } = await waitingOrder();
		const due = execution.waitTill;

		await stage.n8n.fireTimer(execution);

		expect(execution.status).toBe('waiting');
		expect(execution.waitTill).toEqual(due);
		expect(execution.outputsOf('Approval Route')[0]?.[0]).toMatchObject({ routing: { round: 1 } });
	});

	it('leaves the case to the managers when the ladder has ended', async () => {
		const { execution } = await waitingOrder();
		// A warning and the due time, of the first and of the second who are asked.
		for (let time = 0; time < 4; time += 1) await onTime(execution);

		expect(execution.status).toBe('success');
		expect(execution.path.at(-1)).toBe('Manual Queue');
		expect(execution.outputsOf('Escalate')[1]?.[0]).toMatchObject({
			escalation: { level: 3, exhausted: true, to: [{ name: 'Elena Petrova' }] },
		});
	});

	it('gives way to the order as it is now when it changes while it waits', async () => {
		await stage.n8n.publish(decisionRelay);
		const { id, execution } = await waitingOrder();

		await stage.desk.changeDiscount(id, 2);
		await stage.n8n.settled();
		await stage.odoo.settled();
		await stage.n8n.settled();

		expect(execution.outputsOf('Approval Route')[4]?.[0]).toMatchObject({ record: { id } });
		expect(execution.status).toBe('success');
		expect(await stage.desk.stateOf(id)).toBe('sale');
	});

	it('takes an event that comes twice once', async () => {
		const { id, execution } = await waitingOrder();
		await callAsOdoo(signedWebhook({ url, id: 1, record: id }));
		await stage.n8n.settled();

		const [, second] = stage.n8n.executions;
		expect(second?.path).toEqual(['Odoo Trigger', 'Gather Facts']);
		expect(second?.outputsOf('Gather Facts')[1]).toHaveLength(1);
		expect(execution.status).toBe('waiting');
	});
});
