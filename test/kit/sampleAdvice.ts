import type { ModelSummary } from '../../src/advisory/summary/modelSummary';

/** What a good model says about the sample case: each figure stands in what its sentence cites. */
export const sampleAdvice: ModelSummary = {
	summary: {
		text: 'S00042 over 12,400 EUR is asked for. Margin is 11.25 %, below 15 %.',
		cites: ['record', 'rule:low-margin'],
	},
	cause: { text: 'A discount of 18 % on one line.', cites: ['fact:maxDiscountPercent', 'lines'] },
	points: [
		{ kind: 'for', text: 'The customer is of tier A.', cites: ['fact:customerTier'] },
		{ kind: 'against', text: '20 units earn 4.2 % only.', cites: ['lines'] },
		{ kind: 'question', text: 'Would a lower discount do?', cites: ['rule:high-discount'] },
	],
	keyFigures: ['fact:marginPercent', 'fact:maxDiscountPercent'],
	urgency: 'normal',
	category: 'discount',
	suggestion: {
		action: 'send_back',
		role: 'sales_manager',
		text: 'Ask whether a lower discount would do.',
		cites: ['rule:high-discount'],
	},
	narrative: {
		text: 'The order S00042 was stopped, since its margin of 11.25 % is below 15 %.',
		cites: ['rule:low-margin'],
	},
	confidence: 0.8,
};

/** The same as a model writes it, as it differs in one test. */
export const adviceText = (changes: Partial<ModelSummary> = {}): string =>
	JSON.stringify({ ...sampleAdvice, ...changes });
