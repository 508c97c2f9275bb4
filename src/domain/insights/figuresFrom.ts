import { DateTime } from 'luxon';
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

/** What the ledger counted, as people want to know it. */
export function figuresFrom(counted: CountedFigures, period: FiguresCommand['period']): Figures {
	const { at, from, to, rules } = counted;
	return {
		at,
		from,
		to,
		total: rowOf(counted, 'all', null),
		byPeriod: period ? periodsIn(counted, period).map((key) => rowOf(counted, 'period', key)) : [],
		byArea: rowsOf(counted, 'area'),
		byCompany: rowsOf(counted, 'company'),
		byApprover: rowsOf(counted, 'approver').filter(({ key }) => key !== null),
		byPolicy: rowsOf(counted, 'policy'),
		rules: rules.map((rule) => ({
			...rule,
			overrideShare: share(rule.approved, rule.approved + rule.rejected + rule.sentBack),
		})),
	};
}

function rowsOf(counted: CountedFigures, by: Breakdown): FigureRow[] {
	const keys = new Set(
		cohortsOf(counted)
			.flatMap((rows) => rows.filter((row) => row.by === by))
			.map(({ key }) => key),
	);
	return [...keys].map((key) => rowOf(counted, by, key)).sort(byWeight);
}

function cohortsOf({ opened, decided, happened, waiting, events }: CountedFigures) {
	return [opened, decided, happened, waiting, events];
}

function byWeight(left: FigureRow, right: FigureRow): number {
	return weightOf(right) - weightOf(left) || left.label.localeCompare(right.label);
}

function weightOf({ opened, decided, waiting }: FigureRow): number {
	return (opened?.count ?? 0) + decided.byPeople + decided.byPolicy + (waiting?.count ?? 0);
}

function rowOf(counted: CountedFigures, by: Breakdown, key: string | null): FigureRow {
	const isPart = (row: { by: Breakdown; key: string | null }) => row.by === by && row.key === key;
	const { opened, decided, happened, waiting, events } = counted;
	const goesByEvents = by === 'all' || by === 'period' || by === 'area';
	return {
		key,
		label: labelOf(counted, by, key),
		opened: by === 'approver' ? null : openedFigures(opened.find(isPart)),
		decided: decidedFigures(decided.find(isPart)),
		happened: happenedFigures(happened.filter(isPart)),
		waiting: by === 'period' ? null : waitingFigures(waiting.find(isPart)),
		events: goesByEvents ? eventFigures(events.find(isPart)) : null,
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
