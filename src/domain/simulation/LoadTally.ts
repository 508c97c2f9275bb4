import { DateTime } from 'luxon';
import type { PolicyResult } from '../policy/policyResult';
import { Counter, percentOf } from './tallies';

/** Work for approvers, in cases. */
export interface Load {
	cases: number;
	/** Percent of all cases. */
	share: number;
	/** On average, over the days from the first case to the last; `null` when no case has a date. */
	perWeek: number | null;
	busiestDay: { day: string; cases: number } | null;
}

export interface RoleLoad extends Load {
	/** `null` for cases that need people of whom the policy names no role. */
	role: string | null;
	slaClass: string;
}

/** The load that a policy puts on approvers, together and by role and SLA class. */
export interface ApproverLoad extends Load {
	byRole: RoleLoad[];
}

interface Days {
	first: string;
	last: string;
}

/** Adds up what approvers would have to decide. Days are those of the policy's time zone. */
export class LoadTally {
	private all = 0;
	private days: Days | null = null;
	private readonly together = new DayCounter();
	private readonly byRole = new Map<string, RoleCounter>();

	constructor(private readonly zone: string) {}

	add(at: string | null, { outcome, role, slaClass }: PolicyResult): void {
		const day = at === null ? null : dayOf(at, this.zone);
		this.all += 1;
		if (day !== null) this.days = spanning(this.days, day);
		if (outcome !== 'require_approval' && outcome !== 'escalate') return;

		const key = JSON.stringify([role, slaClass]);
		const one = this.byRole.get(key) ?? { role, slaClass, days: new DayCounter() };
		this.byRole.set(key, one);
		one.days.add(day);
		this.together.add(day);
	}

	/** The greatest load first. */
	result(): ApproverLoad {
		const byRole = [...this.byRole.values()].map(({ role, slaClass, days }) => ({
			role,
			slaClass,
			...days.result(this.all, this.days),
		}));
		return {
			...this.together.result(this.all, this.days),
			byRole: byRole.sort((left, right) => right.cases - left.cases),
		};
	}
}

interface RoleCounter {
	role: string | null;
	slaClass: string;
	days: DayCounter;
}

class DayCounter {
	private cases = 0;
	private dated = 0;
	private readonly byDay = new Counter<string>();

	add(day: string | null): void {
		this.cases += 1;
		if (day === null) return;
		this.dated += 1;
		this.byDay.add(day);
	}

	result(all: number, days: Days | null): Load {
		const [busiest] = this.byDay.entries();
		return {
			cases: this.cases,
			share: percentOf(this.cases, all),
			perWeek: days && Math.round((this.dated / weeksIn(days)) * 10) / 10,
			busiestDay: busiest ? { day: busiest[0], cases: busiest[1] } : null,
		};
	}
}

function dayOf(at: string, zone: string): string | null {
	return DateTime.fromISO(at, { zone }).toISODate();
}

function spanning(days: Days | null, day: string): Days {
	if (!days) return { first: day, last: day };
	if (day < days.first) return { ...days, first: day };
	return day > days.last ? { ...days, last: day } : days;
}

/** Less than a week counts as one, or one busy day would be told as seven. */
function weeksIn({ first, last }: Days): number {
	const days = DateTime.fromISO(last).diff(DateTime.fromISO(first), 'days').days + 1;
	return Math.max(1, Math.round(days) / 7);
}
