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
			`The fact "${fact}" must be a ${expected}, or null when it is not known; it is ${String(value)} (${typeof value})`,
		);
	}
}
