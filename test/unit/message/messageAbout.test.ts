import fc from 'fast-check';
import { readyMessageSchema } from '../../../src/domain/case/readyMessage';
import { escapeMarkdown, escapeSlack } from '../../../src/message/escapeMarkup';
import { messageAbout } from '../../../src/message/messageAbout';
import { caseWith, sampleCase } from '../../kit/sampleCase';

const reader = {
	zone: 'Europe/Berlin',
	areaLabel: 'Sales order release',
	caseUrl: 'https://odoo.example.com/case/7',
};
const link = 'https://n8n.example.com/page?approval=mine';

describe('a message about a case', () => {
	it('says what, how much, from whom, until when and why, and where to decide', () => {
		const { subject, text } = messageAbout(sampleCase, { ...reader, link });
		expect(subject).toBe('Please decide: S00042, 12,400 EUR');
		expect(text.split('\n')).toEqual([
			'Please decide: S00042, 12,400 EUR',
			'Matter: Sales order release',
			'Requested by: Sam Seller',
			'Decide by: Mon 2 Mar 2026, 17:00 (Europe/Berlin)',
			'- Margin 11.25 % is below 15 %',
			'- Discount of up to 18 % is above 10 %',
			`Look and decide: ${link}`,
			'Open in Odoo: https://odoo.example.com/case/7',
		]);
	});

	it('carries nobody’s link where it is for a channel', () => {
		const message = messageAbout(sampleCase, { ...reader, link: null });
		expect(JSON.stringify(message)).not.toContain('Look and decide');
		expect(message.text).toContain('Open in Odoo: https://odoo.example.com/case/7');
	});

	it('says that a case is urgent, and needs neither amount nor clock', () => {
		const view = caseWith({ expedited: true, amount: null, sla: null });
		const { subject, text } = messageAbout(view, { ...reader, link });
		expect(subject).toBe('Urgent: please decide: S00042');
		expect(text).not.toContain('Decide by');
	});

	it('is a card with buttons for Slack and for Teams', () => {
		const { slack, teams } = messageAbout(sampleCase, { ...reader, link });
		expect(slack.blocks.map(({ type }) => type)).toEqual([
			'header',
			'section',
			'section',
			'actions',
		]);
		expect(slack.blocks[3]).toMatchObject({
			elements: [{ url: link, style: 'primary' }, { url: reader.caseUrl }],
		});
		expect(teams).toMatchObject({
			type: 'message',
			attachments: [
				{
					contentType: 'application/vnd.microsoft.card.adaptive',
					content: {
						type: 'AdaptiveCard',
						actions: [
							{ type: 'Action.OpenUrl', url: link },
							{ type: 'Action.OpenUrl', url: reader.caseUrl },
						],
					},
				},
			],
		});
	});

	it.each([
		{ words: '<!channel> pay', slack: '&lt;!channel&gt; pay' },
		{ words: '<https://evil.example.com|Odoo>', slack: '&lt;https://evil.example.com|Odoo&gt;' },
		{ words: 'Tom & Jerry', slack: 'Tom &amp; Jerry' },
	])('makes no mention and no link of $words in Slack', ({ words, slack }) => {
		expect(escapeSlack(words)).toBe(slack);
	});

	it.each([
		{
			words: '[Odoo](https://evil.example.com)',
			markdown: '\\[Odoo\\]\\(https://evil\\.example\\.com\\)',
		},
		{ words: '# big\n- list', markdown: '\\# big \\- list' },
		{ words: '![x](y) **bold**', markdown: '\\!\\[x\\]\\(y\\) \\*\\*bold\\*\\*' },
	])('makes no markup of $words in Markdown', ({ words, markdown }) => {
		expect(escapeMarkdown(words)).toBe(markdown);
	});

	it('keeps to the sizes that Slack takes, and to one shape, whatever people wrote', () => {
		const anyText = fc.string({ unit: 'binary', maxLength: 4_000 });
		fc.assert(
			fc.property(anyText, anyText, fc.array(anyText, { maxLength: 4 }), (name, who, reasons) => {
				const [rule] = sampleCase.policy.rules;
				const rules = rule ? reasons.map((reason) => ({ ...rule, reason })) : [];
				const view = caseWith({
					recordName: name,
					requester: { id: 4, name: who },
					policy: { ...sampleCase.policy, rules },
				});
				const message = readyMessageSchema.parse(messageAbout(view, { ...reader, link }));
				const [header, facts, why] = message.slack.blocks as Array<{
					text?: { text: string };
					fields?: Array<{ text: string }>;
				}>;
				expect(header?.text?.text.length).toBeLessThanOrEqual(150);
				for (const { text } of facts?.fields ?? []) expect(text.length).toBeLessThanOrEqual(2_000);
				expect(why?.text?.text.length ?? 0).toBeLessThanOrEqual(3_000);
				expect(JSON.stringify(message.slack.blocks)).not.toMatch(/<[!@#]/);
			}),
		);
	});
});
