/** People who could be asked in a step, and how many of them it needs. */
export interface Places {
	userIds: readonly number[];
	needed: number;
}

/**
 * Shares people out among steps, so that nobody is asked in two of them, and every step keeps as many
 * as it needs if that is possible at all (maximum bipartite matching by augmenting paths; H. W. Kuhn,
 * 1955). Whom no step needs goes to the last one that they fit.
 *
 * @returns for each step the ids of those who stay, in their order
 */
export function shareOut(steps: readonly Places[]): number[][] {
	const needed = matching(steps);
	const stepOf = new Map(needed);
	steps.forEach(({ userIds }, step) => {
		for (const userId of userIds) if (!needed.has(userId)) stepOf.set(userId, step);
	});
	return steps.map(({ userIds }, step) => userIds.filter((id) => stepOf.get(id) === step));
}

/** Which step needs whom: as many of the needed places as possible are filled. */
function matching(steps: readonly Places[]): ReadonlyMap<number, number> {
	const stepOf = new Map<number, number>();
	/** Seats somebody in a step, moving others to other steps where that makes room. */
	const fill = (step: number, tried: Set<number>): boolean => {
		for (const userId of steps[step]?.userIds ?? []) {
			if (tried.has(userId) || stepOf.get(userId) === step) continue;
			tried.add(userId);
			const holder = stepOf.get(userId);
			if (holder !== undefined && !fill(holder, tried)) continue;
			stepOf.set(userId, step);
			return true;
		}
		return false;
	};
	steps.forEach(({ needed }, step) => {
		for (let place = 0; place < needed; place += 1) if (!fill(step, new Set())) break;
	});
	return stepOf;
}
