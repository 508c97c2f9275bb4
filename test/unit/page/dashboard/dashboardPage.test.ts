import { exampleQueue } from '../../../../scripts/templates/exampleQueue';
import type { Queue } from '../../../../src/domain/insights/queue';
import { languages } from '../../../../src/domain/languages';
import { dashboardRefusal } from '../../../../src/page/dashboard/dashboardPage';
import { dashboardTextsOf } from '../../../../src/page/dashboard/texts/dashboardTextsOf';
import { emptyQueue } from '../../../kit/emptyQueue';
import { sampleDashboard, sampleOdoo } from '../../../kit/sampleDashboard';
import { emptyFigures, sampleFigures } from '../../../kit/sampleFigures';

const texts = dashboardTextsOf('en');

/** What a reader sees of a page, on one line. */
function wordsOf(page: string): string {
	const [, body = ''] = page.split('<body>');
	return body
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.replaceAll('&amp;', '&');
}

/** The value under a name among the key figures. */
function figure(page: string, label: string): string | undefined {
	const found = new RegExp(`<dt>${label}</dt>\\s*<dd>([^<]*)</dd>`).exec(page);
	return found?.[1];
}

const chartsIn = (page: string) =>
	[...page.matchAll(/<div class="chart"[^>]*>(<svg.*?<\/svg>)/gs)].map(([, svg = '']) => svg);

describe('the dashboard', () => {
	it('begins with what waits, since when, and what is broken', async () => {
		const words = wordsOf(await sampleDashboard());
		expect(words).toContain(
			'3 cases wait, 1 overdue As of Mon 12 Jan 2026, 07:30 (Europe/Berlin) · Figures since Sat 13 Dec 2025, 07:30 (Europe/Berlin)',
		);
		expect(words).toContain('Odoo did not carry out what was decided: 1 Odoo’s own words');
		expect(words).not.toContain(texts.healthy);
	});

	it('tells the figures of now and of the time', async () => {
		const page = await sampleDashboard();
		const keys = (labels: string[]) => labels.map((label) => [label, figure(page, label)]);
		expect(
			keys([
				texts.keys.waiting,
				texts.keys.overdue,
				texts.keys.oldest,
				texts.keys.attention,
				texts.keys.decided,
				texts.keys.autoApproved,
				texts.keys.median,
				texts.keys.p90,
				texts.keys.late,
				texts.health.lag,
				texts.promises.releaseRefused,
			]),
		).toEqual([
			['Waiting', '3'],
			['Overdue', '1'],
			['Waiting longest', '2.8 days'],
			['Needs attention', '1'],
			['Decided', '301'],
			['Approved by policy', '63%'],
			['Half are decided within', '2.6 hrs'],
			['90 % are decided within', '21 hrs'],
			['Decided late', '13'],
			['90 % acknowledged within', '4.1 secs'],
			['Attempts past the approval', '2'],
		]);
	});

	it('lists what waits with its age, and leads to record and case in Odoo', async () => {
		const page = await sampleDashboard();
		expect(page).toContain(`<a href="${sampleOdoo}/sale.order/1" rel="noreferrer">S00042</a>`);
		expect(page).toContain(`href="${sampleOdoo}/x_approval_case/1"`);
		const words = wordsOf(page);
		expect(words).toContain(
			'12,400 EUR Marta Example 2.8 days Fri 9 Jan 2026, 16:00 overdue P00017',
		);
		expect(words).toContain('– Marta Example 25 mins Tue 13 Jan 2026, 13:05');
	});

	it('says how many more wait than it lists, and who looks after what nobody is asked about', async () => {
		const queue = exampleQueue();
		const [first, second] = queue.cases;
		if (!first || !second) throw new Error('The example has cases');
		const words = wordsOf(
			await sampleDashboard({
				queue: {
					...queue,
					waiting: { ...queue.waiting, count: 1_203 },
					cases: [
						{ ...first, approvers: [], owner: { id: 8, name: 'Olga Owner' } },
						{ ...second, approvers: [], dueAt: null },
					],
				},
			}),
		);
		expect(words).toContain('1,201 more are in Odoo.');
		expect(words).toContain('looked after by Olga Owner');
		expect(words).toContain('nobody is asked');
		expect(words).toContain('no due time');
	});

	it('says what became of each promise that ran out', async () => {
		const queue = exampleQueue();
		const cases = (['pending', 'superseded', 'approved'] as const).flatMap((state) =>
			queue.cases.slice(0, 1).map((one) => ({ ...one, state })),
		);
		const page = await sampleDashboard({ queue: { ...queue, breached: { count: 3, cases } } });
		const became = [
			...wordsOf(page).matchAll(/9 Jan 2026, 16:00 ([A-Za-z, ]+?) (?:S00042|Rules)/g),
		];
		expect(became.map(([, words]) => words)).toEqual([
			'still open',
			'Ended, because the record changed',
			'approved by Policy',
		]);
	});

	it('names the rules that people override, the most overridden first', async () => {
		const words = wordsOf(await sampleDashboard());
		expect(words).toMatch(
			/margin_below_floor \S+ 4 31 93\.6% discount_above_limit \S+ 4 18 61\.1% by default \S+ 4 9 33\.3%/,
		);
	});

	it('says which areas it is about, where it is not about all', async () => {
		const words = wordsOf(await sampleDashboard({ areaLabels: ['Procurement', 'Write-off'] }));
		expect(words).toContain('· Only Procurement, Write-off');
	});
});

describe('a house in which nothing happens', () => {
	const empty = async () => await sampleDashboard({ queue: emptyQueue, figures: emptyFigures });

	it('is said to be empty and well, in place of charts without anything', async () => {
		const page = await empty();
		const words = wordsOf(page);
		for (const said of [
			'Nothing waits',
			texts.healthy,
			texts.stuck.nobody,
			texts.noCase,
			texts.promises.none,
			texts.rules.none,
		])
			expect(words).toContain(said);
		expect(chartsIn(page)).toEqual([]);
	});

	it('has a dash for what is not known, and never 0', async () => {
		const page = await empty();
		for (const label of [
			texts.keys.oldest,
			texts.keys.autoApproved,
			texts.keys.median,
			texts.keys.p90,
			texts.health.lag,
			texts.health.oldestPending,
		])
			expect([label, figure(page, label)]).toEqual([label, '–']);
		expect(figure(page, texts.keys.waiting)).toBe('0');
	});
});

describe('a time in which people decided nothing', () => {
	it('is said in place of charts without anything', async () => {
		const figures = sampleFigures();
		const decided = figures.decided.map((one) => ({ ...one, byPeople: 0, late: 0, waiting: null }));
		const page = await sampleDashboard({ figures: { ...figures, decided } });
		expect(wordsOf(page)).toContain(texts.trend.nobodyDecided);
		expect(wordsOf(page)).toContain(texts.trend.noneLate);
		expect(chartsIn(page)).toHaveLength(3);
	});
});

describe('what is broken', () => {
	const queue = exampleQueue();
	const broken: Array<{ trouble: keyof typeof texts.troubles; changes: Partial<Queue> }> = [
		{ trouble: 'notReleased', changes: { notReleased: queue.notReleased } },
		{ trouble: 'leftUndone', changes: { leftUndone: { count: 1, cases: queue.cases } } },
		{ trouble: 'deadLetters', changes: { outbox: { ...queue.outbox, dead: 1 } } },
		{
			trouble: 'lateEvents',
			changes: { outbox: { pending: 1, oldestAt: '2026-01-12T05:30:00.000Z', dead: 0 } },
		},
	];

	it.each(broken)('$trouble is said with what to do about it', async ({ trouble, changes }) => {
		const words = wordsOf(await sampleDashboard({ queue: { ...emptyQueue, ...changes } }));
		const { what, todo } = texts.troubles[trouble];
		expect(words).toContain(`${what('1')} ${todo}`);
		expect(words).not.toContain(texts.healthy);
		const others = broken.filter((one) => one.trouble !== trouble);
		for (const other of others) expect(words).not.toContain(texts.troubles[other.trouble].todo);
	});

	it('an event that has waited for less than an hour is no trouble', async () => {
		const outbox = { pending: 1, oldestAt: '2026-01-12T05:31:00.000Z', dead: 0 };
		const words = wordsOf(await sampleDashboard({ queue: { ...emptyQueue, outbox } }));
		expect(words).toContain(texts.healthy);
	});
});

describe('charts', () => {
	it('are told in words and as a table as well', async () => {
		const page = await sampleDashboard();
		expect(chartsIn(page)).toHaveLength(5);
		const described = [...page.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, it]) => it);
		expect(described).toEqual([
			'Waiting, by area. Sales order release: 6, 2 overdue; Procurement: 5, 1 overdue; Returns authorization: 4, 0 overdue',
			'Waiting, by who is asked. Bo Example-Longname: 8, 2 overdue; Henrik Example: 5, 1 overdue; Marta Example: 2, 0 overdue',
			'Opened and decided, by day. Opened: 330, of which approved by policy: 208. Decided by people: 93.',
			'Hours until people decided, by day. Over the whole time, half within 2.6 hrs, 90 % within 21 hrs.',
			'Decided late, by day. Over the whole time: 13.',
		]);
		expect(wordsOf(page).split(texts.table)).toHaveLength(6);
		expect(wordsOf(page)).toContain(
			'Bo Example-Longname 8 2 0 2.9 days 28 hrs Henrik Example 5 1 0 45 hrs 16 hrs',
		);
		expect(wordsOf(page)).toMatch(/14 Dec – – 15 Dec 60 mins 6 hrs 16 Dec 2 hrs 11 hrs/);
	});

	it('take every colour from the page, so that they go with light, dark and paper', async () => {
		const painted = chartsIn(await sampleDashboard()).flatMap((svg) =>
			// What is cut off by is not painted.
			[
				...svg.replaceAll(/<clipPath.*?<\/clipPath>/gs, '').matchAll(/ (?:fill|stroke)="([^"]*)"/g),
			].map(([, colour]) => colour),
		);
		expect(painted.length).toBeGreaterThan(100);
		expect(
			[...new Set(painted)].filter((colour) => !/^(none|var\(--[a-z-]+\))$/.test(colour ?? '')),
		).toEqual([]);
	});
});

describe('what people wrote', () => {
	const evil = '<script>alert(1)</script>"\'&';

	it('becomes no markup, in tables, charts and their words alike', async () => {
		const queue = exampleQueue();
		const person = { id: 3, name: evil };
		const figures = sampleFigures();
		const labels = Object.fromEntries(
			Object.entries(figures.labels).map(([kind, names]) => [
				kind,
				Object.fromEntries(Object.keys(names).map((key) => [key, evil])),
			]),
		);
		const page = await sampleDashboard({
			queue: {
				...queue,
				cases: queue.cases.map((one) => ({
					...one,
					...{ recordName: evil, areaLabel: evil, headline: evil, approvers: [person] },
				})),
				notReleased: {
					count: 1,
					cases: queue.notReleased.cases.map((one) => ({ ...one, message: evil })),
				},
			},
			figures: {
				...figures,
				labels: { ...figures.labels, ...labels },
				rules: figures.rules.map((one) => ({ ...one, rule: evil, policy: evil })),
			},
			areaLabels: [evil],
		});
		expect(page).not.toContain('<script');
		expect(chartsIn(page).filter((svg) => svg.includes('&lt;script&gt;'))).toHaveLength(2);
		// None breaks out of an attribute either.
		expect(page).not.toMatch(/alert\(1\)<\/script>/);
		expect(page).not.toMatch(/aria-label="[^"]*<script/);
	});
});

describe('the page', () => {
	it('loads nothing, runs nothing, and says so to the browser', async () => {
		const page = await sampleDashboard();
		expect(page).not.toMatch(/<(script|img|link|iframe|object|form|base)\b/);
		expect(page).not.toMatch(/@import|url\((?!#)/);
		const outside = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
		expect(outside.filter((address) => !address?.startsWith(`${sampleOdoo}/`))).toEqual([]);
		expect(page).toMatch(
			/<head>.*<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;;.*<\/head>/s,
		);
	});

	it.each(languages)('speaks %s throughout', async (language) => {
		const words = dashboardTextsOf(language);
		const page = await sampleDashboard({ language });
		expect(page).toContain(`<html lang="${language}">`);
		for (const heading of [words.queue, words.stuck, words.trend, words.promises, words.rules])
			expect(page).toContain(heading.heading);
		expect(page).not.toContain('undefined');
		expect(page).not.toContain('NaN');
		expect(page).not.toContain('[object');
	});

	it.each(
		languages.flatMap((language) =>
			(['invalid', 'expired', 'unavailable'] as const).map((fault) => ({ language, fault })),
		),
	)('says in $language why it is not shown: $fault', ({ language, fault }) => {
		const { status, html } = dashboardRefusal(fault, language);
		expect(status).toBe(fault === 'unavailable' ? 503 : 403);
		expect(html).toContain(`<html lang="${language}">`);
		expect(html).toContain(dashboardTextsOf(language).faults[fault].text);
	});
});
