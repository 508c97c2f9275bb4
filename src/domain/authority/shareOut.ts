/** People who could be asked in a step, and how many of them it needs. */
export interface Places {
	/** A further circle is asked only where those before it are too few. */
	circles: ReadonlyArray<ReadonlyArray<{ userId: number }>>;
	needed: number;
}

export interface Share<Step extends Places> {
	step: Step;
	/** Ids of those who are asked in it. */
	userIds: ReadonlySet<number>;
	/** How many of its circles had to be looked at; all of them where people are missing. */
	opened: number;
}

type Seating<Step> = ReadonlyMap<number, Step>;

/**
 * Shares people out among steps, so that nobody is asked in two of them, and every step gets as many
 * as it needs if that is possible at all. Whom no step needs goes to the last one that they fit.
 */
export function shareOut<Step extends Places>(steps: readonly Step[]): Array<Share<Step>> {
	const needed = matching(steps);
	const shares = steps.map((step) => ({ step, opened: openedIn(step, needed) }));
	const stepOf = new Map([...spare(shares, needed), ...needed]);
	return shares.map(({ step, opened }) => {
		const people = step.circles.slice(0, opened).flat();
		const seated = people.filter(({ userId }) => stepOf.get(userId) === step);
		return { step, opened, userIds: new Set(seated.map(({ userId }) => userId)) };
	});
}

/**
 * Which step needs whom: as many of the needed places as possible are filled, from as few circles as
 * possible (maximum bipartite matching by augmenting paths; H. W. Kuhn, 1955).
 */
function matching<Step extends Places>(steps: readonly Step[]): Seating<Step> {
	const stepOf = new Map<number, Step>();
	/** Seats somebody in a step, moving others to other steps where that makes room. */
	const fill = (step: Step, opened: number, tried: Set<number>): boolean => {
		for (const { userId } of step.circles.slice(0, opened).flat()) {
			const holder = stepOf.get(userId);
			if (holder === step || tried.has(userId)) continue;
			tried.add(userId);
			if (holder && !fill(holder, opened, tried)) continue;
			stepOf.set(userId, step);
			return true;
		}
		return false;
	};
	const missing = new Map(steps.map((step) => [step, step.needed]));
	const most = Math.max(0, ...steps.map(({ circles }) => circles.length));
	for (let opened = 1; opened <= most; opened += 1) {
		for (const step of steps) {
			let places = missing.get(step) ?? 0;
			while (places > 0 && fill(step, opened, new Set())) places -= 1;
			missing.set(step, places);
		}
	}
	return stepOf;
}

function openedIn<Step extends Places>(step: Step, needed: Seating<Step>): number {
	const seated = new Set([...needed.keys()].filter((userId) => needed.get(userId) === step));
	if (seated.size < step.needed) return step.circles.length;
	let opened = 0;
	let found = 0;
	for (const circle of step.circles) {
		// Its own circle is looked at in any case.
		if (opened > 0 && found >= step.needed) break;
		opened += 1;
		for (const { userId } of circle) if (seated.delete(userId)) found += 1;
	}
	return opened;
}

/** Where those are asked whom no step needs: in a step of their own rather than one they help out in. */
function spare<Step extends Places>(
	shares: ReadonlyArray<{ step: Step; opened: number }>,
	needed: Seating<Step>,
): Seating<Step> {
	const stepOf = new Map<number, Step>();
	const most = Math.max(0, ...shares.map(({ opened }) => opened));
	for (let index = most - 1; index >= 0; index -= 1) {
		for (const { step, opened } of shares) {
			const circle = index < opened ? (step.circles[index] ?? []) : [];
			for (const { userId } of circle) if (!needed.has(userId)) stepOf.set(userId, step);
		}
	}
	return stepOf;
}
