import type { AlertWords } from './AlertWords';

export const en: AlertWords = {
	labels: { asOf: 'As of', since: 'Since', threshold: 'Fine is', toDo: 'What to do' },
	kinds: {
		oldestWaiting: {
			exceeded: (hours) => `a case has waited for ${hours} hours`,
			fine: 'no case waits too long',
			upTo: (hours) => `up to ${hours} hours`,
			toDo: 'Ask those who are asked about it, or have somebody else decide: open the case and choose Decide in Their Place.',
			list: 'Cases in Odoo',
		},
		overdueCases: {
			exceeded: (count) => (count === '1' ? 'a case is overdue' : `${count} cases are overdue`),
			fine: 'not too many cases are overdue',
			upTo: (count) => `up to ${count} cases`,
			toDo: 'Look whom they wait for, and whether somebody is away who should have handed their authority on.',
			list: 'Overdue cases in Odoo',
		},
		deadLetters: {
			exceeded: (count) => `dead letters: ${count}`,
			fine: 'not too many dead letters',
			upTo: (count) => `up to ${count}`,
			toDo: 'Read the error of each, put its cause right, and press Replay.',
			list: 'Dead letters in Odoo',
		},
		outboxLag: {
			exceeded: (minutes) => `an event has waited for ${minutes} minutes`,
			fine: 'events get through in time',
			upTo: (minutes) => `up to ${minutes} minutes`,
			toDo: 'Look whether n8n runs, whether its workflows are published, and whether Odoo reaches it.',
			list: 'Events in Odoo',
		},
		lateDecisions: {
			exceeded: (percent) => `${percent} % of decisions were late`,
			fine: 'not too many decisions are late',
			upTo: (percent) => `up to ${percent} %`,
			toDo: 'Look who is asked about most, and whether the promised times can be kept.',
			list: 'Cases in Odoo',
		},
	},
};
