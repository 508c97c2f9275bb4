import type { Words } from './Words';

export const en: Words = {
	nothingWaits: 'nothing waits',
	waits: (count) => (count === 1 ? '1 case waits' : `${count} cases wait`),
	overdue: (count) => `${count} overdue`,
	dueToday: (count) => `${count} to decide today`,
	withoutDueTime: (count) => `${count} without a due time`,
	inManualQueue: (count) => `${count} in the manual queue`,
	nobodyAsked: (count) => `${count} about which nobody is asked`,
	somethingBroken: 'something is broken',
	labels: {
		asOf: 'As of',
		waiting: 'Waiting',
		longest: 'Waiting longest',
		since: (when) => `Since ${when}`,
		machinery: 'Machinery',
	},
	opened: (count) => `${count} opened`,
	decided: (count) => `${count} decided`,
	byPolicy: (count) => `${count} of them by policy`,
	ranLate: (count) => `${count} ran late`,
	escalated: (count) => `${count} escalated`,
	exhausted: (count) => `${count} handed over to the manual queue`,
	releaseRefused: (count) =>
		count === 1
			? '1 attempt to release past the approval'
			: `${count} attempts to release past the approval`,
	voteRefused: (count) =>
		count === 1
			? '1 attempt against the separation of duties'
			: `${count} attempts against the separation of duties`,
	nothingBroken: 'nothing is broken',
	notReleased: (count) => `${count} that Odoo did not carry out`,
	leftUndone: (count) => `${count} decided and left undone`,
	deadLetters: (count) => (count === 1 ? '1 dead letter' : `${count} dead letters`),
	lateEvents: (minutes) => `an event has waited for ${minutes} minutes`,
	headings: {
		today: 'To decide today',
		waiting: 'Waiting too',
		ranLate: 'Ran late',
		notReleased: 'Odoo did not carry these out',
		leftUndone: 'Decided, and nobody carried them out',
		people: 'Whom it waits for',
		areas: 'What it is about',
	},
	asked: (names) => `asked: ${names}`,
	nobody: 'nobody is asked',
	owner: (name) => `looked after by ${name}`,
	openedOn: (when) => `since ${when}`,
	noDueTime: 'no due time',
	stillOpen: 'still open',
	decidedBy: (answer, who, when) => `${answer} by ${who}, ${when}`,
	others: (count) => `${count} more`,
	more: (count) => `… and ${count} more in Odoo`,
	cases: 'Cases in Odoo',
	deadLetterList: 'Dead letters in Odoo',
	dashboard: 'Dashboard',
};
