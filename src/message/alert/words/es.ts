import type { AlertWords } from './AlertWords';

export const es: AlertWords = {
	labels: { asOf: 'A fecha de', since: 'Desde', threshold: 'Se admite', toDo: 'Qué hacer' },
	kinds: {
		oldestWaiting: {
			exceeded: (hours) => `un caso espera desde hace ${hours} horas`,
			fine: 'ningún caso espera demasiado',
			upTo: (hours) => `hasta ${hours} horas`,
			toDo: 'Recordárselo a quienes se ha preguntado, o hacer que decida otra persona: en el caso, «Decide in Their Place».',
			list: 'Casos en Odoo',
		},
		overdueCases: {
			exceeded: (count) => `casos vencidos: ${count}`,
			fine: 'no hay demasiados casos vencidos',
			upTo: (count) => `hasta ${count} casos`,
			toDo: 'Ver a quién se espera, y si falta alguien que debería haber delegado su facultad.',
			list: 'Casos vencidos en Odoo',
		},
		deadLetters: {
			exceeded: (count) => `eventos abandonados: ${count}`,
			fine: 'no hay demasiados eventos abandonados',
			upTo: (count) => `hasta ${count}`,
			toDo: 'Leer el error de cada uno, corregir su causa y elegir «Replay».',
			list: 'Eventos abandonados en Odoo',
		},
		outboxLag: {
			exceeded: (minutes) => `un evento espera desde hace ${minutes} minutos`,
			fine: 'los eventos llegan a tiempo',
			upTo: (minutes) => `hasta ${minutes} minutos`,
			toDo: 'Ver si n8n está en marcha, si sus flujos están publicados y si Odoo llega a él.',
			list: 'Eventos en Odoo',
		},
		lateDecisions: {
			exceeded: (percent) => `decisiones fuera de plazo: ${percent} %`,
			fine: 'no hay demasiadas decisiones fuera de plazo',
			upTo: (percent) => `hasta ${percent} %`,
			toDo: 'Ver a quién se pregunta más, y si los plazos prometidos se pueden cumplir.',
			list: 'Casos en Odoo',
		},
	},
};
