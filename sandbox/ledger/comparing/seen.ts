import type { CommandOf } from '../../../src/domain/case/commands';
import type { Row } from '../../orm/Database';
import type { Environment } from '../../orm/Environment';
import { textIn } from '../../orm/rowValues';
import { percentilesOf } from '../breakDown';
import { grouped } from '../grouped';

/** One thing seen: of whom, when, and what. */
export interface Seen<Kind, Value> {
	kind: Kind;
	area: string;
	key: string;
	fact: string;
	at: string;
	value: Value;
	id: number | null;
}

export interface Look {
	env: Environment;
	command: CommandOf<'anomalies'>;
	cases: Case[];
	at: string;
	recentFrom: string;
	baseFrom: string;
}

export interface Case {
	row: Row;
	openedAt: string;
}

/** What was seen of the cases; nothing where a time or a value is not known. */
export function seenOf<Kind extends string, Value>(
	{ cases, baseFrom, at }: Look,
	kind: Kind,
	about: (one: Case) => Array<{
		key: string;
		at: string | null;
		value: Value | null;
		fact?: string;
	}>,
): Array<Seen<Kind, Value>> {
	return cases.flatMap((one) =>
		about(one).flatMap(({ key, at: when, value, fact = '' }) => {
			if (when === null || value === null || when < baseFrom || when > at) return [];
			const area = textIn(one.row, 'x_area');
			return [{ kind, area, key, fact, at: when, value, id: one.row.id }];
		}),
	);
}

export function bySubject<Kind, Value>(seen: ReadonlyArray<Seen<Kind, Value>>) {
	return grouped(seen, ({ kind, area, key, fact }) => [
		JSON.stringify([kind, area, fact, key]),
	]).map(([, entries]) => entries);
}

export function shown<Kind, Value>(entries: ReadonlyArray<Seen<Kind, Value>>) {
	return {
		since: entries.map(({ at }) => at).sort()[0] ?? null,
		caseIds: entries.flatMap(({ id }) => id ?? []).slice(0, 5),
	};
}

/** In the order in which what was seen is shown. */
export function newestFirst(left: Seen<unknown, unknown>, right: Seen<unknown, unknown>): number {
	return right.at.localeCompare(left.at) || (right.id ?? 0) - (left.id ?? 0);
}

export function median(values: readonly number[]): number {
	return percentilesOf(values)?.[0] ?? 0;
}

/** What is usual; `null` where there is too little to say. */
export function usualOf({ command }: Look, values: readonly number[]) {
	if (values.length < command.least.base) return null;
	const middle = median(values);
	const mad = median(values.map((value) => Math.abs(value - middle)));
	return { count: values.length, median: middle, mad };
}
