import type { Stretch } from './workCalendar';
import type { WorkingInterval } from './workingIntervals';

/**
 * Stretches in which no time counts, in order and without those that touch or overlap.
 * @param from epoch milliseconds; what ended before is left out
 */
export function gapsFrom(stretches: readonly Stretch[], from: number): WorkingInterval[] {
	const sorted = stretches
		.map((stretch) => ({ start: Date.parse(stretch.from), end: Date.parse(stretch.to) }))
		.filter(({ end }) => end > from)
		.sort((left, right) => left.start - right.start);
	const merged: WorkingInterval[] = [];
	for (const gap of sorted) {
		const last = merged.at(-1);
		if (last && gap.start <= last.end) last.end = Math.max(last.end, gap.end);
		else merged.push(gap);
	}
	return merged;
}

/** What is left of a stretch of working time; gaps that ended before it are taken off the list. */
export function* outsideOf(
	gaps: WorkingInterval[],
	{ start, end }: WorkingInterval,
): Generator<WorkingInterval> {
	let open = start;
	while (open < end) {
		while (gaps[0] && gaps[0].end <= open) gaps.shift();
		const [gap] = gaps;
		if (!gap || gap.start >= end) {
			yield { start: open, end };
			return;
		}
		if (gap.start > open) yield { start: open, end: gap.start };
		open = gap.end;
	}
}
