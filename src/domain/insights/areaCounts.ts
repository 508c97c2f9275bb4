import type { CaseEventType } from '../case/vocabulary';
import {
	type CountedFigures,
	decidedCounts,
	decisionBounds,
	eventCounts,
	openedCounts,
	waitingCounts,
} from './figures';
import { countsOf } from './figureSections';

/** What an event about no area in particular is counted under. */
const NO_AREA = 'none';

/** All that was counted of each area, those in which a part of it did not happen as well. */
export function areaCounts(counted: CountedFigures) {
	const { opened, decided, happened, waiting, events } = counted;
	const rows = [opened, decided, happened, waiting, events].flatMap((some) =>
		some.filter(({ by }) => by === 'area').map(({ key }) => key),
	);
	return [...new Set(rows)].sort().map((key) => countsOfArea(counted, key));
}

export type AreaCounts = ReturnType<typeof countsOfArea>;

function countsOfArea(counted: CountedFigures, key: string | null) {
	const isHere = (row: { by: string; key: string | null }) => row.by === 'area' && row.key === key;
	const decided = counted.decided.find(isHere);
	const waiting = counted.waiting.find(isHere);
	const events = counted.events.find(isHere);
	return {
		area: key ?? NO_AREA,
		opened: countsOf(openedCounts, counted.opened.find(isHere)),
		decided: countsOf(decidedCounts, decided),
		/** How many people decided within each of `decisionBounds`, and their seconds in all. */
		within: decided?.within ?? decisionBounds.map(() => 0),
		waitingSum: decided?.waitingSum ?? 0,
		waiting: countsOf(waitingCounts, waiting),
		/** In seconds; `null` where nothing waits. */
		oldestCase: waiting?.oldestAge ?? null,
		events: countsOf(eventCounts, events),
		oldestEvent: events?.oldestPending ?? null,
		happened: (type: CaseEventType) =>
			counted.happened.find((row) => isHere(row) && row.type === type)?.count ?? 0,
	};
}
