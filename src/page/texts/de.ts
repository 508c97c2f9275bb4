import type { Texts } from './Texts';

const inOdoo = 'In Odoo finden Sie den Vorgang weiterhin unter Approvals.';
const again = 'Bitte öffnen Sie den Link noch einmal aus Ihrer Nachricht.';

export const de: Texts = {
	product: 'Freigaben',
	urgent: 'Dringend',
	requestedBy: 'Angefragt von',
	due: 'Entscheidung bis',
	wasDue: 'Fällig war',
	openInOdoo: 'In Odoo öffnen',
	stepOf: (step, steps) => `Schritt ${step} von ${steps}`,
	standsInFor: (name) => `Sie antworten in Vertretung${name === null ? '' : ` von ${name}`}.`,
	why: 'Warum das eine Freigabe braucht',
	whyNothing: 'Die Richtlinie lässt jeden solchen Vorgang von einem Menschen prüfen.',
	whySampled:
		'Die Richtlinie hätte es freigegeben. Der Vorgang wurde als Stichprobe gezogen, damit ihn jemand ansieht.',
	missingFacts: 'Nicht bekannt, daher nicht von selbst freigegeben:',
	figures: 'Auf einen Blick',
	lines: 'Positionen',
	adviceByModel: 'Hinweis eines KI-Modells',
	adviceByModelNote: 'Er kann falsch sein. Er entscheidet nichts.',
	adviceByRules: 'Zusammenfassung',
	confidence: 'Sicherheit',
	points: { for: 'Dafür', against: 'Dagegen', question: 'Frage' },
	people: 'Wer gefragt ist',
	you: 'Sie',
	quorumOne: 'Eine Freigabe genügt.',
	quorum: (needed, asked) => `${needed} von ${asked} müssen freigeben.`,
	hasAnswered: (answer) => `hat ${answer}`,
	trail: 'Was bisher geschah',
	byPolicy: 'Richtlinie',
	footer: (caseName) => `Vorgang ${caseName}`,
	footerPolicy: (id, version, hash) => `Richtlinie ${id}, Version ${version} (${hash})`,
	form: {
		approve: 'Freigeben',
		reject: 'Ablehnen',
		sendBack: 'Zurückgeben',
		notApproving: 'Ablehnen oder zurückgeben',
		reasonCode: 'Art des Grundes',
		reasonCodeNone: 'Bitte wählen',
		reasonCodeHint: 'Zum Ablehnen nötig.',
		reason: 'Grund, oder was Sie wissen möchten',
		reasonHint: 'Zum Ablehnen oder Zurückgeben nötig; wer angefragt hat, liest es.',
		others: 'Jemand anderen entscheiden lassen',
		forwardTo: 'Weiterleiten an',
		note: 'Bemerkung dazu',
		forward: 'Weiterleiten',
		abstain: 'Den anderen überlassen',
		inOdoo: 'In Odoo entscheiden',
		inOdooHint:
			'Das Risiko ist zu hoch, um über einen Link zu entscheiden. In Odoo ist bekannt, wer Sie sind.',
	},
	faults: {
		reasonMissing: 'Bitte geben Sie einen Grund an, bevor Sie ablehnen oder zurückgeben.',
		reasonCodeMissing: 'Bitte wählen Sie die Art des Grundes, bevor Sie ablehnen.',
		decisionMissing: 'Bitte wählen Sie Freigeben, Ablehnen oder Zurückgeben.',
		forwardMissing: 'Bitte wählen Sie, an wen der Vorgang weitergeleitet wird.',
		formStale:
			'Diese Seite war lange offen. Es wurde nichts entschieden; bitte drücken Sie noch einmal.',
	},
	reasonCodes: {
		price: 'Preis',
		margin: 'Marge',
		credit: 'Kredit',
		terms: 'Konditionen',
		missing_information: 'Fehlende Angaben',
		not_needed: 'Nicht nötig',
		duplicate: 'Doppelt',
		compliance: 'Gegen die Regeln',
		other: 'Anderes',
	},
	decided: { approved: 'freigegeben', rejected: 'abgelehnt', sent_back: 'zurückgegeben' },
	events: {
		opened: 'Vorgang eröffnet',
		waiting: 'Warten auf eine Entscheidung',
		voted: 'Geantwortet',
		vote_refused: 'Antwort nicht angenommen',
		abstained: 'Den anderen überlassen',
		forwarded: 'Weitergeleitet',
		taken_over: 'Übernommen',
		step_approved: 'Schritt freigegeben',
		approved: 'Freigegeben',
		rejected: 'Abgelehnt',
		sent_back: 'Zurückgegeben',
		recalled: 'Zurückgezogen',
		expedited: 'Als dringend markiert',
		escalated: 'An andere eskaliert',
		exhausted: 'An die Freigabeleitung übergeben',
		superseded: 'Beendet, weil sich der Beleg geändert hat',
		released: 'In Odoo ausgeführt',
		kept: 'In Odoo unverändert gelassen',
		not_released: 'Von Odoo nicht ausgeführt',
		noted: 'Bemerkung',
	},
	links: {
		invalid: {
			title: 'Dieser Link funktioniert nicht',
			text: `Er ist unvollständig oder wurde unterwegs verändert. ${again} ${inOdoo}`,
		},
		expired: {
			title: 'Dieser Link ist abgelaufen',
			text: `Links gelten nur eine begrenzte Zeit. ${inOdoo}`,
		},
		otherCase: {
			title: 'Dieser Link gehört zu einem anderen Vorgang',
			text: `${again} ${inOdoo}`,
		},
		notHere: { title: 'Hier gibt es nichts zu entscheiden', text: `${again} ${inOdoo}` },
		unavailable: {
			title: 'Odoo antwortet gerade nicht',
			text: 'Es wurde nichts entschieden, und nichts ist verloren. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
		},
		unreadable: {
			title: 'Das war nicht zu verstehen',
			text: 'Es wurde nichts entschieden. Bitte öffnen Sie den Link noch einmal und benutzen Sie seine Knöpfe.',
		},
	},
	refusals: {
		CASE_CLOSED: {
			title: 'Dieser Vorgang ist beendet',
			text: 'Hier ist nichts mehr zu entscheiden.',
		},
		STALE_ROUND: {
			title: 'Inzwischen sind andere gefragt',
			text: `Dieser Link gehört zu einer früheren Runde. Werden Sie wieder gefragt, erhalten Sie einen neuen. ${inOdoo}`,
		},
		NOT_ASKED: {
			title: 'Sie sind zu diesem Vorgang nicht gefragt',
			text: `Es wurde nichts entschieden. ${inOdoo}`,
		},
		SEPARATION_OF_DUTIES: {
			title: 'Das muss jemand anderes entscheiden',
			text: 'Sie waren an der Anfrage oder an einem früheren Schritt beteiligt, und niemand entscheidet über die eigene Arbeit. Der Versuch ist am Vorgang vermerkt.',
		},
		ALREADY_VOTED: {
			title: 'Sie haben schon geantwortet',
			text: 'Ihre erste Antwort zählt. Um sie zu ändern, wenden Sie sich an die Freigabeleitung.',
		},
		REASON_REQUIRED: {
			title: 'Es fehlt ein Grund',
			text: 'Zum Ablehnen und Zurückgeben gehört ein Grund.',
		},
		REASON_CODE_REQUIRED: {
			title: 'Es fehlt die Art des Grundes',
			text: 'Zum Ablehnen gehört die Art des Grundes.',
		},
		RECORD_CHANGED: {
			title: 'Das hat sich inzwischen geändert',
			text: 'Es wurde nichts entschieden. Braucht es noch eine Freigabe, wird neu angefragt.',
		},
		ODOO_ONLY: {
			title: 'Bitte entscheiden Sie in Odoo',
			text: `Das Risiko ist für einen Link zu hoch. ${inOdoo}`,
		},
		NOBODY_LEFT: {
			title: 'Es bliebe niemand, der entscheidet',
			text: 'Es hat sich nichts geändert. Bitte leiten Sie den Vorgang stattdessen weiter.',
		},
		NOT_ELIGIBLE: {
			title: 'Diese Person kann das nicht entscheiden',
			text: 'Wen Sie gewählt haben, hat dafür keine Befugnis oder war beteiligt. Es hat sich nichts geändert.',
		},
		NOT_REQUESTER: {
			title: 'Das ist nicht Ihre Anfrage',
			text: 'Nur wer die Freigabe angefragt hat, kann sie zurückziehen.',
		},
	},
	thanks: {
		title: (decision) => (decision === null ? 'Vielen Dank.' : `Vielen Dank. ${decision}.`),
		decided: (record, decision) =>
			`${record} ist ${decision}. Odoo erfährt es gerade; Sie können diese Seite schließen.`,
		waiting: 'Ihre Antwort ist festgehalten. Es geht weiter, wenn die anderen geantwortet haben.',
		abstained: 'Sie sind nicht mehr gefragt. Die anderen entscheiden.',
		forwarded: (name) => `${name} ist jetzt gefragt und hat einen Link erhalten.`,
	},
	ended: {
		changedTitle: 'Das hat sich inzwischen geändert',
		changed: (record) =>
			`${record} wurde geändert, nachdem Sie gefragt wurden; die Frage ist hinfällig. Braucht es noch eine Freigabe, wird neu angefragt.`,
		title: (decision) => `Schon ${decision}`,
		text: (who, decision, record, when) => `${who} hat ${record} am ${when} ${decision}.`,
		reason: (reason) => `Grund: ${reason}`,
		answeredTitle: (decision) => `Sie haben das ${decision}`,
		answered: 'Es geht weiter, wenn die anderen geantwortet haben.',
	},
};
