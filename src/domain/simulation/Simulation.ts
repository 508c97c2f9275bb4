import { DomainError } from '../errors';
import { evaluatePolicy } from '../policy/evaluatePolicy';
import type { Policy } from '../policy/policy';
import type { PolicyResult } from '../policy/policyResult';
import { ChangeTally, type Changes } from './ChangeTally';
import { SimulationAreaError } from './errors';
import { FaultTally, type Fault } from './FaultTally';
import { listedCase, type ListedCase } from './listedCase';
import { PolicyTally, type PolicyFigures } from './PolicyTally';
import type { SimulatedCase } from './SimulatedCase';
import { CaseTally, type Tally } from './tallies';

/** Which cases are named one by one; the others are only counted. */
export const listings = ['all', 'changed', 'notApproved', 'none'] as const;
export type Listing = (typeof listings)[number];

export interface SimulationOptions {
	policy: Policy;
	/** What would take its place; `null` to compare with nothing. */
	compared: Policy | null;
	list: Listing;
	/** How many cases are listed at most. */
	maxListed: number;
	/** Instant of the simulation, ISO 8601 in UTC; cases without a date are decided as of then. */
	now: string;
}

/** What policies would have made of cases. */
export interface SimulationResult {
	schema: 'policy-simulation/1';
	area: string;
	/** ISO 8601 in UTC. */
	simulatedAt: string;
	/** Cases that were evaluated, under both policies where two are compared. */
	total: Tally;
	/** Of the first and the last case, ISO 8601 in UTC; `null` when no case has a date. */
	period: { from: string; to: string } | null;
	/** Cases that could not be read or evaluated. They are in no other figure. */
	faulty: number;
	faults: Fault[];
	simulated: PolicyFigures;
	compared: PolicyFigures | null;
	changes: Changes | null;
	listed: number;
	/** Cases that would have been listed had there been room. */
	leftOut: number;
}

/**
 * Replays one policy, or two that are compared, over cases of the past.
 *
 * It keeps no case but the few that are listed, so that their number does not matter. Whether the
 * policies were in force does not matter either: what counts is what they would have said. Each case
 * is decided as of its own date.
 */
export class Simulation {
	/** Cases that are named one by one, in the order in which they came. */
	readonly listed: ListedCase[] = [];
	private added = 0;
	private leftOut = 0;
	private faulty = 0;
	private period: SimulationResult['period'] = null;
	private readonly total = new CaseTally();
	private readonly faults = new FaultTally();
	private readonly simulated: PolicyTally;
	private readonly compared: PolicyTally | null;
	private readonly changes: ChangeTally | null;

	/** @throws {SimulationAreaError} the policies are for different areas */
	constructor(private readonly options: SimulationOptions) {
		const { policy, compared } = options;
		if (compared && compared.area !== policy.area) {
			throw new SimulationAreaError(
				`The policy "${policy.id}" is for ${policy.area} and "${compared.id}" for ${compared.area}; only policies for one area can be compared`,
			);
		}
		this.simulated = new PolicyTally(policy);
		this.compared = compared && new PolicyTally(compared);
		this.changes = compared && new ChangeTally();
	}

	/**
	 * Evaluates a case and adds it up. One that cannot be read or evaluated is a fault, and approved by
	 * nobody.
	 *
	 * @param name tells a case that cannot be read from the others
	 * @param read gives the case, or throws a `DomainError`
	 */
	async add(name: string, read: () => SimulatedCase): Promise<void> {
		const { policy, compared } = this.options;
		this.added += 1;
		try {
			const one = read();
			const result = await this.evaluate(policy, one);
			this.count(one, result, compared && (await this.evaluate(compared, one)));
		} catch (error) {
			if (!(error instanceof DomainError)) throw error;
			this.fault(name, error.message);
		}
	}

	/** Counts a case that could not be read. */
	addFault(name: string, message: string): void {
		this.added += 1;
		this.fault(name, message);
	}

	result(): SimulationResult {
		return {
			schema: 'policy-simulation/1',
			area: this.options.policy.area,
			simulatedAt: this.options.now,
			total: this.total.result(),
			period: this.period,
			faulty: this.faulty,
			faults: this.faults.result(),
			simulated: this.simulated.result(),
			compared: this.compared && this.compared.result(),
			changes: this.changes && this.changes.result(),
			listed: this.listed.length,
			leftOut: this.leftOut,
		};
	}

	private fault(name: string, message: string): void {
		this.faulty += 1;
		this.faults.add(name, message);
	}

	private async evaluate(policy: Policy, one: SimulatedCase): Promise<PolicyResult> {
		if (one.area !== policy.area) {
			throw new SimulationAreaError(
				`The policy "${policy.id}" is for ${policy.area}, but the case is for ${one.area}`,
			);
		}
		const caseKey = `${one.area}:${one.model}:${one.id}`;
		return await evaluatePolicy(policy, one.facts, { now: one.at ?? this.options.now, caseKey });
	}

	private count(one: SimulatedCase, result: PolicyResult, compared: PolicyResult | null): void {
		this.total.add(one);
		if (one.at !== null) this.period = spanning(this.period, one.at);
		this.simulated.add(one, result);
		if (compared) {
			this.compared?.add(one, compared);
			this.changes?.add(one, result.outcome, compared.outcome);
		}
		if (!this.isWanted(result, compared)) return;
		if (this.listed.length >= this.options.maxListed) this.leftOut += 1;
		else this.listed.push(listedCase(one, this.added - 1, { result, compared }));
	}

	private isWanted(result: PolicyResult, compared: PolicyResult | null): boolean {
		switch (this.options.list) {
			case 'all':
				return true;
			case 'none':
				return false;
			case 'changed':
				return compared !== null && compared.outcome !== result.outcome;
			case 'notApproved':
				return [result, compared].some((one) => one && one.outcome !== 'auto_approve');
		}
	}
}

function spanning(period: SimulationResult['period'], at: string): { from: string; to: string } {
	if (!period) return { from: at, to: at };
	return { from: at < period.from ? at : period.from, to: at > period.to ? at : period.to };
}
