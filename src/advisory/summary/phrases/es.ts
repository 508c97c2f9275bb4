import type { Phrases } from './Phrases';

export const es: Phrases = {
	asked: ({ matter, record, amount, requester }) =>
		`${matter}: ${record}${amount === null ? '' : ` por ${amount}`}${requester === null ? '' : `, solicitado por ${requester}`}.`,
	outcome: {
		auto_approve: () => 'La política lo aprueba por sí sola.',
		require_approval: (hasReasons) =>
			hasReasons
				? 'Necesita aprobación:'
				: 'Ninguna regla la exige en particular; la política siempre pide aprobación.',
		escalate: (hasReasons) =>
			hasReasons
				? 'Pasa a una autoridad superior:'
				: 'La política envía todos estos casos a una autoridad superior.',
		reject: (hasReasons) =>
			hasReasons ? 'La política lo rechaza:' : 'La política rechaza todos estos casos.',
	},
	sampled: 'La política lo habría aprobado; salió en una muestra.',
	more: (count) => (count === 1 ? 'Y 1 motivo más.' : `Y ${count} motivos más.`),
	beyond: (sentence, distance) => `${sentence}, por ${distance}.`,
	chiefly: (sentence, distance) => `Sobre todo: ${sentence}, por ${distance}.`,
	points: (number) => `${number} puntos porcentuales`,
	unknown: (labels) => `No se sabe, por eso no se aprueba automáticamente: ${labels}.`,
	ask: (label) => `No se sabe: ${label}.`,
	shadow: (sentence) => `Una política a prueba opina otra cosa: ${sentence}`,
	steps: {
		findOut: (labels) => `Averiguar primero: ${labels}.`,
		decide: (role) =>
			role === null
				? 'Comparar con los límites y decidir.'
				: `Comparar con los límites y decidir. La política pregunta: ${role}.`,
		review: 'Ver si la política habría hecho bien en aprobarlo.',
		nothing: 'Nadie tiene que hacer nada; decide la política.',
	},
	policy: ({ id, version, rules }) => {
		const matched = rules === 1 ? '1 regla' : `${rules === 0 ? 'ninguna de las' : rules} reglas`;
		return `Se cumple: ${matched} de la política ${id}, versión ${version}.`;
	},
	asks: (role) => `La política pregunta: ${role}.`,
};
