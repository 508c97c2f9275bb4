import { DateTime } from 'luxon';
import { type CountedPart, countedParts } from './countedParts';
import type { Breakdown, CountedFigures, FiguresCommand } from './figures';
import {
	type DecidedFigures,
	decidedFigures,
	type EventFigures,
	eventFigures,
	type HappenedFigures,
	happenedFigures,
	type OpenedFigures,
	openedFigures,
	share,
	type WaitingFigures,
	waitingFigures,
} from './figureSections';

/** One part of the whole. A section that does not go by this breakdown is `null`. */
export interface FigureRow {
	/** As `figures.ts` has it; `null` for the total, and for what has no company. */
	key: string | null;
	label: string;
	opened: OpenedFigures | null;
	decided: DecidedFigures;
	happened: HappenedFigures;
	waiting: WaitingFigures | null;
	events: EventFigures | null;
}

/** What people said to the cases that one rule asked about. */
export type RuleFigures = CountedFigures['rules'][number] & {
	/** Approved all the same. */
	overrideShare: number | null;
};

/** What was asked, decided and done in a time, and what waits now. */
export interface Figures {
	/** Odoo's clock; ISO 8601 UTC. */
	at: string;
	from: string | null;
	to: string;
	total: FigureRow;
	/** From first to last, those in which nothing happened as well; empty without periods. */
	byPeriod: FigureRow[];
	/** Those with the most cases come first. */
	byArea: FigureRow[];
	byCompany: FigureRow[];
	/** People who decided, tried, or are asked now. */
	byApprover: FigureRow[];
	byPolicy: FigureRow[];
	/** The most asked first. */
	rules: RuleFigures[];
}

const nothing: CountedPart = { happened: [] };

/** What the ledger counted, as people want to know it. */
export function figuresFrom(counted: CountedFigures, period: FiguresCommand['period']): Figures {
	const { at, from, to, rules } = counted;
	return {
		at,
		from,
		to,
		total: rowOf(counted, 'all', null, countedParts(counted, 'all').get(null) ?? nothing),
		byPeriod: period ? rowsOf(counted, 'period', periodsIn(counted, period)) : [],
		byArea: rowsOf(counted, 'area').sort(byWeight),
		byCompany: rowsOf(counted, 'company').sort(byWeight),
		byApprover: rowsOf(counted, 'approver')
			.filter(({ key }) => key !== null)
			.sort(byWeight),
		byPolicy: rowsOf(counted, 'policy').sort(byWeight),
		rules: rules.map((rule) => ({
			...rule,
			overrideShare: share(rule.approved, rule.approved + rule.rejected + rule.sentBack),
		})),
	};
}

/** @param keys of the parts to tell; those of which something was counted, when left out */
function rowsOf(
	counted: CountedFigures,
	by: Breakdown,
	keys?: ReadonlyArray<string | null>,
): FigureRow[] {
	const parts = countedParts(counted, by);
	return [...(keys ?? parts.keys())].map((key) =>
		rowOf(counted, by, key, parts.get(key) ?? nothing),
	);
}

function byWeight(left: FigureRow, right: FigureRow): number {
	return weightOf(right) - weightOf(left) || left.label.localeCompare(right.label);
}

function weightOf({ opened, decided, waiting }: FigureRow): number {
	return (opened?.count ?? 0) + decided.byPeople + decided.byPolicy + (waiting?.count ?? 0);
}

function rowOf(
	counted: CountedFigures,
	by: Breakdown,
	key: string | null,
	{ opened, decided, happened, waiting, events }: CountedPart,
): FigureRow {
	const goesByEvents = by === 'all' || by === 'period' || by === 'area';
	return {
		key,
		label: labelOf(counted, by, key),
		opened: by === 'approver' ? null : openedFigures(opened),
		decided: decidedFigures(decided),
		happened: happenedFigures(happened),
		waiting: by === 'period' ? null : waitingFigures(waiting),
		events: goesByEvents ? eventFigures(events) : null,
	};
}

function labelOf({ labels }: CountedFigures, by: Breakdown, key: string | null): string {
	if (by === 'all') return 'All';
	if (key === null) return 'None';
	if (by === 'period') return key.replace('T00:00', '').replace('T', ' ');
	return by === 'policy' ? key : (labels[by][key] ?? key);
}

/** Every period of the time, on the clock of its zone, as the ledger names them. */
function periodsIn(
	{ from, to }: CountedFigures,
	{ unit, zone }: NonNullable<FiguresCommand['period']>,
): string[] {
	if (from === null) return [];
	const end = DateTime.fromISO(to, { zone });
	const periods: string[] = [];
	let start = DateTime.fromISO(from, { zone }).startOf(unit);
	while (start < end) {
		periods.push(start.toFormat("yyyy-MM-dd'T'HH:mm"));
		start = start.plus({ [unit]: 1 }).startOf(unit);
	}
	return periods;
}
