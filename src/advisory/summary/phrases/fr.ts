import type { Phrases } from './Phrases';

export const fr: Phrases = {
	asked: ({ matter, record, amount, requester }) =>
		`${matter} : ${record}${amount === null ? '' : ` pour ${amount}`}${requester === null ? '' : `, demande de ${requester}`}.`,
	outcome: {
		auto_approve: () => 'La règle l’approuve d’elle-même.',
		require_approval: (hasReasons) =>
			hasReasons
				? 'Une approbation est nécessaire :'
				: 'Aucun critère ne l’exige en particulier ; la règle demande toujours une approbation.',
		escalate: (hasReasons) =>
			hasReasons
				? 'La demande passe à une autorité supérieure :'
				: 'La règle adresse toute demande de ce genre à une autorité supérieure.',
		reject: (hasReasons) =>
			hasReasons ? 'La règle la refuse :' : 'La règle refuse toute demande de ce genre.',
	},
	sampled: 'La règle l’aurait approuvée ; elle a été tirée au sort pour contrôle.',
	more: (count) => (count === 1 ? 'Et 1 autre motif.' : `Et ${count} autres motifs.`),
	beyond: (sentence, distance) => `${sentence}, de ${distance}.`,
	chiefly: (sentence, distance) => `Surtout : ${sentence}, de ${distance}.`,
	points: (number) => `${number} points de pourcentage`,
	unknown: (labels) => `Inconnu, donc pas approuvé automatiquement : ${labels}.`,
	ask: (label) => `Inconnu : ${label}.`,
	shadow: (sentence) => `Une règle à l’essai est d’un autre avis : ${sentence}`,
	steps: {
		findOut: (labels) => `À établir d’abord : ${labels}.`,
		decide: (role) =>
			role === null
				? 'Comparer aux limites et décider.'
				: `Comparer aux limites et décider. La règle demande : ${role}.`,
		review: 'Vérifier que la règle aurait eu raison de l’approuver.',
		nothing: 'Personne n’a rien à faire ; la règle décide.',
	},
	policy: ({ id, version, rules }) => {
		const matched = rules === 1 ? '1 critère' : `${rules === 0 ? 'aucun des' : rules} critères`;
		return `S’applique : ${matched} de la règle ${id}, version ${version}.`;
	},
	asks: (role) => `La règle demande : ${role}.`,
};
