import { processTraceFrom } from '../../../src/domain/insights/processTrace';
import type { Trace, Traced } from '../../../src/domain/insights/trace';
import { languages, type Language } from '../../../src/domain/languages';
import { formatDuration } from '../../../src/page/formatInstant';
import { stepWords } from '../../../src/page/trace/stepWords';
import { tracePage } from '../../../src/page/trace/tracePage';
import { wordsOf } from '../../../src/page/trace/words/wordsOf';
import { nothingTraced, sampleTrace, sampleTraceId, savedEvent } from '../../kit/sampleTrace';

const links = {
	linkTo: ({ model, id }: { model: string; id: number }) =>
		`https://odoo.example.com/mail/view?model=${model}&res_id=${String(id)}`,
	executionUrl: () => 'https://n8n.example.com/workflow/releaseFlow/executions/311',
};
const record = { model: 'sale.order', recordId: 42 };
const wayOf = (trace: Trace, about: Traced) => processTraceFrom(trace, about, links);
const page = (trace = sampleTrace, language: Language = 'en', about: Traced = record) =>
	tracePage(wayOf(trace, about), { zone: 'Europe/Berlin', language });

describe('the page of a way', () => {
	it('tells what happened, when, by whom and how long it took', () => {
		const text = textOf(page());
		expect(text).toContain('S00042');
		expect(text).toContain(sampleTraceId);
		expect(text).toContain('Event written Sofia Ortega asks for approval');
		expect(text).toContain('Answered: approved Marta Keller A customer of &lt;many&gt; years');
		expect(text).toContain('Mon 2 Mar 2026, 12:12:34 2.5 secs later');
		expect(text).toContain('Routing 2.5 secs');
		expect(text).toContain('Waiting for people 3 hrs 12 mins');
		expect(text).toContain('Applying 4 secs');
		expect(text).toContain('Approved released in Odoo · Marta Keller');
	});

	it('leads to the record, the case and the executions of this n8n', () => {
		const hrefs = [...page().matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
		expect(hrefs).toEqual([
			'https://odoo.example.com/mail/view?model=sale.order&amp;res_id=42',
			'https://odoo.example.com/mail/view?model=x_approval_case&amp;res_id=12',
			'https://n8n.example.com/workflow/releaseFlow/executions/311',
		]);
	});

	it('loads nothing, runs nothing, and lets no text become markup', () => {
		const hostile = '<script>alert(1)</script>"\'';
		const events = [{ ...savedEvent, name: hostile, error: hostile }];
		const written = page({ ...sampleTrace, events, cases: [], entries: [] });
		expect(written).not.toMatch(/<script|<img|<link|src=|url\(|@import|\son\w+=/i);
		expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	});

	it('says where it was cut', () => {
		expect(page({ ...sampleTrace, hasMore: true })).toContain(wordsOf('en').cut);
		expect(page()).not.toContain(wordsOf('en').cut);
	});

	it.each<{ about: Traced; title: string }>([
		{ about: record, title: 'Nothing is known about sale.order 42' },
		{ about: { caseId: 7 }, title: 'Nothing is known about this case 7' },
		{ about: { traceId: sampleTraceId }, title: 'Nothing is known about this trace ID' },
	])('says so where nothing is known: $title', ({ about, title }) => {
		const text = textOf(page(nothingTraced, 'en', about));
		expect(text).toContain(title);
		expect(text).not.toContain(wordsOf('en').timeline);
	});

	it.each(languages)('speaks %s', (language) => {
		const { kind, timeline, outbox } = wordsOf(language);
		const written = page(sampleTrace, language);
		expect(written).toContain(`<html lang="${language}">`);
		for (const word of [kind, timeline, outbox]) expect(written).toContain(word);
	});
});

describe('a step in words', () => {
	it.each([
		{ step: 0, words: { what: 'Event written', said: 'asks for approval' } },
		{ step: 1, words: { what: 'Event sent to n8n', said: 'first attempt' } },
		{ step: 2, words: { what: 'Event acknowledged by n8n', said: 'Execution 311' } },
		{ step: 3, words: { what: 'Case opened', said: '' } },
		{ step: 5, words: { what: 'Answered: approved', said: 'A customer of <many> years' } },
	])('is $words.what', ({ step, words }) => {
		const found = wayOf(sampleTrace, record).steps[step];
		expect(found && stepWords(found, 'en')).toEqual(words);
	});
});

describe('how long something took', () => {
	it.each([
		{ seconds: 0, language: 'en', words: '0 secs' },
		{ seconds: 0.04, language: 'en', words: '0 secs' },
		{ seconds: 2.5, language: 'en', words: '2.5 secs' },
		{ seconds: 59.6, language: 'en', words: '1 min' },
		{ seconds: 125, language: 'de', words: '2 Min. 5 Sek.' },
		{ seconds: 11_547.5, language: 'en', words: '3 hrs 12 mins' },
		{ seconds: 86_400, language: 'fr', words: '1 j' },
		{ seconds: 100_000, language: 'es', words: '1 d 4 h' },
	] as const)('is $words for $seconds seconds', ({ seconds, language, words }) => {
		expect(formatDuration(seconds, language).replace(/\s/g, ' ')).toBe(words);
	});
});

/** What can be read, in one line. */
function textOf(markup: string): string {
	return markup
		.replace(/<style>.*?<\/style>/gs, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
}
