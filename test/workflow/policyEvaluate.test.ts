import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TestN8n } from '../kit/n8n/TestN8n';
import { failure, outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';

const preset = { policySource: 'preset', area: 'sales_order_release' };
const gathered = { ...sampleFile, policy: undefined };
const caseWith = (facts: IDataObject): IDataObject => ({
	...structuredClone(gathered),
	facts: { ...gathered.facts, maxDiscountPercent: 5, ...facts },
});

describe('Policy Evaluate', () => {
	let n8n: TestN8n;
	beforeEach(async () => {
		n8n = await TestN8n.start({});
	});
	afterEach(async () => {
		await n8n.stop();
	});

	const run = async (
		parameters: INodeParameters,
		items: IDataObject[],
		onError?: 'continueRegularOutput' | 'continueErrorOutput',
	) =>
		await runNode(n8n, {
			type: 'policyEvaluate',
			parameters,
			items,
			...(onError && { onError }),
		});

	it('parts the items by outcome, each paired with where it came from', async () => {
		const execution = await run(preset, [
			caseWith({ marginPercent: -40 }),
			caseWith({ marginPercent: 20 }),
			caseWith({ marginPercent: 14 }),
			caseWith({ orderAmount: 60_000, marginPercent: 20 }),
		]);
		const main = execution.lastRunOf('Tried')?.data?.['main'] ?? [];
		expect(main.map((items) => items?.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 1 }],
			[{ item: 2 }],
			[{ item: 3 }],
			[{ item: 0 }],
		]);
	});

	it('leaves everything else in the item as it is', async () => {
		const item = { ...caseWith({ marginPercent: 14 }), campaign: { name: 'Spring' } };
		const [, [needsApproval] = []] = outputs(await run(preset, [item]));
		expect(needsApproval).toEqual({
			...item,
			policy: expect.objectContaining({
				outcome: 'require_approval',
				role: 'sales_manager',
				slaClass: 'standard',
			}),
		});
	});

	it('takes a limit that was set in the node', async () => {
		const parameters = { ...preset, limits: { marginBelowFloor: 13 } };
		const [autoApprove = []] = outputs(await run(parameters, [caseWith({ marginPercent: 14 })]));
		expect(autoApprove).toMatchObject([{ policy: { version: '1 (adjusted)', rules: [] } }]);
	});

	it('never approves by itself what it does not know', async () => {
		const [, needsApproval] = outputs(await run(preset, [caseWith({ marginPercent: null })]));
		expect(needsApproval).toMatchObject([{ policy: { missingFacts: ['marginPercent'] } }]);
	});

	it('reads a table', async () => {
		const row = { fact: 'customerTier', operator: 'in', value: 'A, B', outcome: 'escalate' };
		const execution = await run(
			{
				policySource: 'table',
				area: 'sales_order_release',
				rules: { rows: [{ ...row, reason: '', role: 'finance', slaClass: '' }] },
				policySettings: { policyId: 'tiers', policyVersion: '7' },
			},
			[caseWith({})],
		);
		expect(outputs(execution)[2]).toMatchObject([
			{ policy: { id: 'tiers', version: '7', role: 'finance', outcome: 'escalate' } },
		]);
	});

	it.each([
		{
			name: 'not JSON',
			policyDocument: '{ "id": ',
			message: 'line 1, column 9: is not JSON: value expected',
			description: 'POLICY_INVALID',
		},
		{
			name: 'a policy with an unknown fact',
			policyDocument: JSON.stringify({
				id: 'p',
				version: '1',
				area: 'sales_order_release',
				facts: {},
				rules: [
					{
						id: 'r',
						when: { fact: 'mood', operator: 'equal', value: 'bad' },
						outcome: 'reject',
						reason: 'Bad mood',
					},
				],
				default: { outcome: 'auto_approve', slaClass: 'standard' },
				examples: [],
			}),
			message: 'rules[0].when.fact: unknown fact "mood"; declare it under facts (declared: none)',
			description: 'POLICY_INVALID',
		},
	])('refuses $name, and says where', async ({ policyDocument, message, description }) => {
		const execution = await run({ policySource: 'json', policyDocument }, [caseWith({})]);
		expect(failure(execution)).toEqual({ message, description });
	});

	it('refuses a case of another area', async () => {
		const { record } = gathered;
		const item = { ...caseWith({}), record: { ...record, area: 'returns' } };
		expect(failure(await run(preset, [item as IDataObject]))).toEqual({
			message:
				'The policy "sales-order-release" is for sales_order_release, but the case is for returns',
			description: 'POLICY_AREA',
		});
	});

	it.each([
		{
			name: 'an empty item',
			item: {},
			message:
				'The item is empty. The section "record" is missing; the node Odoo Record (Gather Facts) makes it. ' +
				'The section "facts" is missing; the node Odoo Record (Gather Facts) makes it.',
		},
		{
			name: 'an item that is no case file',
			item: { order: 1 },
			message:
				'The item carries no case file (schema "approval-case/1"). The section "record" is missing; the node ' +
				'Odoo Record (Gather Facts) makes it. The section "facts" is missing; the node Odoo Record (Gather Facts) makes it.',
		},
		{
			name: 'a case that was not gathered',
			item: { schema: 'approval-case/1', record: gathered.record },
			message: 'The section "facts" is missing; the node Odoo Record (Gather Facts) makes it.',
		},
	])('refuses $name, and says what is missing', async ({ item, message }) => {
		const execution = await run(preset, [item as IDataObject]);
		expect(failure(execution)).toEqual({ message, description: 'CASE_FILE_UNFIT' });
	});

	it('goes on without the item that failed, which never leaves as approved', async () => {
		const items = [{}, caseWith({ marginPercent: 20 })];
		const [autoApprove, needsApproval] = outputs(await run(preset, items, 'continueRegularOutput'));
		expect(autoApprove).toHaveLength(1);
		expect(needsApproval).toEqual([
			{
				error: expect.stringContaining('The item is empty'),
				details: { code: 'CASE_FILE_UNFIT' },
			},
		]);
	});

	it('sends what failed to the error output when there is one, with what it held', async () => {
		const items = [{ mark: 'broken' }, caseWith({ marginPercent: 20 })];
		const parted = outputs(await run(preset, items, 'continueErrorOutput'));
		expect(parted.map((output) => output.length)).toEqual([1, 0, 0, 0, 1]);
		expect(parted[4]).toMatchObject([{ mark: 'broken', details: { code: 'CASE_FILE_UNFIT' } }]);
	});
});
