import type {
	Breakdown,
	CountedFigures,
	DecidedRow,
	EventsRow,
	HappenedRow,
	OpenedRow,
	WaitingRow,
} from './figures';

/** All that was counted of one part of the whole; nothing of what did not happen in it. */
export interface CountedPart {
	opened?: OpenedRow;
	decided?: DecidedRow;
	/** One for each kind of entry. */
	happened: HappenedRow[];
	waiting?: WaitingRow;
	events?: EventsRow;
}

/** What was counted, by each part of one breakdown. */
export function countedParts(
	{ opened, decided, happened, waiting, events }: CountedFigures,
	by: Breakdown,
): Map<string | null, CountedPart> {
	const parts = new Map<string | null, CountedPart>();
	const each = <Row extends { by: Breakdown; key: string | null }>(
		rows: readonly Row[],
		keep: (part: CountedPart, row: Row) => void,
	) => {
		for (const row of rows) {
			if (row.by !== by) continue;
			const part = parts.get(row.key) ?? { happened: [] };
			parts.set(row.key, part);
			keep(part, row);
		}
	};
	each(opened, (part, row) => (part.opened = row));
	each(decided, (part, row) => (part.decided = row));
	each(happened, (part, row) => part.happened.push(row));
	each(waiting, (part, row) => (part.waiting = row));
	each(events, (part, row) => (part.events = row));
	return parts;
}
