import { aPolicy, aRule } from '../policy/samplePolicy';
import { evaluatePolicy } from '../../../src/domain/policy/evaluatePolicy';
import { SimulationAreaError } from '../../../src/domain/simulation/errors';
import { aCase, mildPolicy, resultOf, simulate, strictPolicy } from './simulatedCases';

describe('a simulation', () => {
	it('counts outcomes, and amounts of each currency by themselves', async () => {
		const { total, simulated } = await resultOf([
			aCase({ amount: 0.1 }),
			aCase({ amount: 0.2 }),
			aCase({ amount: 5, currency: 'USD' }),
			aCase({ amount: null }),
			aCase({ facts: { margin: 12 }, amount: 100 }),
			aCase({ facts: { amount: 60_000 } }),
		]);
		expect(total).toEqual({
			cases: 6,
			amounts: [
				{ currency: 'EUR', cases: 4, amount: 12_500.3 },
				{ currency: 'USD', cases: 1, amount: 5 },
			],
			withoutAmount: 1,
		});
		expect(simulated).toMatchObject({ id: 'strict', version: '1' });
		expect(simulated.outcomes).toEqual([
			{
				outcome: 'auto_approve',
				share: 66.67,
				cases: 4,
				amounts: [
					{ currency: 'EUR', cases: 2, amount: 0.3 },
					{ currency: 'USD', cases: 1, amount: 5 },
				],
				withoutAmount: 1,
			},
			expect.objectContaining({ outcome: 'require_approval', share: 16.67, cases: 1 }),
			expect.objectContaining({ outcome: 'escalate', cases: 1 }),
			{ outcome: 'reject', share: 0, cases: 0, amounts: [], withoutAmount: 0 },
		]);
	});

	it('tells what hung on each rule, and what narrowly missed it', async () => {
		const { simulated } = await resultOf([
			aCase({ facts: { margin: 12 } }),
			aCase({ facts: { margin: -1 } }),
			aCase({ facts: { margin: -1, amount: 60_000 } }),
			aCase({ facts: { margin: 15.5 } }),
		]);
		expect(simulated.rules).toEqual([
			{
				id: 'low-margin',
				outcome: 'require_approval',
				matched: 3,
				decidedAlone: 1,
				nearMisses: 1,
			},
			{ id: 'no-margin', outcome: 'reject', matched: 2, decidedAlone: 2, nearMisses: 0 },
			{ id: 'big', outcome: 'escalate', matched: 1, decidedAlone: 0, nearMisses: 0 },
		]);
		expect(simulated.nearMisses).toBe(1);
	});

	it('has no rule decide alone what the default, a twin or a missing fact would decide too', async () => {
		const twins = [aRule({ id: 'one' }), aRule({ id: 'two' })];
		const low = [aCase({ facts: { margin: 12 } })];
		const sameAsDefault = { default: { outcome: 'require_approval', slaClass: 'x' } } as const;
		const half = [aCase({ facts: { margin: 12, amount: null } })];
		const decided = async (cases: typeof low, policy: typeof strictPolicy) =>
			(await resultOf(cases, { policy })).simulated.rules.map((rule) => rule.decidedAlone);

		expect(await decided(low, aPolicy(twins))).toEqual([0, 0]);
		expect(await decided(low, aPolicy([aRule()], sameAsDefault))).toEqual([0]);
		expect(await decided(half, strictPolicy)).toEqual([0, 0, 0]);
	});

	it('counts the facts that were missing', async () => {
		const { simulated } = await resultOf([
			aCase({ facts: { margin: null } }),
			aCase({ facts: { margin: null, amount: null } }),
			aCase(),
		]);
		expect(simulated.casesMissingFacts).toBe(2);
		expect(simulated.missingFacts).toEqual([
			{ fact: 'margin', cases: 2 },
			{ fact: 'amount', cases: 1 },
		]);
	});

	it('draws the sample that deciding would draw', async () => {
		const policy = { ...strictPolicy, sampling: { percent: 50, role: 'audit' } };
		const cases = Array.from({ length: 40 }, (_, id) => aCase({ id: id + 1 }));
		const drawn = await Promise.all(
			cases.map(async ({ id, facts }) => {
				const caseKey = `sales_order_release:sale.order:${id}`;
				const occasion = { now: '2026-03-02T09:00:00.000Z', caseKey };
				return (await evaluatePolicy(policy, facts, occasion)).sampled;
			}),
		);
		const { simulated } = await resultOf(cases, { policy });
		expect(simulated.sampled).toBe(drawn.filter(Boolean).length);
		expect(simulated.sampled).toBeGreaterThan(0);
	});

	it('evaluates each case as of its own date, or as of now', async () => {
		const policy = aPolicy(
			[
				aRule({
					id: 'old',
					when: { fact: 'since', operator: 'greaterThan', value: 30, days: 'since' },
				}),
			],
			{
				facts: { since: { type: 'date' }, margin: { type: 'number' } },
				validUntil: '2020-12-31',
			},
		);
		const facts = { since: '2026-02-20' };
		const { simulated } = await resultOf([aCase({ facts }), aCase({ facts, at: null })], {
			policy,
		});
		expect(simulated.outcomes.map(({ cases }) => cases)).toEqual([1, 1, 0, 0]);
	});

	describe('of which some cases are at fault', () => {
		it('keeps them out of every figure', async () => {
			const { total, simulated, faulty, faults } = await resultOf([
				aCase(),
				aCase({ name: 'S1', facts: { margin: 'high' } }),
				aCase({ name: 'S2', area: 'returns' }),
			]);
			expect([total.cases, faulty]).toEqual([1, 2]);
			expect(simulated.outcomes.map(({ cases }) => cases)).toEqual([1, 0, 0, 0]);
			expect(faults).toEqual([
				{
					message:
						'The fact "margin" must be a number, or null when it is not known; it is high (string)',
					cases: 1,
					first: ['S1'],
				},
				{
					message: 'The policy "strict" is for sales_order_release, but the case is for returns',
					cases: 1,
					first: ['S2'],
				},
			]);
		});

		it('counts a case in both policies or in none', async () => {
			const needsText = aPolicy([], { id: 'other', facts: { margin: { type: 'string' } } });
			const { simulated, compared, faulty } = await resultOf([aCase()], { compared: needsText });
			expect(faulty).toBe(1);
			expect([simulated, compared].map((one) => one?.outcomes[0]?.cases)).toEqual([0, 0]);
		});

		it('names the first few, and keeps no more messages than can be read', async () => {
			const cases = Array.from({ length: 300 }, (_, id) =>
				aCase({ name: `S${id}`, facts: { margin: `x${id}` } }),
			);
			const { faults } = await resultOf([...cases, ...cases]);
			expect(faults).toHaveLength(51);
			expect(faults[0]).toEqual({
				message: 'Other faults',
				cases: 500,
				first: ['S50', 'S51', 'S52', 'S53', 'S54'],
			});
		});

		it('does not hide an error of the program', async () => {
			const simulation = await simulate([]);
			const broken = simulation.add('S1', () => {
				throw new TypeError('No such thing');
			});
			await expect(broken).rejects.toThrow(TypeError);
		});
	});

	it('compares two policies, case by case', async () => {
		const { changes, simulated, compared } = await resultOf(
			[
				aCase({ facts: { margin: 12 } }),
				aCase({ facts: { margin: 9 } }),
				aCase(),
				aCase({ facts: { margin: 14 }, currency: 'USD' }),
			],
			{ compared: mildPolicy },
		);
		expect([simulated, compared].map((one) => one?.outcomes[0]?.cases)).toEqual([1, 3]);
		expect(changes).toMatchObject({
			cases: 2,
			share: 50,
			transitions: [
				{ from: 'auto_approve', to: 'auto_approve', cases: 1 },
				{
					from: 'require_approval',
					to: 'auto_approve',
					cases: 2,
					amounts: [
						{ currency: 'EUR', amount: 12_400 },
						{ currency: 'USD', amount: 12_400 },
					],
				},
				{ from: 'require_approval', to: 'require_approval', cases: 1 },
			],
		});
	});

	it('refuses to compare policies for different areas', async () => {
		const compared = { ...mildPolicy, area: 'returns' };
		const refused = simulate([], { compared });
		await expect(refused).rejects.toThrow(SimulationAreaError);
		await expect(refused).rejects.toThrow(
			'The policy "strict" is for sales_order_release and "mild" for returns; only policies for one area can be compared',
		);
	});

	it('says of each listed case why it ends as it does', async () => {
		const cases = [aCase(), aCase({ name: 'S8', id: 8, facts: { margin: 12 } })];
		const { listed } = await simulate(cases, { compared: mildPolicy, list: 'changed' });
		expect(listed).toEqual([
			{
				position: 1,
				area: 'sales_order_release',
				model: 'sale.order',
				recordId: 8,
				name: 'S8',
				url: null,
				amount: 12_400,
				currency: 'EUR',
				at: '2026-03-02T09:00:00.000Z',
				verdict: {
					outcome: 'require_approval',
					reasons: ['Margin 12 % is below 15 %'],
					missingFacts: [],
					sampled: false,
					role: 'sales_manager',
					slaClass: 'standard',
				},
				comparedVerdict: {
					outcome: 'auto_approve',
					reasons: [],
					missingFacts: [],
					sampled: false,
					role: null,
					slaClass: 'relaxed',
				},
				changes: true,
				why:
					'By policy strict, version 1, it needs approval: Margin 12 % is below 15 %. ' +
					'By policy mild, version 2, it is approved automatically: no rule matches',
			},
		]);
	});

	it.each([
		{ list: 'all', names: ['fine', 'between', 'low'] },
		{ list: 'changed', names: ['between'] },
		{ list: 'notApproved', names: ['between', 'low'] },
		{ list: 'none', names: [] },
	] as const)('lists $list', async ({ list, names }) => {
		const cases = [
			aCase({ name: 'fine' }),
			aCase({ name: 'between', facts: { margin: 12 } }),
			aCase({ name: 'low', facts: { margin: 2 } }),
		];
		const { listed } = await simulate(cases, { compared: mildPolicy, list });
		expect(listed.map(({ name }) => name)).toEqual(names);
	});

	it('lists no more than it may, and says how many were left out', async () => {
		const cases = Array.from({ length: 5 }, () => aCase());
		expect(await resultOf(cases, { maxListed: 2 })).toMatchObject({ listed: 2, leftOut: 3 });
	});
});
