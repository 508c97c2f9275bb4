import type { Facts } from '../../case/caseFile';

/** A fact that could not be established. */
export class Unknown {
	/** @param why for people, to go after "not known:" */
	constructor(readonly why: string) {}
}

/** What a fact turned out to be. */
export type Derived = Exclude<Facts[string], null> | Unknown;

/** Parts what is known from what is not, with a word why. */
export function settle(derived: Record<string, Derived>): {
	facts: Facts;
	unknown: Record<string, string>;
} {
	const facts: Facts = {};
	const unknown: Record<string, string> = {};
	for (const [name, value] of Object.entries(derived)) {
		facts[name] = value instanceof Unknown ? null : value;
		if (value instanceof Unknown) unknown[name] = value.why;
	}
	return { facts, unknown };
}
