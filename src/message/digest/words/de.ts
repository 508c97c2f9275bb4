import type { Words } from './Words';

export const de: Words = {
	nothingWaits: 'nichts wartet',
	waits: (count) => (count === 1 ? '1 Vorgang wartet' : `${count} Vorgänge warten`),
	overdue: (count) => `${count} überfällig`,
	dueToday: (count) => `${count} heute zu entscheiden`,
	withoutDueTime: (count) => `${count} ohne Frist`,
	inManualQueue: (count) => `${count} in der Klärungsliste`,
	nobodyAsked: (count) => `${count}, zu denen niemand gefragt ist`,
	somethingBroken: 'etwas ist gestört',
	labels: {
		asOf: 'Stand',
		waiting: 'Es warten',
		longest: 'Am längsten wartet einer',
		since: (when) => `Seit ${when}`,
		machinery: 'Technik',
	},
	opened: (count) => `${count} eröffnet`,
	decided: (count) => `${count} entschieden`,
	byPolicy: (count) => `davon ${count} durch die Richtlinie`,
	ranLate: (count) => `${count} nicht in der Frist`,
	escalated: (count) => `${count} eskaliert`,
	exhausted: (count) => `${count} in die Klärungsliste übergeben`,
	releaseRefused: (count) =>
		count === 1
			? '1 Versuch, an der Freigabe vorbei freizugeben'
			: `${count} Versuche, an der Freigabe vorbei freizugeben`,
	voteRefused: (count) =>
		count === 1
			? '1 Versuch gegen die Funktionstrennung'
			: `${count} Versuche gegen die Funktionstrennung`,
	nothingBroken: 'nichts ist gestört',
	notReleased: (count) => `${count} von Odoo nicht ausgeführt`,
	leftUndone: (count) => `${count} entschieden und liegen geblieben`,
	deadLetters: (count) =>
		count === 1 ? '1 unzustellbares Ereignis' : `${count} unzustellbare Ereignisse`,
	lateEvents: (minutes) => `ein Ereignis wartet seit ${minutes} Minuten`,
	headings: {
		today: 'Heute zu entscheiden',
		waiting: 'Es warten auch',
		ranLate: 'Nicht in der Frist',
		notReleased: 'Von Odoo nicht ausgeführt',
		leftUndone: 'Entschieden und liegen geblieben',
		people: 'Auf wen gewartet wird',
		areas: 'Worum es geht',
	},
	asked: (names) => `gefragt: ${names}`,
	nobody: 'niemand ist gefragt',
	owner: (name) => `in der Obhut von ${name}`,
	openedOn: (when) => `seit ${when}`,
	noDueTime: 'ohne Frist',
	stillOpen: 'noch offen',
	decidedBy: (answer, who, when) => `${answer} durch ${who}, ${when}`,
	others: (count) => `${count} weitere`,
	more: (count) => `… und ${count} weitere in Odoo`,
	cases: 'Vorgänge in Odoo',
	deadLetterList: 'Unzustellbare Ereignisse in Odoo',
	dashboard: 'Übersicht',
};
