import { DateTime } from 'luxon';
import type { Breakdown, FiguresCommand } from '../../src/domain/insights/figures';
import { grouped } from './grouped';

/** What an entry is told apart by. */
export type Parts = Partial<Record<Breakdown, string | null>>;

/** Counts entries in all, and by each of what they are told apart by. */
export function breakDown<Entry extends { parts: Parts }, Counts>(
	entries: readonly Entry[],
	toldApart: readonly Breakdown[],
	count: (entries: readonly Entry[]) => Counts,
): Array<{ by: Breakdown; key: string | null } & Counts> {
	if (entries.length === 0) return [];
	const rows = [{ by: 'all' as Breakdown, key: null as string | null, ...count(entries) }];
	for (const by of toldApart) {
		const keyed = grouped(entries, ({ parts }) => [parts[by]]);
		for (const [key, group] of keyed)
			if (key !== undefined) rows.push({ by, key, ...count(group) });
	}
	return rows;
}

/** The first moment of the period that an instant is in, on the clock of its zone. */
export function periodOf(instant: string, period: FiguresCommand['period']): { period?: string } {
	if (!period) return {};
	const start = DateTime.fromISO(instant, { zone: period.zone }).startOf(period.unit);
	return { period: start.toFormat("yyyy-MM-dd'T'HH:mm") };
}

/** Median and 90th percentile, linear between neighbours, as PostgreSQL's percentile_cont. */
export function percentilesOf(values: ReadonlyArray<number | null>): [number, number] | null {
	const sorted = values.filter((value) => value !== null).sort((left, right) => left - right);
	if (sorted.length === 0) return null;
	const at = (share: number) => {
		const place = share * (sorted.length - 1);
		const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
		return low + (high - low) * (place - Math.floor(place));
	};
	return [at(0.5), at(0.9)];
}
