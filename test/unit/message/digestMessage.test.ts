import fc from 'fast-check';
import { exampleQueue } from '../../../scripts/templates/exampleQueue';
import { openCasesFrom } from '../../../src/domain/insights/openCases';
import type { Queue } from '../../../src/domain/insights/queue';
import { languages, type Language } from '../../../src/domain/languages';
import { digestMessage } from '../../../src/message/digest/digestMessage';
import { wordsOf } from '../../../src/message/digest/words/wordsOf';
import { emptyQueue } from '../../kit/emptyQueue';

const odoo = 'https://odoo.example.com';
const messageOf = (queue: Queue, language: Language = 'en', dashboardUrl: string | null = null) =>
	digestMessage(
		openCasesFrom(queue, ({ model, id }) => `${odoo}/${model}/${id}`),
		{
			language,
			zone: 'Europe/Berlin',
			casesUrl: `${odoo}/cases`,
			deadLettersUrl: `${odoo}/dead`,
			dashboardUrl,
		},
	);
/** The example with something else about its first case. */
const withCase = (changes: Partial<Queue['cases'][number]>): Queue => {
	const queue = exampleQueue();
	return { ...queue, cases: queue.cases.map((one) => ({ ...one, ...changes })) };
};

describe('a digest', () => {
	it('says what waits, what has to be decided today, what ran late and what Odoo refused', () => {
		expect(messageOf(exampleQueue()).text.split('\n')).toEqual([
			'Approvals: 3 cases wait, 1 overdue, something is broken',
			'As of: Mon 12 Jan 2026, 07:30 (Europe/Berlin)',
			'Waiting: 3 cases wait, 1 overdue, 2 to decide today',
			'Waiting longest: Fri 9 Jan 2026, 11:12',
			'Since Fri 9 Jan 2026, 07:30: 31 opened, 28 decided, 21 of them by policy, 1 ran late, 1 escalated',
			'Machinery: 1 that Odoo did not carry out',
			'',
			'To decide today',
			'- S00042 · Sales order release · 12,400 EUR · asked: Marta Example · since Fri 9 Jan 2026, 11:12 · Was due Fri 9 Jan 2026, 16:00',
			`  ${odoo}/x_approval_case/1`,
			'- P00017 · Procurement · 3,150.50 EUR · asked: Marta Example · since Fri 9 Jan 2026, 15:40 · Decide by Mon 12 Jan 2026, 14:40',
			`  ${odoo}/x_approval_case/2`,
			'',
			'Ran late',
			'- S00042 · Sales order release · 12,400 EUR · still open',
			`  ${odoo}/x_approval_case/1`,
			'',
			'Odoo did not carry these out',
			'- S00039 · Sales order release · 980 EUR · The delivery address is archived.',
			`  ${odoo}/x_approval_case/4`,
			'',
			'Waiting too',
			'- WH/RET/00008 · Returns authorization · asked: Marta Example · since Mon 12 Jan 2026, 07:05 · Decide by Tue 13 Jan 2026, 13:05',
			`  ${odoo}/x_approval_case/3`,
			'',
			'Whom it waits for',
			'- Marta Example: 3, 1 overdue',
			'',
			'What it is about',
			'- Sales order release: 1, 1 overdue',
			'- Procurement: 1',
			'- Returns authorization: 1',
			'',
			`Cases in Odoo: ${odoo}/cases`,
		]);
	});

	it('leads to the dashboard in every shape, where there is a link', () => {
		const link = 'https://n8n.example.com/webhook/approval-dashboard-link?dashboard=a.b';
		const message = messageOf(emptyQueue, 'de', link);
		expect(message.text).toContain(`Übersicht: ${link}`);
		expect(message.markdown).toContain(`[Übersicht](${link})`);
		for (const shape of [message.html, message.slack, message.teams])
			expect(JSON.stringify(shape)).toContain(link);
	});

	it('says so where nothing waits', () => {
		const message = messageOf(emptyQueue);
		expect(message.text.split('\n')).toEqual([
			'Approvals: nothing waits',
			'As of: Mon 12 Jan 2026, 07:30 (Europe/Berlin)',
			'Waiting: nothing waits',
			'Since Sun 11 Jan 2026, 07:30: 0 opened, 0 decided',
			'Machinery: nothing is broken',
			`Cases in Odoo: ${odoo}/cases`,
		]);
		for (const shape of [message.html, message.markdown, message.slack, message.teams])
			expect(JSON.stringify(shape)).toContain('nothing waits');
	});

	it('tells of the machinery also where nothing waits', () => {
		const outbox = { pending: 4, oldestAt: '2026-01-11T06:00:00.000Z', dead: 2 };
		const { subject, text } = messageOf({ ...emptyQueue, outbox });
		expect(subject).toBe('Approvals: nothing waits, something is broken');
		expect(text).toContain('Machinery: 2 dead letters, an event has waited for 1,470 minutes\n');
		expect(text).toContain(`Dead letters in Odoo: ${odoo}/dead`);
	});

	it.each([
		{ changes: { dueAt: null }, words: 'no due time' },
		{ changes: { approvers: [] }, words: 'nobody is asked' },
		{ changes: { owner: { id: 9, name: 'Olivia' } }, words: 'looked after by Olivia' },
		{ changes: { urgent: true }, words: 'S00042 · Urgent · Sales order release' },
		{
			changes: { approvers: ['A', 'B', 'C', 'D', 'E'].map((name, id) => ({ id, name })) },
			words: 'asked: A, B, C, 2 more',
		},
	])('says "$words" of a case', ({ changes, words }) => {
		expect(messageOf(withCase(changes)).text).toContain(words);
	});

	it('says what there is more than it lists, and lists twenty at most', () => {
		const queue = exampleQueue();
		const [overdue] = queue.cases;
		const many = overdue ? Array.from({ length: 30 }, (_, id) => ({ ...overdue, id: id + 1 })) : [];
		const { text } = messageOf({
			...queue,
			cases: many,
			waiting: { ...queue.waiting, count: 45, dueToday: 40, overdue: 40 },
		});
		const [, today = ''] = text.split('To decide today\n');
		const list = today.split('\n\n')[0] ?? '';
		expect(list.match(/S00042/g)).toHaveLength(20);
		expect(list).toContain('- … and 20 more in Odoo');
	});

	it('says who decided late', () => {
		const queue = exampleQueue();
		const { cases } = queue.notReleased;
		const { text } = messageOf({ ...queue, breached: { count: 1, cases } });
		expect(text).toContain('980 EUR · approved by Marta Example, Fri 9 Jan 2026, 10:30');
	});

	it.each(languages)('is whole in %s', (language) => {
		const { headings } = wordsOf(language);
		const { text, html } = messageOf(exampleQueue(), language);
		for (const heading of [headings.today, headings.ranLate, headings.notReleased])
			expect(text).toContain(`\n${heading}\n`);
		expect(html).toContain(`<html lang="${language}">`);
		expect(text).not.toContain('undefined');
	});
});

describe('what people wrote', () => {
	const hostile = '<!channel> [pay](https://evil.example.com) <img src=x onerror=alert(1)>\n- fake';

	it('becomes no markup, no mention, no link and no line of its own', () => {
		const message = messageOf(
			withCase({ recordName: hostile, approvers: [{ id: 3, name: hostile }] }),
		);
		expect(message.html).not.toContain('<img');
		expect(message.html).toContain('&lt;img src=x');
		expect(JSON.stringify(message.slack)).not.toContain('<!channel>');
		expect(JSON.stringify(message.teams)).not.toContain('[pay](');
		expect(message.markdown).not.toContain('[pay](');
		expect(message.text.split('\n')).not.toContain('- fake');
	});

	it('keeps to the sizes that Slack takes, and cuts no link in two', () => {
		const anyText = fc.string({ unit: 'binary', maxLength: 1_000 });
		fc.assert(
			fc.property(anyText, anyText, (recordName, name) => {
				const { slack } = messageOf(withCase({ recordName, approvers: [{ id: 3, name }] }));
				const blocks = slack.blocks as Array<{ text?: { text: string } }>;
				expect(blocks.length).toBeLessThanOrEqual(50);
				for (const { text } of blocks) {
					expect(text?.text.length ?? 0).toBeLessThanOrEqual(3_000);
					const [opened, closed] = [/</g, />/g].map((sign) => text?.text.match(sign)?.length);
					expect(opened).toBe(closed);
				}
			}),
		);
	});
});
