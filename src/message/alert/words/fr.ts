import type { AlertWords } from './AlertWords';

export const fr: AlertWords = {
	labels: { asOf: 'État au', since: 'Depuis', threshold: 'Admis', toDo: 'Que faire' },
	kinds: {
		oldestWaiting: {
			exceeded: (hours) => `un dossier attend depuis ${hours} heures`,
			fine: 'aucun dossier n’attend trop longtemps',
			upTo: (hours) => `jusqu’à ${hours} heures`,
			toDo: 'Relancer les personnes sollicitées, ou faire décider quelqu’un d’autre : dans le dossier, « Decide in Their Place ».',
			list: 'Dossiers dans Odoo',
		},
		overdueCases: {
			exceeded: (count) => `dossiers en retard : ${count}`,
			fine: 'pas trop de dossiers en retard',
			upTo: (count) => `jusqu’à ${count} dossiers`,
			toDo: 'Voir qui est attendu, et si un absent aurait dû déléguer son pouvoir.',
			list: 'Dossiers en retard dans Odoo',
		},
		deadLetters: {
			exceeded: (count) => `événements abandonnés : ${count}`,
			fine: 'pas trop d’événements abandonnés',
			upTo: (count) => `jusqu’à ${count}`,
			toDo: 'Lire l’erreur de chacun, corriger sa cause, puis choisir « Replay ».',
			list: 'Événements abandonnés dans Odoo',
		},
		outboxLag: {
			exceeded: (minutes) => `un événement attend depuis ${minutes} minutes`,
			fine: 'les événements arrivent à temps',
			upTo: (minutes) => `jusqu’à ${minutes} minutes`,
			toDo: 'Voir si n8n fonctionne, si ses workflows sont publiés et si Odoo le joint.',
			list: 'Événements dans Odoo',
		},
		lateDecisions: {
			exceeded: (percent) => `décisions hors délai : ${percent} %`,
			fine: 'pas trop de décisions hors délai',
			upTo: (percent) => `jusqu’à ${percent} %`,
			toDo: 'Voir qui est le plus sollicité, et si les délais promis peuvent être tenus.',
			list: 'Dossiers dans Odoo',
		},
	},
};
