import type { CaseEventType } from '../case/vocabulary';
import { type CountedPart, countedParts } from './countedParts';
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
	const areas = [...countedParts(counted, 'area')];
	return areas.map(([key, part]) => countsOfArea(key ?? NO_AREA, part)).sort(byName);
}

export type AreaCounts = ReturnType<typeof countsOfArea>;

function byName(left: AreaCounts, right: AreaCounts): number {
	return left.area < right.area ? -1 : 1;
}

function countsOfArea(area: string, { opened, decided, happened, waiting, events }: CountedPart) {
	return {
		area,
		opened: countsOf(openedCounts, opened),
		decided: countsOf(decidedCounts, decided),
		/** How many people decided within each of `decisionBounds`, and their seconds in all. */
		within: decided?.within ?? decisionBounds.map(() => 0),
		waitingSum: decided?.waitingSum ?? 0,
		waiting: countsOf(waitingCounts, waiting),
		/** In seconds; `null` where nothing waits. */
		oldestCase: waiting?.oldestAge ?? null,
		events: countsOf(eventCounts, events),
		oldestEvent: events?.oldestPending ?? null,
		happened: (type: CaseEventType) => happened.find((row) => row.type === type)?.count ?? 0,
	};
}
