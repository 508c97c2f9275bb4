import type { Trouble } from '../../../domain/insights/troubles';
import type { PeriodUnit } from '../formatFigures';

interface Words {
	title: string;
	text: string;
}

/** Why the dashboard is not shown. */
export type DashboardFault = 'invalid' | 'expired' | 'unavailable';

/** Every sentence of the dashboard, in one language; what the approver's page says too comes from there. */
export interface DashboardTexts {
	dashboard: string;
	asOf(when: string): string;
	since(when: string): string;
	only(areas: string): string;
	nothingWaits: string;
	waits(count: number): string;
	overdue(count: number): string;
	healthy: string;
	troubles: Record<Trouble, { what(count: string): string; todo: string }>;
	keys: {
		heading: string;
		waiting: string;
		overdue: string;
		oldest: string;
		attention: string;
		attentionHint: string;
		decided: string;
		decidedHint(people: string): string;
		autoApproved: string;
		median: string;
		p90: string;
		late: string;
		lateHint(share: string): string;
	};
	queue: {
		heading: string;
		record: string;
		amount: string;
		asked: string;
		age: string;
		due: string;
		overdue: string;
		today: string;
		noDueTime: string;
		nobody: string;
		/** Who looks after it in the manual queue. */
		owner(name: string): string;
		case: string;
		more(count: string): string;
		all: string;
	};
	stuck: {
		heading: string;
		byArea: string;
		byPeople: string;
		area: string;
		person: string;
		waiting: string;
		inTime: string;
		withoutDueTime: string;
		overdue: string;
		oldest: string;
		/** A chart in words. */
		waitingWords(name: string, waiting: string, overdue: string): string;
		bySteps: string;
		step: string;
		routing: string;
		deciding: string;
		applying: string;
		median: string;
		p90: string;
		nobody: string;
	};
	trend: {
		heading: string;
		by: Record<PeriodUnit, string>;
		period: string;
		flow: string;
		opened: string;
		autoApproved: string;
		forPeople: string;
		decided: string;
		flowWords(opened: string, autoApproved: string, decided: string): string;
		times: string;
		nobodyDecided: string;
		timesWords(median: string, p90: string): string;
		late: string;
		decidedLate: string;
		noneLate: string;
		lateWords(late: string): string;
	};
	promises: {
		heading: string;
		ranOut: string;
		none: string;
		promised: string;
		became: string;
		stillOpen: string;
		by(answer: string, who: string): string;
		escalated: string;
		exhausted: string;
		inManualQueue: string;
		releaseRefused: string;
		voteRefused: string;
	};
	rules: {
		heading: string;
		rule: string;
		policy: string;
		byDefault: string;
		decided: string;
		overridden: string;
		note: string;
		none: string;
	};
	health: {
		heading: string;
		written: string;
		pending: string;
		oldestPending: string;
		lag: string;
		lagHint(half: string): string;
		retried: string;
		failed: string;
		dead: string;
		deadLetterList: string;
		notReleased: string;
		leftUndone: string;
		said: string;
	};
	table: string;
	noCase: string;
	footer: string;
	faults: Record<DashboardFault, Words>;
}
