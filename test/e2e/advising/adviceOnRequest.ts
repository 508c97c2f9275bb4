import { adviceText } from '../../kit/sampleAdvice';
import { turnsOf, type ModelReply, type ModelRequest } from '../../kit/startModel';

/** What a good model says about whatever case it is asked about: it would approve it. */
export function adviceOnRequest(request: ModelRequest): ModelReply {
	const asked = JSON.stringify(turnsOf(request));
	const [name = ''] = /S\d{5}/.exec(asked) ?? [];
	const [rule = ''] = /rule:[a-z-]+/.exec(asked) ?? [];
	const cites = ['record', rule];
	return {
		content: adviceText({
			summary: { text: `${name} is asked for at a thin margin, to win a tender.`, cites },
			cause: { text: 'The price was cut to match a competitor.', cites },
			points: [
				{ kind: 'for', text: 'The customer orders every month.', cites: ['record'] },
				{ kind: 'against', text: 'The margin is below what the policy allows.', cites },
				{ kind: 'question', text: 'Will the next orders carry a normal margin?', cites },
			],
			keyFigures: ['fact:marginPercent', 'fact:orderAmount'],
			urgency: 'high',
			suggestion: {
				action: 'approve',
				role: null,
				text: 'Approve once, and agree on prices for the next orders.',
				cites,
			},
			narrative: { text: `${name} was stopped for its margin.`, cites },
			confidence: 0.7,
		}),
	};
}
