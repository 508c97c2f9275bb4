import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { failure, outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';
import { readTemplate } from '../kit/readTemplate';
import { startStage, type Stage } from '../kit/startStage';

const { parameters = {} } =
	readTemplate('order-release').nodes.find(({ name }) => name === 'Approval Route') ?? {};

describe('Approval Route', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (items: IDataObject[], changes: INodeParameters = {}) =>
		await runNode(stage.n8n, {
			type: 'approvalRoute',
			parameters: { ...parameters, ...changes },
			items,
		});

	it('takes one case per execution', async () => {
		const item = structuredClone(sampleFile);
		expect(failure(await run([item, item]))).toMatchObject({ description: 'ONE_CASE_ONLY' });
	});

	it('refuses to wait where n8n would cancel it, before anybody is asked', async () => {
		const execution = await runNode(stage.n8n, {
			type: 'approvalRoute',
			parameters,
			items: [structuredClone(sampleFile)],
			settings: { executionTimeout: 3600 },
		});
		expect(failure(execution)).toEqual({
			message: expect.stringContaining('Switch off Timeout Workflow'),
			description: 'WORKFLOW_TIMEOUT',
		});
	});

	it('refuses an empty item, so that a failed wake-up goes nowhere', async () => {
		expect(failure(await run([{}]))).toMatchObject({ description: 'CASE_FILE_UNFIT' });
	});

	it('refuses a case that was not judged, and says which node does that', async () => {
		const gathered = { ...structuredClone(sampleFile), policy: undefined };
		expect(failure(await run([gathered]))).toEqual({
			message:
				'The section "watched" is missing; the node Odoo Record (Gather Facts) makes it. The section "fingerprint" is missing; the node Odoo Record (Gather Facts) makes it. The section "policy" is missing; the node Policy Evaluate makes it.',
			description: 'CASE_FILE_UNFIT',
		});
	});

	it('says who was left out when nobody is left to ask', async () => {
		const id = await stage.desk.submit({ discount: 25 });
		const gather = {
			operation: 'gatherFacts',
			source: 'record',
			area: 'sales_order_release',
			recordId: id,
		};
		const [[gathered] = []] = outputs(
			await runNode(stage.n8n, { type: 'odooRecord', parameters: gather, items: [{}] }),
		);
		const judge = { policySource: 'preset', area: 'sales_order_release' };
		const [, [judged] = []] = outputs(
			await runNode(stage.n8n, {
				type: 'policyEvaluate',
				parameters: judge,
				items: [gathered ?? {}],
			}),
		);
		const rows = [{ role: 'sales_manager', kind: 'user', approver: 'sofia', limit: 0, quorum: 1 }];
		const execution = await run([judged ?? {}], {
			authority: { rows },
			fallbackGroup: 'stock.group_stock_user',
		});
		expect(failure(execution)).toEqual({
			message: expect.stringContaining('Sofia Marin requested it'),
			description: 'NO_APPROVER',
		});
	});
});
