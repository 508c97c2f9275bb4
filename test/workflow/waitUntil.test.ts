import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { signRelay, signWake } from '../../src/domain/links/links';
import { atDueTime } from '../kit/atTime';
import type { Execution } from '../kit/n8n/Execution';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { readTemplate } from '../kit/readTemplate';
import { failure, outputs, runNode } from '../kit/runNode';
import { clockStarted } from '../kit/sampleClock';
import { sampleFile } from '../kit/sampleFile';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const key = { id: 'key-1', key: testSigningKey };
const toGo = z.object({ until: z.string(), kind: z.string(), url: z.string() });

let stage: Stage;
let orderId: number;
beforeEach(async () => {
	stage = await startStage();
	orderId = await stage.desk.write();
});
afterEach(async () => {
	jest.useRealTimers();
	await stage.close();
});

/** A clock with two hours from now on, and a warning after an hour and a half. */
const clock = () => clockStarted(0);

/** Waits for an order to be sent to the customer. */
async function waitFor(
	parameters: INodeParameters = {},
	item: IDataObject = {},
): Promise<Execution> {
	const workflow = sketchWorkflow({
		Start: { type: 'n8n-nodes-base.manualTrigger', to: [['Timer']] },
		Timer: {
			type: 'slaTimer',
			parameters: {
				operation: 'waitUntil',
				awaited: 'record',
				awaitedField: 'state',
				awaitedValues: 'sent, sale',
				...parameters,
			},
			to: [['Timer'], ['Late'], ['Came'], ['Warned']],
			credentials: ['odooApprovalsApi', 'approvalSigningApi'],
		},
		Late: { type: 'n8n-nodes-base.noOp' },
		Came: { type: 'n8n-nodes-base.noOp' },
		Warned: { type: 'n8n-nodes-base.noOp' },
	});
	const file = {
		...structuredClone(sampleFile),
		record: { ...sampleFile.record, id: orderId },
		sla: clock(),
		...item,
	};
	return await stage.n8n.run(workflow, 'Start', [file as unknown as IDataObject]);
}

async function onTime(execution: Execution): Promise<void> {
	atDueTime(execution);
	await stage.n8n.fireTimer(execution);
	await stage.n8n.settled();
}

const waitOf = (execution: Execution) => toGo.parse(execution.outputsOf('Timer')[0]?.[0]?.['wait']);
const call = async (url: string, method = 'POST') => {
	const response = await fetch(url, { method });
	const answer = (await response.json()) as { message: string };
	await stage.n8n.settled();
	return { status: response.status, ...answer };
};

describe('Wait Until', () => {
	it('waits until the clock is due, looks in Odoo, and only then says breached', async () => {
		const execution = await waitFor();
		expect(execution.status).toBe('waiting');
		expect(execution.waitTill?.toISOString()).toBe(waitOf(execution).until);

		await onTime(execution);
		expect(execution.path).toEqual(['Start', 'Timer', 'Timer', 'Late']);
		expect(execution.outputsOf('Timer')[1]?.[0]).toMatchObject({
			record: { id: orderId },
			sla: { stopped: null },
		});
		expect(execution.outputsOf('Timer')[1]?.[0]).not.toHaveProperty('wait');
	});

	it('finds at the due time that it has come, though nobody said so', async () => {
		const execution = await waitFor();
		await stage.desk.send(orderId);
		await onTime(execution);
		expect(execution.path.at(-1)).toBe('Came');
		expect(execution.outputsOf('Timer')[2]?.[0]).toMatchObject({ sla: { stopped: { met: true } } });
	});

	it('does not wait for what has come before', async () => {
		await stage.desk.send(orderId);
		const execution = await waitFor();
		expect(execution.path).toEqual(['Start', 'Timer', 'Came']);
	});

	it('ends as soon as a call has it look, and it has come', async () => {
		const execution = await waitFor();
		const { url } = waitOf(execution);
		expect(await call(url)).toEqual({
			status: 200,
			message: 'It has not come yet; the timer waits on.',
		});
		expect(execution.status).toBe('waiting');

		await stage.desk.send(orderId);
		expect(await call(url)).toEqual({ status: 200, message: 'It has come.' });
		expect(execution.status).toBe('success');
		expect(execution.path.at(-1)).toBe('Came');
		expect((await fetch(url, { method: 'POST' })).status).toBe(409);
	});

	it('goes back to waiting when n8n wakes it too early', async () => {
		const execution = await waitFor();
		const due = execution.waitTill;
		await stage.n8n.fireTimer(execution);
		expect(execution.status).toBe('waiting');
		expect(execution.waitTill).toEqual(due);
	});

	it('leaves at each warning, and at the due time after the last', async () => {
		const execution = await waitFor({ until: 'warning' });
		expect(waitOf(execution).kind).toBe('warning');
		await onTime(execution);
		expect(execution.path.at(-1)).toBe('Warned');
		const [warned] = execution.outputsOf('Timer')[3] ?? [];

		const next = await waitFor({ until: 'warning' }, warned);
		expect(waitOf(next).kind).toBe('due');
		await onTime(next);
		expect(next.path.at(-1)).toBe('Late');
	});

	it('ends when people decide on the case in Odoo, by way of the relay', async () => {
		await stage.n8n.publish(readTemplate('decision-relay'));
		await stage.desk.send(orderId);
		const gathered = await runNode(stage.n8n, {
			type: 'odooRecord',
			parameters: {
				operation: 'gatherFacts',
				source: 'record',
				area: 'sales_order_release',
				recordId: orderId,
			},
			items: [{}],
			credentials: ['odooApprovalsApi'],
		});
		const judged = { ...outputs(gathered)[0]?.[0], policy: sampleFile.policy, sla: clock() };
		const routed = await runNode(stage.n8n, {
			type: 'approvalRoute',
			parameters: {
				operation: 'routeOnly',
				authority: {
					rows: [{ role: 'sales_manager', kind: 'user', approver: 'marta', limit: 0, quorum: 1 }],
				},
			},
			items: [judged as unknown as IDataObject],
			credentials: ['odooApprovalsApi', 'approvalSigningApi'],
		});
		const execution = await waitFor({ awaited: 'decision' }, outputs(routed)[0]?.[0]);
		expect(execution.status).toBe('waiting');
		await stage.desk.decide('marta', 1, 'approved');
		for (let round = 0; round < 3; round += 1) {
			await stage.n8n.settled();
			await stage.odoo.settled();
		}
		expect(execution.path.at(-1)).toBe('Came');
	});

	it('may wait for nothing but a call', async () => {
		const execution = await waitFor({ awaited: 'call' });
		expect(await call(waitOf(execution).url)).toEqual({ status: 200, message: 'It has come.' });
		expect(execution.path.at(-1)).toBe('Came');
	});

	it('survives being kept as bytes, and calls that are not ours', async () => {
		const execution = await waitFor();
		const { url } = waitOf(execution);
		await stage.desk.send(orderId);
		const forged = (token: string, name = 'wake') => {
			const address = new URL(url);
			address.searchParams.delete('wake');
			address.searchParams.set(name, token);
			return address.href;
		};
		const exp = Math.floor(Date.now() / 1000) + 60;
		const other = { id: 'key-1', key: 'another-key-of-thirty-two-characters' };
		for (const address of [
			forged(''),
			forged('x.y'),
			forged(signWake({ execution: execution.id, exp }, other)),
			forged(signWake({ execution: '999', exp }, key)),
			forged(signRelay({ case: 1, exp }, key), 'relay'),
			forged(signRelay({ case: 1, exp }, key)),
		]) {
			expect(await call(address)).toMatchObject({ status: 404 });
		}
		const old = signWake({ execution: execution.id, exp: exp - 120 }, key);
		expect(await call(forged(old))).toMatchObject({ status: 410 });
		expect(await call(url, 'GET')).toMatchObject({ status: 405 });
		expect(execution.status).toBe('waiting');
	});

	it('says so when Odoo cannot be asked, and waits on', async () => {
		const execution = await waitFor();
		stage.n8n.useCredential('odooApprovalsApi', {
			url: 'http://127.0.0.1:9',
			database: 'x',
			login: 'x',
			apiKey: 'x',
		});
		expect(await call(waitOf(execution).url)).toMatchObject({ status: 503 });
		expect(execution.status).toBe('waiting');
	}, 60_000);

	it.each<{ name: string; parameters: INodeParameters; message: string }>([
		{
			name: 'a field that is none',
			parameters: { awaitedField: 'state; drop' },
			message: 'awaitedField: "state; drop" is no field',
		},
		{
			name: 'no values',
			parameters: { awaitedValues: ' , ' },
			message: 'awaitedValues: give at least one value',
		},
		{
			name: 'a record that is none',
			parameters: { awaitedId: '0' },
			message: 'awaitedId: name a model and a record, or give an item with one',
		},
		{
			name: 'a decision about no case',
			parameters: { awaited: 'decision' },
			message: 'awaited: the item has no case yet; Approval Route (Route Only) opens one',
		},
	])('refuses $name', async ({ parameters, message }) => {
		expect(failure(await waitFor(parameters))).toEqual({
			message,
			description: 'PARAMETER_INVALID',
		});
	});

	it('refuses several cases at once', async () => {
		const workflow = sketchWorkflow({
			Start: { type: 'n8n-nodes-base.manualTrigger', to: [['Timer']] },
			Timer: { type: 'slaTimer', parameters: { operation: 'waitUntil' } },
		});
		const execution = await stage.n8n.run(workflow, 'Start', [{}, {}]);
		expect(failure(execution)).toMatchObject({ description: 'ONE_CASE_ONLY' });
	});
});
