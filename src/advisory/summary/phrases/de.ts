import type { Phrases } from './Phrases';

export const de: Phrases = {
	asked: ({ matter, record, amount, requester }) =>
		`${matter}: ${record}${amount === null ? '' : ` über ${amount}`}${requester === null ? '' : `, beantragt von ${requester}`}.`,
	outcome: {
		auto_approve: () => 'Die Richtlinie gibt es von selbst frei.',
		require_approval: (hasReasons) =>
			hasReasons
				? 'Es braucht eine Freigabe:'
				: 'Keine einzelne Regel verlangt eine Freigabe; die Richtlinie tut es grundsätzlich.',
		escalate: (hasReasons) =>
			hasReasons
				? 'Es geht an eine höhere Stelle:'
				: 'Die Richtlinie gibt jeden solchen Fall an eine höhere Stelle.',
		reject: (hasReasons) =>
			hasReasons ? 'Die Richtlinie lehnt es ab:' : 'Die Richtlinie lehnt jeden solchen Fall ab.',
	},
	sampled: 'Die Richtlinie hätte es freigegeben; es wurde als Stichprobe gezogen.',
	more: (count) => (count === 1 ? 'Und 1 weiterer Grund.' : `Und ${count} weitere Gründe.`),
	beyond: (sentence, distance) => `${sentence}, um ${distance}.`,
	chiefly: (sentence, distance) => `Vor allem: ${sentence}, um ${distance}.`,
	points: (number) => `${number} Prozentpunkte`,
	unknown: (labels) => `Nicht bekannt und darum nicht von selbst freigegeben: ${labels}.`,
	ask: (label) => `Nicht bekannt: ${label}.`,
	shadow: (sentence) => `Eine Richtlinie auf Probe ist anderer Meinung: ${sentence}`,
	steps: {
		findOut: (labels) => `Zuerst klären: ${labels}.`,
		decide: (role) =>
			role === null
				? 'Mit den Grenzen vergleichen und entscheiden.'
				: `Mit den Grenzen vergleichen und entscheiden. Die Richtlinie fragt: ${role}.`,
		review: 'Ansehen, ob die Richtlinie es zu Recht freigegeben hätte.',
		nothing: 'Niemand muss etwas tun; die Richtlinie entscheidet.',
	},
	policy: ({ id, version, rules }) => {
		const matched = rules === 1 ? '1 Regel' : `${rules === 0 ? 'Keine' : rules} Regeln`;
		return `Zutreffend: ${matched} der Richtlinie ${id}, Version ${version}.`;
	},
	asks: (role) => `Die Richtlinie fragt: ${role}.`,
};
