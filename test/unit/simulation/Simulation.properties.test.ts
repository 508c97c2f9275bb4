import fc from 'fast-check';
import type { PolicyFigures } from '../../../src/domain/simulation/PolicyTally';
import type { SimulationResult } from '../../../src/domain/simulation/Simulation';
import { anyCase, mildPolicy, resultOf, strictPolicy } from './simulatedCases';

const options = { compared: mildPolicy };

describe('a simulation of any cases', () => {
	it('has the figures of its parts together', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyCase), fc.array(anyCase), async (some, others) => {
				const parts = [await resultOf(some, options), await resultOf(others, options)];
				const whole = await resultOf([...some, ...others], options);
				expect(countsOf(whole)).toEqual(sum(parts.map(countsOf)));
			}),
			{ numRuns: 50 },
		);
	});

	it('does not depend on the order of the cases', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyCase), async (cases) => {
				const there = await resultOf(cases, options);
				const back = await resultOf(cases.toReversed(), options);
				expect(countsOf(back)).toEqual(countsOf(there));
				expect(back.period).toEqual(there.period);
			}),
			{ numRuns: 50 },
		);
	});

	it('changes nothing when a policy is compared with itself', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyCase), async (cases) => {
				const result = await resultOf(cases, { compared: strictPolicy, list: 'changed' });
				expect(result).toMatchObject({ listed: 0, leftOut: 0, changes: { cases: 0 } });
				expect(result.compared).toEqual(result.simulated);
			}),
			{ numRuns: 50 },
		);
	});

	it('has every case in one outcome, and in one change', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyCase), async (cases) => {
				const { total, simulated, compared, changes } = await resultOf(cases, options);
				const counted = [simulated.outcomes, compared?.outcomes, changes?.transitions].map((one) =>
					one?.reduce((all, { cases: some }) => all + some, 0),
				);
				expect(counted).toEqual([cases.length, cases.length, cases.length]);
				expect(total.cases).toBe(cases.length);
			}),
			{ numRuns: 50 },
		);
	});
});

type Counts = Record<string, number>;

/** Everything in a result that can be added, by name. */
function countsOf({ total, simulated, compared, changes }: SimulationResult): Counts {
	const transitions = (changes?.transitions ?? []).map(({ from, to, cases }) => [
		`${from} ${to}`,
		cases,
	]);
	return {
		cases: total.cases,
		changed: changes?.cases ?? 0,
		...Object.fromEntries(transitions),
		...figureCounts(simulated),
		...(compared && figureCounts(compared)),
	};
}

/** Amounts are in cents. */
function figureCounts(figures: PolicyFigures): Counts {
	const { id, sampled, casesMissingFacts, nearMisses, outcomes, rules, load } = figures;
	const entries: Array<[string, number]> = [
		['sampled', sampled],
		['missing', casesMissingFacts],
		['near', nearMisses],
		...outcomes.flatMap(({ outcome, cases, amounts, withoutAmount }): Array<[string, number]> => [
			[outcome, cases],
			[`${outcome} without`, withoutAmount],
			...amounts.map(({ currency, amount }): [string, number] => [
				`${outcome} ${currency}`,
				Math.round(amount * 100),
			]),
		]),
		...rules.map((rule): [string, number] => [`${rule.id} matched`, rule.matched]),
		...rules.map((rule): [string, number] => [`${rule.id} alone`, rule.decidedAlone]),
		...figures.missingFacts.map(({ fact, cases }): [string, number] => [fact, cases]),
		...load.byRole.map(({ role, slaClass, cases }): [string, number] => [
			`${String(role)} ${slaClass}`,
			cases,
		]),
	];
	return Object.fromEntries(entries.map(([name, count]) => [`${id} ${name}`, count]));
}

function sum(parts: readonly Counts[]): Counts {
	const all: Counts = {};
	for (const part of parts)
		for (const [name, count] of Object.entries(part)) all[name] = (all[name] ?? 0) + count;
	return all;
}
