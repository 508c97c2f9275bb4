import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { atTime } from '../kit/atTime';
import { failure, outputs, runNode } from '../kit/runNode';
import { clockStarted } from '../kit/sampleClock';
import { sampleFile } from '../kit/sampleFile';
import { startStage, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

const hour = 3_600_000;

describe('SLA Timer', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		jest.useRealTimers();
		await stage.close();
	});

	const run = async (parameters: INodeParameters, item: IDataObject) => {
		const credentials = ['odooApprovalsApi'];
		return await runNode(stage.n8n, { type: 'slaTimer', parameters, items: [item], credentials });
	};

	describe('Sweep', () => {
		it('finds the cases that are due with one call, so that Escalate can go on with them', async () => {
			for (const discount of [25, 26, 27]) await stage.desk.submit({ discount });
			await openCases(stage, 3);
			const nothing = outputs(await run({ operation: 'sweep' }, {}));
			expect(nothing.flat()).toEqual([]);

			atTime(Date.now() + 1.6 * hour);
			const warned = outputs(await run({ operation: 'sweep', includeWarnings: true }, {}));
			expect(warned.map((items) => items.length)).toEqual([0, 3]);
			expect(outputs(await run({ operation: 'sweep' }, {})).flat()).toEqual([]);

			atTime(Date.now() + hour);
			const { calls, result: execution } = await watchingCalls(
				async () => await run({ operation: 'sweep', limit: 2 }, {}),
			);
			expect(calls).toEqual(['ir.actions.server/run']);
			const [breached = []] = outputs(execution);
			expect(breached).toMatchObject([
				{ schema: 'approval-case/1', routing: { caseId: 1 }, record: { model: 'sale.order' } },
				{ routing: { caseId: 2 }, facts: { currency: 'EUR' } },
			]);

			const escalated = await runNode(stage.n8n, {
				type: 'escalate',
				parameters: { ladder: { rows: [{ action: 'priority', workingMinutes: 60 }] } },
				items: breached,
				credentials: ['odooApprovalsApi'],
			});
			expect(outputs(escalated)[0]).toMatchObject([
				{ escalation: { action: 'priority', level: 1 } },
				{ escalation: { action: 'priority', level: 1 } },
			]);
			const [left = []] = outputs(await run({ operation: 'sweep' }, {}));
			expect(left).toMatchObject([{ routing: { caseId: 3 } }]);
		});

		it('refuses a limit that is none', async () => {
			const execution = await run({ operation: 'sweep', limit: 0 }, {});
			expect(failure(execution)).toMatchObject({ description: 'PARAMETER_INVALID' });
		});
	});
});

/** Opens a case about each of the first orders, which nobody waits for; each has two hours. */
async function openCases(stage: Stage, count: number): Promise<void> {
	const { database } = stage.odoo.server;
	const orders = database.rows('sale.order').slice(-count);
	for (const { id } of orders) {
		const gathered = await runNode(stage.n8n, {
			type: 'odooRecord',
			parameters: {
				operation: 'gatherFacts',
				source: 'record',
				area: 'sales_order_release',
				recordId: id,
			},
			items: [{}],
			credentials: ['odooApprovalsApi'],
		});
		const item = { ...outputs(gathered)[0]?.[0], policy: sampleFile.policy, sla: clockStarted(0) };
		await runNode(stage.n8n, {
			type: 'approvalRoute',
			parameters: {
				operation: 'routeOnly',
				authority: {
					rows: [{ role: 'sales_manager', kind: 'user', approver: 'marta', limit: 0, quorum: 1 }],
				},
			},
			items: [item as IDataObject],
			credentials: ['odooApprovalsApi', 'approvalSigningApi'],
		});
	}
}
