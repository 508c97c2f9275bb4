import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';
import { areas } from '../../src/domain/areas/areas';
import type { Execution } from '../kit/n8n/Execution';
import { failure, outputs, runNode, TRIED, type NodeRun } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';
import { startStage, type Stage } from '../kit/startStage';
import { watchingCalls } from '../kit/watchingCalls';

const simulation = { operation: 'simulate', policySource: 'preset', area: 'sales_order_release' };
const overRecords = { ...simulation, cases: 'records', filter: '', recordsToList: 'all' };
const overItems = { ...simulation, cases: 'items', recordsToList: 'all' };

const preset = areas[0]?.defaultPolicy;
/** The preset with a floor of 30 % for the margin. */
const strictPolicy = {
	...preset,
	id: 'strict',
	version: '2',
	rules: preset?.rules.map((rule) =>
		rule.id === 'margin-below-floor'
			? {
					...rule,
					when: { fact: 'marginPercent', operator: 'lessThan', value: 30 },
					reason: 'Margin {{marginPercent}} is below 30 %',
				}
			: rule,
	),
	examples: [],
};
const compared = {
	compareWith: 'policy',
	comparedPolicy: JSON.stringify(strictPolicy),
	recordsToList: 'changed',
};

const caseWith = (facts: IDataObject, id = 42): IDataObject => ({
	...structuredClone({ ...sampleFile, policy: undefined }),
	record: { ...structuredClone(sampleFile.record), id, name: `S${id}` } as unknown as IDataObject,
	facts: { ...sampleFile.facts, maxDiscountPercent: 5, marginPercent: 20, ...facts },
});

describe('Simulate', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await startStage();
	});
	afterEach(async () => {
		await stage.close();
	});

	const run = async (
		parameters: INodeParameters,
		items: IDataObject[] = [{}],
		onError?: NodeRun['onError'],
	) =>
		await runNode(stage.n8n, {
			type: 'policyEvaluate',
			parameters,
			items,
			credentials: ['odooApprovalsApi'],
			...(onError && { onError }),
		});

	describe('over records in Odoo', () => {
		/** Orders of ten cabinets each: at full price, and with more and more discount. */
		const writeOrders = async () => {
			const ids: number[] = [];
			for (const discount of [0, 8, 12, 0, 20]) ids.push(await stage.desk.write({ discount }));
			return ids;
		};
		const written = (ids: readonly number[]) => {
			const { database } = stage.odoo.server;
			const names = ids.map((id) => String(database.find('sale.order', id)?.['name']));
			return `[('name', 'in', ['${names.join("', '")}'])]`;
		};

		it('counts what the policy would have said, and writes nothing', async () => {
			const ids = await writeOrders();
			const parameters = { ...overRecords, filter: written(ids) };
			const [[summary] = [], records = []] = outputs(await run(parameters));
			expect(summary).toMatchObject({
				schema: 'policy-simulation/1',
				message: expect.stringContaining('Of 5 cases, 60 % would be approved automatically'),
				source: { model: 'sale.order', found: 5, taken: 5 },
				simulated: {
					id: 'sales-order-release',
					outcomes: [
						{ outcome: 'auto_approve', cases: 3 },
						{ outcome: 'require_approval', cases: 2 },
						{ outcome: 'escalate', cases: 0 },
						{ outcome: 'reject', cases: 0 },
					],
					load: { cases: 2, byRole: [{ role: 'sales_manager', slaClass: 'standard' }] },
				},
				compared: null,
				faulty: 0,
			});
			expect(records.map(({ recordId }) => recordId)).toEqual(ids.toReversed());
			const { url } = stage.odoo;
			expect(records[0]).toMatchObject({
				url: `${url}/mail/view?model=sale.order&res_id=${String(ids[4])}`,
				verdict: { outcome: 'require_approval', reasons: ['Discount 20 % is above 10 %'] },
			});
			expect(await stage.desk.stateOf(ids[0] ?? 0)).toBe('draft');
		});

		it('asks Odoo once for each page', async () => {
			const ids = await writeOrders();
			const parameters = {
				...overRecords,
				filter: written(ids),
				simulationOptions: { pageSize: 2 },
			};
			const { calls, result } = await watchingCalls(async () => await run(parameters));
			expect(calls).toEqual([
				'sale.order/fields_get',
				'sale.order/web_search_read',
				'sale.order/web_search_read',
				'sale.order/web_search_read',
			]);
			expect(outputs(result)[1]).toHaveLength(5);
		});

		it('takes the newest when there are more than it may read', async () => {
			const ids = await writeOrders();
			const parameters = { ...overRecords, filter: written(ids), maxRecords: 2 };
			const [[summary] = [], records = []] = outputs(await run(parameters));
			expect(summary).toMatchObject({ source: { found: 5, taken: 2 }, total: { cases: 2 } });
			expect(records.map(({ recordId }) => recordId)).toEqual(ids.slice(3).toReversed());
		});

		it('shows which records another policy would treat otherwise, and why', async () => {
			const ids = await writeOrders();
			const parameters = { ...overRecords, filter: written(ids), ...compared };
			const [[summary] = [], records = []] = outputs(await run(parameters));
			expect(summary).toMatchObject({
				compared: { id: 'strict', version: '2' },
				changes: { cases: 1, share: 20 },
				listed: 1,
			});
			expect(records).toMatchObject([
				{
					recordId: ids[1],
					changes: true,
					why: expect.stringMatching(
						/^By policy sales-order-release, .* is approved automatically: no rule matches\. By policy strict, version 2, it needs approval: Margin .* is below 30 %$/,
					),
				},
			]);
		});

		it('works on Odoo 18 as well', async () => {
			await stage.close();
			stage = await startStage({ version: 18 });
			const ids = await writeOrders();
			const [[summary] = []] = outputs(await run({ ...overRecords, filter: written(ids) }));
			expect(summary).toMatchObject({ total: { cases: 5 }, faulty: 0 });
		});

		it('counts records that cannot be read as faults, and goes on', async () => {
			const ids = await writeOrders();
			const { database } = stage.odoo.server;
			database.update('sale.order', ids[2] ?? 0, { user_id: false, create_uid: false });
			const [[summary] = [], records] = outputs(
				await run({ ...overRecords, filter: written(ids) }),
			);
			expect(records).toHaveLength(4);
			expect(summary).toMatchObject({
				total: { cases: 4 },
				faulty: 1,
				faults: [
					{
						message: expect.stringContaining('nobody is behind it'),
						cases: 1,
						first: [expect.stringMatching(/^S\d+$/)],
					},
				],
			});
		});

		it('says so when no record is found', async () => {
			const [[summary] = [], records] = outputs(
				await run({ ...overRecords, filter: "[('name', '=', 'none')]" }),
			);
			expect(summary).toMatchObject({ message: 'There was no case to simulate.', period: null });
			expect(records).toEqual([]);
		});

		it.each([
			{
				name: 'that cannot be read',
				filter: "[('state', '=' 'sale')]",
				message: 'Position 16: expected "," or ")", found \'sale\')]',
				description: 'DOMAIN_TEXT_INVALID',
			},
			{
				name: 'with an unknown field',
				filter: "[('stat', '=', 'sale')]",
				message: 'filter: The model has no field "stat" that this user may read',
				description: 'PARAMETER_INVALID',
			},
		])('refuses a filter $name, and says where', async ({ filter, message, description }) => {
			const execution = await run({ ...overRecords, filter });
			expect(failure(execution)).toEqual({ message, description });
		});
	});

	describe('over items', () => {
		it('counts the case files, and pairs what it lists with where it came from', async () => {
			const execution = await run({ ...overItems, recordsToList: 'notApproved' }, [
				caseWith({}),
				{},
				caseWith({ marginPercent: 9 }, 43),
			]);
			const [[summary] = [], records] = outputs(execution);
			expect(summary).toMatchObject({
				total: { cases: 2, amounts: [{ currency: 'EUR', amount: 24_800 }] },
				faulty: 1,
				faults: [{ message: expect.stringContaining('The item is empty'), first: ['Item 1'] }],
				source: { model: null, found: 3 },
			});
			expect(records).toMatchObject([{ name: 'S43', url: sampleFile.record.url }]);
			const main = execution.lastRunOf(TRIED)?.data?.['main'] ?? [];
			expect(main[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 2 }]);
		});

		it('needs no credential', async () => {
			const execution = await runNode(stage.n8n, {
				type: 'policyEvaluate',
				parameters: overItems,
				items: [caseWith({})],
			});
			expect(outputs(execution)[0]).toMatchObject([{ total: { cases: 1 } }]);
		});

		it('is friendly when no item has a case', async () => {
			const [[summary] = []] = outputs(await run(overItems, [{}]));
			expect(summary).toMatchObject({
				message:
					'There was no case to simulate. One case could not be read or evaluated and is in no other figure.',
			});
		});

		it('hands over a report as a file', async () => {
			const execution = await run({ ...overItems, ...compared }, [
				caseWith({}),
				caseWith({ marginPercent: 30 }),
			]);
			const { report } = binaryOf(execution);
			expect(report).toMatchObject({
				fileName: 'policy-simulation.html',
				mimeType: 'text/html',
			});
			const page = Buffer.from(report?.data ?? '', 'base64').toString('utf8');
			expect(page).toMatch(/^<!doctype html>/);
			expect(page).toContain('Of 2 cases, 100 % would be approved automatically');
		});

		it('puts out nothing that a later node takes for a case', async () => {
			const [[summary] = [], [record] = []] = outputs(await run(overItems, [caseWith({})]));
			for (const item of [summary, record]) {
				expect(item).toBeDefined();
				for (const [type, operation] of [
					['policyEvaluate', 'evaluate'],
					['odooRecord', 'applyDecision'],
					['approvalRoute', ''],
				] as const) {
					const execution = await runNode(stage.n8n, {
						type,
						parameters: { ...(operation && { operation }), policySource: 'preset' },
						items: [item ?? {}],
					});
					expect(failure(execution)).toMatchObject({ description: 'CASE_FILE_UNFIT' });
				}
			}
		});

		it('lets others in all the while', async () => {
			const items = Array.from({ length: 3_000 }, (_, id) =>
				caseWith({ marginPercent: id % 40 }, id + 1),
			);
			let turns = 0;
			const timer = setInterval(() => {
				turns += 1;
			}, 5);
			const startedAt = performance.now();
			const execution = await run({ ...overItems, ...compared, recordsToList: 'none' }, items);
			clearInterval(timer);
			expect(outputs(execution)[0]).toMatchObject([{ total: { cases: 3_000 } }]);
			// One every 10 ms on an idle machine; without a pause there would be none.
			expect(turns).toBeGreaterThan((performance.now() - startedAt) / 200);
		});
	});

	it('names the place where the other policy is at fault', async () => {
		const broken = { ...strictPolicy, rules: [{ ...strictPolicy.rules?.[0], outcome: 'maybe' }] };
		const parameters = { ...overItems, ...compared, comparedPolicy: JSON.stringify(broken) };
		expect(failure(await run(parameters, [caseWith({})]))).toMatchObject({
			message: expect.stringMatching(/^comparedPolicy: rules\[0\]\.outcome: /),
			description: 'POLICY_INVALID',
		});
		const noJson = { ...parameters, comparedPolicy: '{' };
		expect(failure(await run(noJson, [caseWith({})]))).toMatchObject({
			message: expect.stringMatching(/^comparedPolicy: line 1, column 2: is not JSON/),
			description: 'POLICY_INVALID',
		});
	});

	it('goes on with the error alone where the node is set to', async () => {
		const parameters = { ...overRecords, filter: '[' };
		const [summary, records] = outputs(await run(parameters, [{}], 'continueRegularOutput'));
		expect(summary).toEqual([
			{ error: expect.any(String), details: { code: 'DOMAIN_TEXT_INVALID' } },
		]);
		expect(records).toEqual([]);
	});
});

function binaryOf(execution: Execution): Record<string, IBinaryData | undefined> {
	const [[summary] = []] =
		execution.lastRunOf(TRIED)?.data?.['main']?.map((one) => one ?? []) ?? [];
	return summary?.binary ?? {};
}
