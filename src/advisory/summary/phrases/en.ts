import type { Phrases } from './Phrases';

export const en: Phrases = {
	asked: ({ matter, record, amount, requester }) =>
		`${matter}: ${record}${amount === null ? '' : ` over ${amount}`}${requester === null ? '' : `, asked for by ${requester}`}.`,
	outcome: {
		auto_approve: () => 'The policy approves it by itself.',
		require_approval: (hasReasons) =>
			hasReasons
				? 'It needs approval:'
				: 'No single rule asks for approval; the policy does so by default.',
		escalate: (hasReasons) =>
			hasReasons
				? 'It goes to a higher authority:'
				: 'The policy sends every such case to a higher authority.',
		reject: (hasReasons) =>
			hasReasons ? 'The policy rejects it:' : 'The policy rejects every such case.',
	},
	sampled: 'The policy would have approved it; it was drawn as a sample.',
	more: (count) => (count === 1 ? 'And 1 more reason.' : `And ${count} more reasons.`),
	beyond: (sentence, distance) => `${sentence}, by ${distance}.`,
	chiefly: (sentence, distance) => `Chiefly: ${sentence}, by ${distance}.`,
	points: (number) => `${number} percentage points`,
	unknown: (labels) => `Not known, so not approved automatically: ${labels}.`,
	ask: (label) => `Not known: ${label}.`,
	shadow: (sentence) => `A policy on trial disagrees: ${sentence}`,
	steps: {
		findOut: (labels) => `Find out first: ${labels}.`,
		decide: (role) =>
			role === null
				? 'Compare with the limits and decide.'
				: `Compare with the limits and decide. The policy asks: ${role}.`,
		review: 'Look whether the policy was right to approve it.',
		nothing: 'Nobody has to do anything; the policy decides it.',
	},
	policy: ({ id, version, rules }) => {
		const matched = rules === 1 ? '1 rule' : `${rules === 0 ? 'No' : rules} rules`;
		return `${matched} of the policy ${id}, version ${version}, matched.`;
	},
	asks: (role) => `The policy asks: ${role}.`,
};
