import { policyHash } from '../policy/compilePolicy';
import { zoneOf } from '../policy/operands';
import type { Policy } from '../policy/policy';
import {
	policyOutcomes,
	severity,
	type PolicyOutcome,
	type PolicyResult,
} from '../policy/policyResult';
import { LoadTally, type ApproverLoad } from './LoadTally';
import type { SimulatedCase } from './SimulatedCase';
import { CaseTally, Counter, percentOf, type Tally } from './tallies';

export interface OutcomeFigures extends Tally {
	outcome: PolicyOutcome;
	/** Percent of all cases. */
	share: number;
}

export interface RuleFigures {
	id: string;
	outcome: PolicyOutcome;
	/** Cases that the rule matched. */
	matched: number;
	/** Cases that would have had another outcome without the rule. */
	decidedAlone: number;
	/** Cases that one number kept from matching, and narrowly. */
	nearMisses: number;
}

/** What one policy makes of all cases. */
export interface PolicyFigures {
	id: string;
	version: string;
	/** SHA-256 (hex) of the policy. */
	hash: string;
	/** One for each outcome there is, the mildest first. */
	outcomes: OutcomeFigures[];
	/** Cases that policy would have approved, had they not been drawn for people to look at. */
	sampled: number;
	/** Cases of which a rule needed a fact that was not there. */
	casesMissingFacts: number;
	missingFacts: Array<{ fact: string; cases: number }>;
	/** Cases that a stricter rule narrowly missed. */
	nearMisses: number;
	/** In the order of the policy. */
	rules: RuleFigures[];
	load: ApproverLoad;
}

/** Adds up what one policy makes of cases. */
export class PolicyTally {
	private cases = 0;
	private sampled = 0;
	private casesMissingFacts = 0;
	private nearMisses = 0;
	private readonly outcomes = new Map(policyOutcomes.map((one) => [one, new CaseTally()]));
	private readonly missingFacts = new Counter<string>();
	private readonly matched = new Counter<string>();
	private readonly decidedAlone = new Counter<string>();
	private readonly narrowlyMissed = new Counter<string>();
	private readonly load: LoadTally;

	constructor(private readonly policy: Policy) {
		this.load = new LoadTally(zoneOf(policy));
	}

	add(one: SimulatedCase, result: PolicyResult): void {
		this.cases += 1;
		this.outcomes.get(result.outcome)?.add(one);
		if (result.sampled) this.sampled += 1;
		if (result.missingFacts.length > 0) this.casesMissingFacts += 1;
		for (const fact of result.missingFacts) this.missingFacts.add(fact);
		if (result.nearMisses.length > 0) this.nearMisses += 1;
		for (const { ruleId } of result.nearMisses) this.narrowlyMissed.add(ruleId);
		for (const { id } of result.rules) this.matched.add(id);
		for (const id of decisiveRules(this.policy, result)) this.decidedAlone.add(id);
		this.load.add(one.at, result);
	}

	result(): PolicyFigures {
		const { id, version, rules } = this.policy;
		return {
			id,
			version,
			hash: policyHash(this.policy),
			outcomes: [...this.outcomes].map(([outcome, tally]) => {
				const figures = tally.result();
				return { outcome, share: percentOf(figures.cases, this.cases), ...figures };
			}),
			sampled: this.sampled,
			casesMissingFacts: this.casesMissingFacts,
			missingFacts: this.missingFacts.entries().map(([fact, cases]) => ({ fact, cases })),
			nearMisses: this.nearMisses,
			rules: rules.map((rule) => ({
				id: rule.id,
				outcome: rule.outcome,
				matched: this.matched.of(rule.id),
				decidedAlone: this.decidedAlone.of(rule.id),
				nearMisses: this.narrowlyMissed.of(rule.id),
			})),
			load: this.load.result(),
		};
	}
}

/** The rules that matched and without each of which the outcome would have been another. */
function decisiveRules(policy: Policy, result: PolicyResult): string[] {
	const { outcome, rules, missingFacts, sampled } = result;
	const found = severity(sampled ? 'auto_approve' : outcome);
	const least = missingFacts.length > 0 ? severity('require_approval') : 0;
	const otherwise = severity(policy.default.outcome);
	return rules
		.filter(({ id }) => {
			const others = rules.filter((one) => one.id !== id).map((one) => severity(one.outcome));
			const stated = others.length > 0 ? Math.max(...others) : otherwise;
			return Math.max(stated, least) !== found;
		})
		.map(({ id }) => id);
}
