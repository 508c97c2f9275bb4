import type { TimeComparison } from '../anomalies';
import { deviationsAbove } from '../statistics';
import type { Found, Told } from './Finding';
import { dayWords, durationWords, timesWords } from './words';

/** Robust standard errors from which a time is longer by more than chance. */
const LIKELY = 3;
const VERY_LIKELY = 5;
/** What takes half as long again matters; less does not, however sure it is. */
const LEAST_FACTOR = 1.5;
/** Times that differ by a tenth are the same. */
const LEAST_MAD = 0.1;
/** Nobody would do anything about less. */
const leastSeconds = { approver: 900, people: 900, routing: 120, applying: 120 } as const;

/** Approvers and steps that take longer than they did. */
export function findTimes(times: readonly TimeComparison[], told: Told): Found[] {
	return times.flatMap((time) => {
		const { kind, area, base, recent, since, caseIds } = time;
		const sure = deviationsAbove(base, recent, LEAST_MAD);
		const [before, now] = [base.median, recent.median].map((log) => Math.exp(log) - 1) as [
			number,
			number,
		];
		const factor = Math.exp(recent.median - base.median);
		if (sure < LIKELY || factor < LEAST_FACTOR || now < leastSeconds[kind]) return [];
		return [
			{
				kind: kind === 'approver' ? 'slow_approver' : 'slow_step',
				area,
				about: aboutWords(time, told),
				what: `${subjectWords(time, told)} ${durationWords(now)} as a rule, ${timesWords(factor)} as long as before (${String(recent.count)} cases in ${dayWords(told.recentDays)}).`,
				comparedWith: `${durationWords(before)} as a rule, in ${String(base.count)} cases of the ${dayWords(told.baseDays)} before.`,
				since,
				certainty: sure < VERY_LIKELY ? 'likely' : 'very likely',
				caseIds,
				todo: todoWords(time, told),
			},
		];
	});
}

const steps = {
	people: 'Waiting for people',
	routing: 'From Odoo to a case',
	applying: 'Carrying out',
};

function aboutWords({ kind, key }: TimeComparison, told: Told): string {
	return kind === 'approver' ? told.user(key) : steps[kind];
}

function subjectWords({ kind, area, key }: TimeComparison, told: Told): string {
	const label = told.areaLabel(area);
	if (kind === 'approver') return `${told.user(key)} takes over ${label}`;
	if (kind === 'people') return `${label}: people take`;
	if (kind === 'routing') return `${label}: from the change in Odoo to the case it takes`;
	return `${label}: from the decision to what becomes of the record it takes`;
}

function todoWords({ kind, key }: TimeComparison, told: Told): string {
	if (kind === 'approver')
		return `Ask whether ${told.user(key)} is away or has too much to do. Name a deputy, or let others decide as well.`;
	if (kind === 'people')
		return 'See who is asked, and whether the authority has enough people for it.';
	if (kind === 'routing')
		return 'Look at the executions in n8n: whether they wait for each other, fail, or n8n was down.';
	return 'Look at the executions in n8n after a decision, and at what Odoo does when the record is released.';
}
