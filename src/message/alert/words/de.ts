import type { AlertWords } from './AlertWords';

export const de: AlertWords = {
	labels: { asOf: 'Stand', since: 'Seit', threshold: 'In Ordnung sind', toDo: 'Was zu tun ist' },
	kinds: {
		oldestWaiting: {
			exceeded: (hours) => `ein Vorgang wartet seit ${hours} Stunden`,
			fine: 'kein Vorgang wartet zu lange',
			upTo: (hours) => `bis zu ${hours} Stunden`,
			toDo: 'Die Gefragten ansprechen oder jemand anderen entscheiden lassen: im Vorgang „Decide in Their Place“ wählen.',
			list: 'Vorgänge in Odoo',
		},
		overdueCases: {
			exceeded: (count) =>
				count === '1' ? 'ein Vorgang ist überfällig' : `${count} Vorgänge sind überfällig`,
			fine: 'nicht zu viele Vorgänge sind überfällig',
			upTo: (count) => `bis zu ${count} Vorgänge`,
			toDo: 'Nachsehen, auf wen sie warten und ob jemand abwesend ist, der seine Befugnis hätte weitergeben sollen.',
			list: 'Überfällige Vorgänge in Odoo',
		},
		deadLetters: {
			exceeded: (count) => `unzustellbare Ereignisse: ${count}`,
			fine: 'nicht zu viele unzustellbare Ereignisse',
			upTo: (count) => `bis zu ${count}`,
			toDo: 'Den Fehler eines jeden lesen, seine Ursache beheben und „Replay“ wählen.',
			list: 'Unzustellbare Ereignisse in Odoo',
		},
		outboxLag: {
			exceeded: (minutes) => `ein Ereignis wartet seit ${minutes} Minuten`,
			fine: 'Ereignisse kommen rechtzeitig an',
			upTo: (minutes) => `bis zu ${minutes} Minuten`,
			toDo: 'Nachsehen, ob n8n läuft, seine Workflows veröffentlicht sind und Odoo es erreicht.',
			list: 'Ereignisse in Odoo',
		},
		lateDecisions: {
			exceeded: (percent) => `${percent} % der Entscheidungen kamen zu spät`,
			fine: 'nicht zu viele Entscheidungen kommen zu spät',
			upTo: (percent) => `bis zu ${percent} %`,
			toDo: 'Nachsehen, wer am meisten gefragt wird und ob die zugesagten Fristen zu halten sind.',
			list: 'Vorgänge in Odoo',
		},
	},
};
