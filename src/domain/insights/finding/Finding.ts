import type { Comparisons } from '../anomalies';

/** What can be found. */
export type FindingKind =
	| 'slow_approver'
	| 'slow_step'
	| 'late_decisions'
	| 'frequent_overrides'
	| 'rule_rarely_upheld'
	| 'just_below_a_rule'
	| 'partner_signal'
	| 'many_requests'
	| 'unusual_amount'
	| 'error_cluster';

/** Something that is not as it was, or not as with the others; with what it was compared with. */
export interface Finding {
	kind: FindingKind;
	area: string;
	areaLabel: string;
	/** Whom or what it is about, as people call it. */
	about: string;
	what: string;
	comparedWith: string;
	/** When the first of the cases showed it; ISO 8601 UTC. */
	since: string | null;
	/** Of a thousand, or of ten thousand, hardly one would be so by chance. */
	certainty: 'likely' | 'very likely';
	/** Those that show it most, five at most. */
	cases: Array<{ id: number; url: string }>;
	todo: string;
}

/** A finding before it is known where its cases are. */
export type Found = Omit<Finding, 'areaLabel' | 'cases'> & { caseIds: number[] };

/** What sentences need beside the comparison itself. */
export interface Told {
	areaLabel(area: string): string;
	user(key: string): string;
	partner(key: string): string;
	/** How long both times are. */
	recentDays: number;
	baseDays: number;
}

const DAY_MS = 86_400_000;

export function toldBy({ labels, at, recentFrom, baseFrom }: Comparisons): Told {
	const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;
	return {
		areaLabel: (area) => labels.area[area] ?? area.replaceAll('_', ' '),
		user: (key) => labels.user[key] ?? `User ${key}`,
		partner: (key) => labels.partner[key] ?? `Partner ${key}`,
		recentDays: days(recentFrom, at),
		baseDays: days(baseFrom, recentFrom),
	};
}
