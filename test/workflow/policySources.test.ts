import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { salesOrderPolicy } from '../../src/domain/areas/salesOrderRelease/salesOrderPolicy';
import { TestN8n } from '../kit/n8n/TestN8n';
import { failure, outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';

const gathered = { ...sampleFile, policy: undefined };
const caseWith = (facts: IDataObject, more: IDataObject = {}): IDataObject => ({
	...structuredClone(gathered),
	facts: { ...gathered.facts, maxDiscountPercent: 5, marginPercent: 20, ...facts },
	...more,
});

const floorAt = (value: number, changes: object = {}) => ({
	...salesOrderPolicy,
	id: 'floor',
	version: '2',
	rules: [
		{
			id: 'margin',
			when: { fact: 'marginPercent', operator: 'lessThan', value },
			outcome: 'require_approval',
			reason: `Margin {{marginPercent}} is below ${value} %`,
			role: 'sales_manager',
		},
	],
	examples: [],
	...changes,
});

describe('Policy Evaluate', () => {
	let n8n: TestN8n;
	beforeEach(async () => {
		n8n = await TestN8n.start({});
	});
	afterEach(async () => {
		await n8n.stop();
	});

	const run = async (parameters: INodeParameters, items: IDataObject[]) =>
		await runNode(n8n, { type: 'policyEvaluate', parameters, items });

	describe('with a table', () => {
		const table = { policySource: 'table', area: 'sales_order_release' };

		it('begins with the rules of the preset', async () => {
			const execution = await run(table, [
				caseWith({}),
				caseWith({ marginPercent: 14, daysToCommitment: 0.5 }),
				caseWith({ orderAmount: 60_000 }),
				caseWith({ marginPercent: -40 }),
			]);
			expect(outputs(execution).map((items) => items.length)).toEqual([1, 1, 1, 1]);
			expect(outputs(execution)[1]).toMatchObject([
				{ policy: { rules: [{ reason: expect.stringContaining('and') }, {}] } },
			]);
		});

		it('takes over the limits that were set in the preset', async () => {
			const parameters = { ...table, limits: { marginBelowFloor: 13 } };
			const [routine, asked] = outputs(
				await run(parameters, [caseWith({ marginPercent: 14 }), caseWith({ marginPercent: 12 })]),
			);
			expect(routine).toHaveLength(1);
			expect(asked).toMatchObject([
				{ policy: { rules: [{ reason: 'Margin 12 % is below 13 %' }] } },
			]);
		});

		it('needs a row', async () => {
			expect(failure(await run({ ...table, rules: { rows: [] } }, [caseWith({})]))).toEqual({
				description: 'PARAMETER_INVALID',
				message: 'rules.rows: add at least one row',
			});
		});

		it('reads rows that belong together, and measures', async () => {
			const rows = [
				{ fact: 'marginPercent', operator: 'between', value: '10, 30', outcome: 'escalate' },
				{ join: 'and', fact: 'customerTier', operator: 'matches', value: 'a*, b' },
				{
					join: 'and',
					fact: 'orderAmount',
					measure: 'percentOf',
					percentOf: 'paymentTermDays',
					operator: 'greaterThan',
					value: '1000',
				},
			];
			const execution = await run({ ...table, rules: { rows } }, [
				caseWith({}),
				caseWith({ customerTier: 'C' }),
			]);
			const [routine, , escalated] = outputs(execution);
			expect(escalated).toMatchObject([
				{ policy: { rules: [{ reason: expect.stringContaining('in percent of') }] } },
			]);
			expect(routine).toHaveLength(1);
		});
	});

	describe('with settings', () => {
		const preset = { policySource: 'preset', area: 'sales_order_release' };

		it('draws a sample', async () => {
			const policySettings = { samplingPercent: 100, samplingRole: 'auditor' };
			expect(outputs(await run({ ...preset, policySettings }, [caseWith({})]))[1]).toMatchObject([
				{ policy: { sampled: true, role: 'auditor', version: '1 (adjusted)' } },
			]);
		});

		it('compares no amount of another currency', async () => {
			const policySettings = { currency: 'USD' };
			expect(outputs(await run({ ...preset, policySettings }, [caseWith({})]))[1]).toMatchObject([
				{ policy: { missingFacts: ['currency'] } },
			]);
		});

		it('stops when the policy is not in force', async () => {
			const policySettings = { validUntil: '2020-12-31' };
			expect(failure(await run({ ...preset, policySettings }, [caseWith({})]))).toMatchObject({
				description: 'POLICY_NOT_IN_FORCE',
				message: expect.stringContaining('was valid until 2020-12-31'),
			});
		});

		it('says what is wrong with a setting', async () => {
			const policySettings = { timeZone: 'Mars/Olympus' };
			expect(failure(await run({ ...preset, policySettings }, [caseWith({})]))).toEqual({
				description: 'POLICY_INVALID',
				message: 'timeZone: "Mars/Olympus" is no time zone; take a name such as Europe/Berlin',
			});
		});
	});

	describe('with a document', () => {
		it('begins with the preset', async () => {
			const [routine] = outputs(await run({ policySource: 'json' }, [caseWith({})]));
			expect(routine).toMatchObject([{ policy: { id: 'sales-order-release', version: '1' } }]);
		});

		it('takes it from an earlier node, as an object or as text', async () => {
			const fromItem = { policySource: 'json', policyDocument: '={{ $json.rulebook }}' };
			const [routine, asked] = outputs(
				await run(fromItem, [
					caseWith({}, { rulebook: floorAt(15) }),
					caseWith({}, { rulebook: JSON.stringify(floorAt(25)) }),
				]),
			);
			expect(routine).toMatchObject([{ policy: { id: 'floor', version: '2' } }]);
			expect(asked).toMatchObject([{ policy: { rules: [{ id: 'margin' }] } }]);
		});

		it('refuses one that contradicts its own examples, and says which', async () => {
			const examples = [
				{ name: 'A low margin', facts: { marginPercent: 9 }, outcome: 'auto_approve' },
			];
			const policyDocument = JSON.stringify(floorAt(15, { examples }));
			expect(
				failure(await run({ policySource: 'json', policyDocument }, [caseWith({})])),
			).toMatchObject({
				description: 'POLICY_INVALID',
				message: expect.stringContaining('examples[0].outcome: "A low margin" expects'),
			});
		});
	});

	describe('Get Document', () => {
		it.each([
			['a preset', { policySource: 'preset', limits: { marginBelowFloor: 13 } }],
			['a table', { policySource: 'table', policySettings: { policyId: 'mine' } }],
			['JSON', { policySource: 'json' }],
		])('gives a document out of %s, which decides the same', async (_name, written) => {
			const parameters = { area: 'sales_order_release', ...written };
			const [[{ document, hash } = {}] = []] = outputs(
				await run({ ...parameters, operation: 'getDocument' }, [{}]),
			);
			const policyDocument = JSON.stringify(document);
			const cases = [caseWith({ marginPercent: 14 }), caseWith({}), caseWith({ orderAmount: 6e4 })];
			const asWritten = outputs(await run(parameters, cases));
			const asDocument = outputs(await run({ policySource: 'json', policyDocument }, cases));
			const said = (all: IDataObject[][]) =>
				all.map((items) => items.map(({ policy }) => ({ ...(policy as IDataObject), at: null })));
			expect(said(asDocument)).toEqual(said(asWritten));
			expect(asDocument.flat()).toHaveLength(3);
			expect(asDocument.flat()[0]).toMatchObject({ policy: { hash } });
		});
	});

	describe('with a shadow policy', () => {
		const withShadow = (shadowPolicy: string): INodeParameters => ({
			policySource: 'preset',
			area: 'sales_order_release',
			options: { shadowPolicy },
		});

		it('records what it would have said, and goes by the policy in force', async () => {
			const stricter = JSON.stringify(floorAt(25));
			const [routine] = outputs(await run(withShadow(stricter), [caseWith({})]));
			expect(routine).toMatchObject([
				{
					policy: {
						outcome: 'auto_approve',
						shadow: { id: 'floor', outcome: 'require_approval', agrees: false },
					},
				},
			]);
		});

		it.each([
			['is no JSON', '{', 'line 1, column 2: is not JSON'],
			['is unsound', '{"id": "x"}', 'Required'],
			['is for another area', JSON.stringify(floorAt(15, { area: 'returns' })), 'is for returns'],
		])('is not held up by one that %s', async (_name, shadowPolicy, words) => {
			const [routine] = outputs(await run(withShadow(shadowPolicy), [caseWith({})]));
			expect(routine).toMatchObject([
				{
					policy: {
						outcome: 'auto_approve',
						shadow: { agrees: false, outcome: null, sentence: expect.stringContaining(words) },
					},
				},
			]);
		});

		it('has none by default', async () => {
			const preset = { policySource: 'preset', area: 'sales_order_release' };
			const [routine] = outputs(await run(preset, [caseWith({})]));
			expect(routine).toMatchObject([{ policy: { shadow: null } }]);
		});
	});
});
