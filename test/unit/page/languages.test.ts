import { caseEventTypes, decisions } from '../../../src/domain/case/vocabulary';
import { approvalPage, casePage } from '../../../src/page/approvalPage';
import { formatAmount } from '../../../src/page/formatAmount';
import { formatDistance, formatInstant } from '../../../src/page/formatInstant';
import { languages, type Language } from '../../../src/domain/languages';
import { languageFor } from '../../../src/page/language';
import { endedNotice, refusalNotice } from '../../../src/page/notices';
import { textsOf } from '../../../src/page/texts/textsOf';
import { voteRefusals } from '../../../src/domain/case/commandResults';
import { caseWith, sampleReader } from '../../kit/sampleCase';

describe('the language of a browser', () => {
	it.each<{ header: unknown; language: Language }>([
		{ header: 'de', language: 'de' },
		{ header: 'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', language: 'fr' },
		{ header: 'nl, es-MX;q=0.4, de;q=0.6', language: 'de' },
		{ header: 'DE-at', language: 'de' },
		{ header: 'de;q=0, es', language: 'es' },
		{ header: 'de;q=high, es;q=0.1', language: 'es' },
		{ header: 'ja, zh', language: 'en' },
		{ header: '*', language: 'en' },
		{ header: '', language: 'en' },
		{ header: undefined, language: 'en' },
		{ header: ['de'], language: 'en' },
		{ header: ';;,,=;q=', language: 'en' },
		{ header: `${'x,'.repeat(100_000)}de`, language: 'en' },
	])('is $language for $header', ({ header, language }) => {
		expect(languageFor(header)).toBe(language);
	});
});

describe('what is written', () => {
	it.each<{ language: Language; amount: string; instant: string; distance: string }>([
		{
			language: 'en',
			amount: '1,234,567.50 EUR',
			instant: 'Mon 2 Mar 2026, 17:00 (Europe/Berlin)',
			distance: 'in 3 hours',
		},
		{
			language: 'de',
			amount: '1.234.567,50 EUR',
			instant: 'Mo 2. Mär 2026, 17:00 (Europe/Berlin)',
			distance: 'in 3 Stunden',
		},
		{
			language: 'fr',
			amount: '1 234 567,50 EUR',
			instant: 'lun. 2 mars 2026, 17:00 (Europe/Berlin)',
			distance: 'dans 3 heures',
		},
		{
			language: 'es',
			amount: '1.234.567,50 EUR',
			instant: 'lun 2 mar 2026, 17:00 (Europe/Berlin)',
			distance: 'dentro de 3 horas',
		},
	])('reads as people do in $language', ({ language, amount, instant, distance }) => {
		const at = '2026-03-02T16:00:00.000Z';
		expect(formatAmount(1_234_567.5, 'EUR', language).replace(/\s/g, ' ')).toBe(amount);
		expect(formatInstant(at, 'Europe/Berlin', language)).toBe(instant);
		expect(formatDistance(at, '2026-03-02T13:00:00.000Z', language)).toBe(distance);
	});

	it('leaves no decimals to whole amounts, and no currency where none is known', () => {
		expect(formatAmount(4_000, 'EUR', 'es')).toBe('4.000 EUR');
		expect(formatAmount(0, null, 'en')).toBe('0');
	});
});

/** Every text in a language, by where it stands; functions are called with what they would get. */
function sentencesOf(language: Language): Map<string, string> {
	const found = new Map<string, string>();
	const walk = (path: string, part: unknown): void => {
		if (typeof part === 'string') found.set(path, part);
		else if (typeof part === 'function')
			found.set(path, String(part('one', 'two', 'three', 'four')));
		else if (typeof part === 'object' && part !== null)
			for (const [key, inner] of Object.entries(part)) walk(`${path}.${key}`, inner);
	};
	walk('', textsOf(language));
	return found;
}

describe('every language', () => {
	const same = new Set(['.urgent', '.footer', '.points.question', '.reasonCodes.margin']);

	it.each(languages.filter((language) => language !== 'en'))(
		'%s says all that English says, in other words',
		(language) => {
			const english = sentencesOf('en');
			const own = sentencesOf(language);
			expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
			expect([...own.values()].filter((text) => text.trim() === '')).toEqual([]);
			const untranslated = [...own]
				.filter(([path, text]) => text === english.get(path))
				.map(([path]) => path);
			expect(untranslated.filter((path) => !same.has(path))).toEqual([]);
		},
	);

	it.each(languages)('%s shows the whole case', (language) => {
		const reader = { ...sampleReader, language };
		const texts = textsOf(language);
		const view = caseWith({
			expedited: true,
			eligible: [{ id: 31, name: 'Erin Else' }],
			steps: [
				{
					role: 'sales_manager',
					approverIds: [11, 12],
					quorum: 1,
					delegations: [{ delegateId: 11, forId: 40 }],
					eligibleIds: [31],
				},
				{ role: 'finance', approverIds: [31], quorum: 1, delegations: [], eligibleIds: [] },
			],
			trail: caseEventTypes.map((type, index) => ({
				seq: index + 1,
				type,
				at: '2026-03-02T08:00:00.000Z',
				actor: { id: 4, name: 'Sam Seller' },
				data: type === 'forwarded' ? { to: { id: 5, name: 'Tara Taker' } } : { reason: 'Words' },
			})),
		});
		const page = approvalPage(view, reader, 'token');
		for (const words of [
			texts.form.approve,
			texts.form.others,
			texts.form.abstain,
			texts.form.forward,
			texts.reasonCodes.missing_information,
			texts.urgent,
			texts.stepOf(1, 2),
			`${texts.events.forwarded}: Tara Taker`,
		]) {
			expect(page).toContain(words);
		}
		expect(page).toContain('Erin Else');
		expect(page).not.toContain('undefined');
		expect(page).not.toContain('[object');
	});

	it.each(languages.flatMap((language) => voteRefusals.map((code) => ({ language, code }))))(
		'$language explains $code',
		({ language, code }) => {
			const notice = refusalNotice(code, language);
			const page = casePage(caseWith({}), { ...sampleReader, language }, notice);
			expect(page).toContain(`<html lang="${language}">`);
			expect(page).not.toContain('<form');
			expect(notice.status).toBeGreaterThanOrEqual(400);
		},
	);

	it.each(languages.flatMap((language) => decisions.map((decision) => ({ language, decision }))))(
		'$language tells that somebody has $decision',
		({ language, decision }) => {
			const at = '2026-03-02T12:30:00.000Z';
			const by = { id: 12, name: 'Frank Finance' };
			const made = { decision, by, at, reasonCode: null, reason: 'Words' };
			const notice = endedNotice(caseWith({ state: decision, decision: made }), {
				...sampleReader,
				language,
			});
			expect(notice?.text).toContain('Frank Finance');
			expect(notice?.text).toContain(textsOf(language).decided[decision]);
			expect(notice?.text).toContain('Words');
		},
	);
});

describe('a case that is decided in Odoo only', () => {
	it.each(languages)('sends the approver there, in %s', (language) => {
		const reader = { ...sampleReader, language };
		const page = approvalPage(caseWith({ odooOnly: true }), reader, 'token');
		expect(page).not.toContain('<form');
		expect(page).toContain(textsOf(language).form.inOdooHint);
		expect(page).toContain('href="https://odoo.example.com/odoo/x_approval_case/7"');
	});
});

describe('evidence', () => {
	it.each([
		{ value: 'https://files.example.com/a?b=1', isLink: true },
		{ value: 'http://files.example.com', isLink: true },
		{ value: 'javascript:alert(1)', isLink: false },
		{ value: 'https://files.example.com and more', isLink: false },
		{ value: 'https://', isLink: false },
	])('$value is a link: $isLink', ({ value, isLink }) => {
		const page = approvalPage(
			caseWith({ figures: [{ label: 'Photo', value }] }),
			sampleReader,
			't',
		);
		expect(page.includes(`<a href="${value}"`)).toBe(isLink);
	});
});
