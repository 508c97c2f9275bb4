import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { Execution } from '../kit/n8n/Execution';
import { readTemplate } from '../kit/readTemplate';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const minutes = 60_000;

/** Below the floor of 15 %, so people have to decide. */
const lowMargin = { discount: 25 };

/** Where a workflow begins that another one calls. */
const start = 'When Called by Another Workflow';

const claimed = { options: { delivery: 'claim' } };
const orderRelease = readTemplate('order-release', { 'Odoo Trigger': claimed });
const decisionRelay = readTemplate('decision-relay', { 'Odoo Trigger': claimed });
const deadLetters = readTemplate('dead-letter-and-replay');

const outboxRows = z.array(
	z.object({
		id: z.number(),
		x_state: z.string(),
		x_last_error: z.union([z.string(), z.literal(false)]),
	}),
);

/** What gets lost on its way is found again, whoever loses it. */
describe('recovery', () => {
	let stage: Stage;
	/** How far Odoo's clock is ahead, in milliseconds. */
	let ahead: number;
	beforeEach(async () => {
		ahead = 0;
		stage = await startStage({ now: () => new Date(Date.now() + ahead) });
	});
	afterEach(async () => {
		await stage.close();
	});

	/**
	 * Publishes the workflows that claimed events are handed to, and gives the sweep that does it.
	 *
	 * @returns runs the sweep from one of its triggers, until everything that it started has ended
	 */
	const publishSweep = async (release = orderRelease) => {
		const { id: releaseId } = await stage.n8n.publish(release);
		await stage.n8n.publish(decisionRelay);
		const sweep = readTemplate('reconciliation-sweep');
		const run = async (trigger = 'Every Minute'): Promise<Execution> => {
			const execution = await stage.n8n.run(sweep, trigger, [{}]);
			await stage.n8n.settled();
			return execution;
		};
		return { run, releaseId };
	};

	/** Lets something happen in Odoo while this n8n refuses every webhook. */
	const deaf = async <Result>(happening: () => Promise<Result>): Promise<Result> => {
		spoilSigningKey();
		const result = await happening();
		await stage.n8n.settled();
		const credential = { keyId: 'key-1', secretKey: testSigningKey };
		stage.n8n.useCredential('approvalSigningApi', credential);
		return result;
	};

	/** Somebody enters a key that is too short to sign anything. */
	const spoilSigningKey = () => {
		stage.n8n.useCredential('approvalSigningApi', { keyId: 'key-1', secretKey: 'short' });
	};

	/** What was started with events that the sweep claimed. */
	const started = () => stage.n8n.executions.filter(({ path }) => path[0] === start);

	describe('the reconciliation sweep template', () => {
		it('releases orders that Odoo could not report, each once', async () => {
			const sweep = await publishSweep();
			const orders = [await stage.desk.submit(), await stage.desk.submit()];
			expect(stage.n8n.executions).toEqual([]);

			const execution = await sweep.run();
			expect(execution.status).toBe('success');
			expect(started().map(({ path }) => path.at(-1))).toEqual(['Release', 'Release']);
			const states = await Promise.all(orders.map(async (id) => await stage.desk.stateOf(id)));
			expect(states).toEqual(['sale', 'sale']);

			const next = await sweep.run();
			expect(next.path).toEqual(['Every Minute', 'Claim Records', 'Claim Decided Cases']);
		});

		it('releases an order whose webhook was refused', async () => {
			const sweep = await publishSweep(readTemplate('order-release'));
			const id = await deaf(async () => await stage.desk.submit());
			expect(await stage.desk.stateOf(id)).toBe('sent');

			ahead = 2 * minutes;
			await sweep.run();
			expect(await stage.desk.stateOf(id)).toBe('sale');
		});

		it('wakes what waits for a case that was decided in Odoo', async () => {
			const sweep = await publishSweep();
			const id = await stage.desk.submit(lowMargin);
			await sweep.run();
			const [waiting] = started();
			expect(waiting?.status).toBe('waiting');

			await deaf(async () => {
				await stage.desk.decide('marta', 1, 'approved');
			});
			expect(waiting?.status).toBe('waiting');

			ahead = 2 * minutes;
			await sweep.run();
			expect(waiting?.status).toBe('success');
			expect(await stage.desk.stateOf(id)).toBe('sale');
		});

		it.each(['Do Both Now', 'Every Hour'])('%s: finds what was never reported', async (trigger) => {
			const id = await stage.desk.submit();
			const sweep = await publishSweep();

			const execution = await sweep.run(trigger);
			expect(execution.outputsOf('Catch Up')).toEqual([[{ written: 1, hasMore: false }]]);
			expect(await stage.desk.stateOf(id)).toBe('sale');
		});
	});

	describe('the dead letter template', () => {
		const outbox = async () => {
			const args = { domain: [], fields: ['x_state', 'x_last_error'], order: 'id' };
			const elena = stage.desk.as('elena');
			return await elena.call('x_approval_outbox', 'search_read', args, outboxRows);
		};

		/** Runs it as n8n runs an Error Workflow. */
		const report = async (item: IDataObject) =>
			await stage.n8n.run(deadLetters, 'Error Trigger', [item]);

		const brokenPolicy = readTemplate('order-release', {
			'Odoo Trigger': claimed,
			'Policy Evaluate': { policySource: 'json', policyDocument: '{ "id": ' },
		});

		it('notes a failure with the event, and has it handled after it was put right', async () => {
			const sweep = await publishSweep(brokenPolicy);
			const id = await stage.desk.submit();
			await sweep.run();

			const told = await report(failureOf(started()[0]));
			expect(told.outputsOf('Tell the Team')).toMatchObject([
				[{ workflow: { name: 'Release sales orders' }, outboxIds: [1], caseIds: [] }],
			]);
			const x_last_error =
				'Release sales orders: Policy Evaluate: line 1, column 9: is not JSON: value expected';
			expect(await outbox()).toEqual([{ id: 1, x_state: 'pending', x_last_error }]);

			while ((await outbox())[0]?.x_state === 'pending') {
				ahead += 11 * minutes;
				await sweep.run();
			}
			expect(await outbox()).toEqual([{ id: 1, x_state: 'dead', x_last_error }]);

			await stage.n8n.publish(orderRelease, sweep.releaseId);
			await stage.n8n.run(deadLetters, 'Replay Now', [{}]);
			await sweep.run();
			expect(await outbox()).toEqual([{ id: 1, x_state: 'acknowledged', x_last_error: false }]);
			expect(await stage.desk.stateOf(id)).toBe('sale');
		});

		it('notes why a record could not be read', async () => {
			const sweep = await publishSweep();
			const id = await stage.desk.submit();
			await stage.desk.cancel(id);
			await stage.desk.as('admin').call('sale.order', 'unlink', { ids: [id] }, z.unknown());
			await sweep.run();

			const [failed] = started();
			await report(failureOf(failed));
			expect(failed?.path).toEqual([start, 'Gather Facts', 'Could Not Be Read']);
			expect(await outbox()).toMatchObject([
				{
					x_state: 'pending',
					x_last_error: expect.stringContaining(
						`Could Not Be Read: sale.order ${id} does not exist`,
					),
				},
			]);
		});

		it('notes a failure with the case where one was opened', async () => {
			const sweep = await publishSweep();
			await stage.desk.submit(lowMargin);
			// The case is open by the time that the approvers' links are signed.
			spoilSigningKey();
			await sweep.run();

			const told = await report(failureOf(started()[0]));
			expect(told.outputsOf('Tell the Team')).toMatchObject([[{ outboxIds: [], caseIds: [1] }]]);
		});

		it('tells the team also when Odoo cannot be told', async () => {
			const access = { url: 'http://127.0.0.1:1', database: 'x', login: 'x', apiKey: 'x' };
			stage.n8n.useCredential('odooApprovalsApi', access);
			const execution = { id: '7', lastNodeExecuted: 'Gather Facts', error: { message: 'No' } };
			const item = { execution, workflow: { id: 'workflow-1', name: 'Release sales orders' } };
			const told = await report(item);
			expect(told.outputsOf('Tell the Team')[0]).toMatchObject([
				{ ...item, error: expect.stringContaining('Odoo cannot be reached') },
			]);
		});
	});
});

/** What n8n hands to an Error Workflow. */
function failureOf(execution: Execution | undefined): IDataObject {
	if (!execution) throw new Error('Nothing failed');
	const { id, mode, lastNode: lastNodeExecuted, error, workflow, workflowId } = execution;
	const url = `https://n8n.example.com/workflow/${workflowId}/executions/${id}`;
	const message = error?.message ?? '';
	return {
		execution: { id, url, mode, lastNodeExecuted, error: { message } },
		workflow: { id: workflowId, name: workflow.name },
	};
}
