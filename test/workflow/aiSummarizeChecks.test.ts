import { askModel, goodReply } from '../kit/askingModel';
import { adviceText, sampleAdvice } from '../kit/sampleAdvice';
import { turnsOf } from '../kit/startModel';

describe('AI Summarize', () => {
	describe('checks what the model wrote', () => {
		it.each<{ what: string; changes: Parameters<typeof adviceText>[0]; reason: RegExp }>([
			{
				what: 'a figure that is in no fact',
				changes: { cause: { text: 'A discount of 19 %.', cites: ['fact:maxDiscountPercent'] } },
				reason: /named figures, dates or records/,
			},
			{
				what: 'a figure that stands elsewhere than in what is cited',
				changes: { cause: { text: 'A margin of 18 %.', cites: ['fact:marginPercent'] } },
				reason: /named figures, dates or records/,
			},
			{
				what: 'a number in words',
				changes: { cause: { text: 'Sold for seven weeks.', cites: ['fact:marginPercent'] } },
				reason: /named figures, dates or records/,
			},
			{
				what: 'a date that is in no fact',
				changes: { cause: { text: 'Promised for 5 March 2026.', cites: ['lines'] } },
				reason: /named figures, dates or records/,
			},
			{
				what: 'a record that is not the one asked about',
				changes: { cause: { text: 'It follows S00041.', cites: ['lines'] } },
				reason: /named figures, dates or records/,
			},
			{
				what: 'an address',
				changes: { cause: { text: 'See https://evil.example/approve', cites: ['lines'] } },
				reason: /named figures, dates or records/,
			},
			{
				what: 'a fact that was not given',
				changes: { cause: { text: 'Credit is short.', cites: ['fact:creditLimit'] } },
				reason: /rested on something that it was not given/,
			},
			{
				what: 'a role that nobody offered',
				changes: { suggestion: { ...sampleAdvice.suggestion, role: 'ceo' } },
				reason: /recommended a role that does not exist/,
			},
			{
				what: 'a placeholder that nobody gave out',
				changes: { cause: { text: '[NAME_9] did it.', cites: ['lines'] } },
				reason: /rested on something that it was not given/,
			},
		])('refuses $what, after one chance to mend it', async ({ changes, reason }) => {
			const { advice } = await askModel({ content: adviceText(changes) });
			expect(advice).toMatchObject({ source: 'rules', usage: { requests: 2 } });
			expect(advice['fallbackReason']).toMatch(reason);
		});

		it('takes what the model mended, and tells it what was wrong', async () => {
			const wrong = { cause: { text: 'A discount of 19 %.', cites: ['fact:maxDiscountPercent'] } };
			const { advice, model } = await askModel([{ content: adviceText(wrong) }, goodReply]);
			expect(advice).toMatchObject({
				source: 'model',
				tokens: 720,
				usage: { requests: 2, inputTokens: 600 },
			});
			const turns = turnsOf(model.requests[1]);
			expect(turns.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
			expect(turns[3]?.content).toContain(
				'cause: "19 %" is not in what it cites (fact:maxDiscountPercent)',
			);
		});

		it('lets a role be recommended that the analyst offers', async () => {
			const suggestion = { ...sampleAdvice.suggestion, role: 'finance' };
			const { advice } = await askModel(
				{ content: adviceText({ suggestion }) },
				{ changes: { options: { roles: 'sales_director, finance' } } },
			);
			expect(advice).toMatchObject({ source: 'model', suggestion: { role: 'finance' } });
		});
	});
});
