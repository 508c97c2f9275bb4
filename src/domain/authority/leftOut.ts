import type { LeftOut } from './errors';

/** Why somebody was not seated, before it is known whether they are asked on other grounds. */
export interface Unseated extends LeftOut {
	/** Ids of all whom it is about; empty where it is worth saying in any case. */
	userIds: readonly number[];
}

/** Why others are not asked: each reason once, and nothing of those who are asked after all. */
export function explain(unseated: readonly Unseated[], asked: ReadonlySet<number>): LeftOut[] {
	const byText = new Map(
		unseated
			.filter(({ userIds }) => userIds.length === 0 || !userIds.every((id) => asked.has(id)))
			.map(({ who, reason }) => [`${who} ${reason}`, { who, reason }]),
	);
	return [...byText.values()];
}
