import { DomainError } from '../errors';

/** One thing that is wrong with a policy, where it is, and what to do about it. */
export interface PolicyProblem {
	/** Such as `rules[2].when.all[0].operator`; empty for the document as a whole. */
	path: string;
	message: string;
}

/** A policy document that cannot be trusted to decide. Lists everything that is wrong with it. */
export class PolicyInvalidError extends DomainError {
	readonly code = 'POLICY_INVALID';

	constructor(readonly problems: readonly PolicyProblem[]) {
		super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n'));
	}
}

/** A fact has a value of another type than the policy declares, so no comparison can be trusted. */
export class FactUnfitError extends DomainError {
	readonly code = 'FACT_UNFIT';

	constructor(
		readonly fact: string,
		readonly expected: string,
		readonly value: unknown,
	) {
		super(
			`The fact "${fact}" must be a ${expected}, or null when it is not known; it is ${shown(value)} (${typeof value})`,
		);
	}
}

/** The policy is not valid at the time of the decision. */
export class PolicyNotInForceError extends DomainError {
	readonly code = 'POLICY_NOT_IN_FORCE';
}

/** An object may be anything, also one that cannot be written as text; so may a function. */
function shown(value: unknown): string {
	return ['object', 'function'].includes(typeof value) ? 'no value' : String(value).slice(0, 100);
}
