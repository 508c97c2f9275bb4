import { evaluatePolicy } from '../src/domain/policy/evaluatePolicy';
import type { PolicyOutcome } from '../src/domain/policy/policyResult';
import { type Measure, type Measurement, median } from './Measure';
import { byHand, rawEngine, seededFacts, tenRules, type TypedFacts } from './policyPeers';

const NAME = 'policy-decisions';
const FACTS = 20_000;
const ROUNDS = 5;
const SEED = 20_260_302;
const OCCASION = { now: '2026-03-02T09:00:00.000Z', caseKey: null };

interface Contestant {
	name: string;
	decideAll(facts: readonly TypedFacts[]): Promise<PolicyOutcome[]>;
}

/** Decisions a second with all that a decision says, beside deciders that say the outcome alone. */
export const policyDecisions: Measure = {
	name: NAME,
	about: `Decisions a second by ten rules, explained in full, beside json-rules-engine alone and beside a function`,
	run: async () => {
		const facts = seededFacts(FACTS, SEED);
		const all = [explained, engineAlone(), written];
		const rates = new Map(all.map(({ name }): [string, number[]] => [name, []]));
		// The first round warms up, and shows that all say the same.
		await assertAgreed(all, facts);
		for (let round = 0; round < ROUNDS; round += 1) {
			for (const { name, decideAll } of all) {
				const startedAt = performance.now();
				await decideAll(facts);
				rates.get(name)?.push(FACTS / ((performance.now() - startedAt) / 1000));
			}
		}
		const ours = median(rates.get(explained.name) ?? []);
		return all
			.filter(({ name }) => name !== explained.name)
			.map(({ name }) => toMeasurement(ours, median(rates.get(name) ?? []), name));
	},
};

const explained: Contestant = {
	name: 'evaluatePolicy',
	decideAll: async (facts) => {
		const outcomes: PolicyOutcome[] = [];
		for (const one of facts) {
			outcomes.push((await evaluatePolicy(tenRules, { ...one }, OCCASION)).outcome);
		}
		return outcomes;
	},
};

function engineAlone(): Contestant {
	const decide = rawEngine();
	return {
		name: 'json-rules-engine alone, the same rules, built once, no explanation',
		decideAll: async (facts) => {
			const outcomes: PolicyOutcome[] = [];
			for (const one of facts) outcomes.push(await decide({ ...one }));
			return outcomes;
		},
	};
}

const written: Contestant = {
	name: 'a function written by hand for these ten rules, no explanation',
	decideAll: async (facts) => await Promise.resolve(facts.map(byHand)),
};

async function assertAgreed(
	[first, ...others]: readonly Contestant[],
	facts: readonly TypedFacts[],
): Promise<void> {
	const expected = await first?.decideAll(facts);
	for (const { name, decideAll } of others) {
		const outcomes = await decideAll(facts);
		const at = outcomes.findIndex((outcome, index) => outcome !== expected?.[index]);
		if (at < 0) continue;
		const said = `${String(outcomes[at])}, and we ${String(expected?.[at])}`;
		throw new Error(`${name} says ${said}: ${JSON.stringify(facts[at])}`);
	}
}

function toMeasurement(ours: number, peer: number, peerName: string): Measurement {
	return {
		measure: NAME,
		unit: 'decisions a second',
		ours: Math.round(ours),
		peer: Math.round(peer),
		peerName,
		ratio: Number((ours / peer).toPrecision(2)),
		n: ROUNDS,
		note: `median over ${String(FACTS)} cases in each round, in turns; all outcomes are the same`,
	};
}
