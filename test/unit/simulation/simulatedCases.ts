import fc from 'fast-check';
import type { Policy } from '../../../src/domain/policy/policy';
import type { SimulatedCase } from '../../../src/domain/simulation/SimulatedCase';
import {
	Simulation,
	type SimulationOptions,
	type SimulationResult,
} from '../../../src/domain/simulation/Simulation';
import { aPolicy, aRule, margin, someFacts } from '../policy/samplePolicy';

/** Low margins need approval, very low ones are rejected, big orders are escalated. */
export const strictPolicy: Policy = aPolicy(
	[
		aRule(),
		aRule({
			id: 'no-margin',
			when: margin('lessThan', 0),
			outcome: 'reject',
			reason: 'No margin',
		}),
		aRule({
			id: 'big',
			when: { fact: 'amount', operator: 'greaterThan', value: 50_000 },
			outcome: 'escalate',
			reason: 'Value {{amount}} is above 50,000',
			role: 'finance',
			slaClass: 'urgent',
		}),
	],
	{ id: 'strict', version: '1' },
);

/** The same with a lower floor. */
export const mildPolicy: Policy = {
	...strictPolicy,
	id: 'mild',
	version: '2',
	rules: strictPolicy.rules.map((rule) =>
		rule.id === 'low-margin'
			? { ...rule, when: margin('lessThan', 10), reason: 'Margin {{margin}} is below 10 %' }
			: rule,
	),
};

/** An order of 12,400 EUR on 2 March, in policy unless the changes say otherwise. */
export function aCase({ facts = {}, ...changes }: Partial<SimulatedCase> = {}): SimulatedCase {
	return {
		area: 'sales_order_release',
		model: 'sale.order',
		id: 7,
		name: 'S00007',
		url: null,
		amount: 12_400,
		currency: 'EUR',
		at: '2026-03-02T09:00:00.000Z',
		...changes,
		facts: { ...someFacts, margin: 20, ...facts },
	};
}

export async function simulate(
	cases: readonly SimulatedCase[],
	options: Partial<SimulationOptions> = {},
): Promise<Simulation> {
	const simulation = new Simulation({
		policy: strictPolicy,
		compared: null,
		list: 'all',
		maxListed: 1_000,
		now: '2026-06-01T12:00:00.000Z',
		...options,
	});
	for (const one of cases) await simulation.add(one.name, () => one);
	return simulation;
}

export async function resultOf(
	cases: readonly SimulatedCase[],
	options: Partial<SimulationOptions> = {},
): Promise<SimulationResult> {
	return (await simulate(cases, options)).result();
}

/** Cases of every kind: outcomes, currencies, missing facts and amounts, with and without a date. */
export const anyCase: fc.Arbitrary<SimulatedCase> = fc
	.record({
		id: fc.integer({ min: 1, max: 1_000_000 }),
		margin: fc.option(fc.integer({ min: -20, max: 40 })),
		cents: fc.option(fc.integer({ min: -100_000, max: 10_000_000 })),
		currency: fc.constantFrom('EUR', 'USD', 'JPY'),
		day: fc.option(fc.integer({ min: 1, max: 28 })),
	})
	.map(({ id, margin: percent, cents, currency, day }) =>
		aCase({
			id,
			name: `S${id}`,
			amount: cents === null ? null : cents / 100,
			currency,
			at: day === null ? null : `2026-02-${String(day).padStart(2, '0')}T10:00:00.000Z`,
			facts: { margin: percent, amount: cents === null ? null : cents / 100, currency },
		}),
	);
