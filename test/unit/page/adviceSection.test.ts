import { adviceSectionSchema, type AdviceSection } from '../../../src/domain/advice/adviceSection';
import { adviceSection } from '../../../src/page/adviceSection';
import { languages } from '../../../src/domain/languages';
import { textsOf } from '../../../src/page/texts/textsOf';
import { sampleCase } from '../../kit/sampleCase';

const byModel = adviceSectionSchema.parse(sampleCase.advice);
const byRules: AdviceSection = {
	...byModel,
	source: 'rules',
	confidence: null,
	suggestion: { action: null, role: 'sales_manager', text: 'Compare and decide.', cites: [] },
	points: [
		{ kind: 'against', text: 'Margin 11.25 % is below 15 %.', cites: [] },
		{ kind: 'anomaly', text: 'Close to another limit.', cites: [] },
	],
};

const textOf = (advice: AdviceSection | null, language: keyof typeof words = 'en') =>
	String(adviceSection(advice, textsOf(language)) ?? '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

const words = {
	en: ['Likely cause:', 'Next step:', 'Worth asking:'],
	de: ['Wahrscheinlicher Grund:', 'Nächster Schritt:', 'Zu fragen wäre:'],
	fr: ['Cause probable:', 'Étape suivante:', 'À consulter:'],
	es: ['Causa probable:', 'Siguiente paso:', 'Convendría preguntar a:'],
};

describe('the advice on the page', () => {
	it('tells cause, points and next step of a model, and that it may be wrong', () => {
		expect(textOf(byModel)).toBe(
			'Advice from an AI model Azure Interior asks for 18 % on the screens to match a competing offer. The chairs carry most of the margin. Likely cause: The discount on the screens. For Tier A customer, pays on time. Against The screens earn almost nothing at this price. Question Would 12 % on the screens be enough? Next step: Ask the customer whether less would do. Worth asking: finance It may be wrong. It decides nothing. Confidence 72 %.',
		);
	});

	it('repeats no reasons that stand above it, when no model wrote it', () => {
		expect(textOf(byRules)).toBe(
			'Summary Likely cause: The discount on the screens. Unusual Close to another limit. Next step: Compare and decide.',
		);
	});

	it('says first when the model is not sure', () => {
		expect(textOf({ ...byModel, uncertain: true })).toMatch(
			/^Advice from an AI model The model is not sure of this\. Azure/,
		);
	});

	it.each([
		['critical', 'Urgency: critical'],
		['high', 'Urgency: high'],
	] as const)('says that it is %s', (urgency, shown) => {
		expect(textOf({ ...byModel, urgency })).toContain(shown);
	});

	it('says nothing of what is not urgent, or where there is no advice', () => {
		expect(textOf(byModel)).not.toContain('Urgency');
		expect(textOf(null)).toBe('');
	});

	it.each(languages)('speaks the language of the approver: %s', (language) => {
		for (const label of words[language]) expect(textOf(byModel, language)).toContain(label);
	});

	it('has no way of doing what it advises', () => {
		expect(String(adviceSection(byModel, textsOf('en')))).not.toMatch(/<(a|button|form|input)\b/);
	});
});
