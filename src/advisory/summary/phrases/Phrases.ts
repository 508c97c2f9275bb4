import type { PolicyOutcome } from '../../../domain/policy/policyResult';

/**
 * The sentences around facts and reasons, in one language. Labels and reasons stand in them as
 * areas and policies have them.
 */
export interface Phrases {
	/** What is asked; `amount` and `requester` are `null` when they are not known. */
	asked(said: {
		matter: string;
		record: string;
		amount: string | null;
		requester: string | null;
	}): string;
	/** What the policy says of it, before its reasons; none follow when `hasReasons` is false. */
	outcome: Record<PolicyOutcome, (hasReasons: boolean) => string>;
	sampled: string;
	/** Reasons left out, at least one. */
	more(count: number): string;
	/** What is beyond its limit, and by how much of the limit's unit. */
	beyond(sentence: string, distance: string): string;
	/** The same where other things are beyond theirs too. */
	chiefly(sentence: string, distance: string): string;
	/** A distance between two shares. */
	points(number: string): string;
	/** Facts that are not known, at least one. */
	unknown(labels: string): string;
	ask(label: string): string;
	shadow(sentence: string): string;
	steps: {
		findOut(labels: string): string;
		decide(role: string | null): string;
		review: string;
		nothing: string;
	};
	/** Which policy, and how many of its rules matched, from 0. */
	policy(said: { id: string; version: string; rules: number }): string;
	asks(role: string): string;
}
