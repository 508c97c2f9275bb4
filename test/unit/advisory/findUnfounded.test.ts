import { Evidence, type Json } from '../../../src/advisory/evidence/Evidence';
import { findUnfounded } from '../../../src/advisory/evidence/findUnfounded';
import { loadDateReader } from '../../../src/advisory/evidence/readDates';
import type { Language } from '../../../src/domain/languages';

const known: Json = {
	margin: { label: 'Margin', value: 11.25, unit: '%' },
	loss: { label: 'Loss', value: -5, unit: '%' },
	amount: 12400,
	rate: 1.5,
	reason: 'Margin 11.25 % is below 15 %, promised for 2026-03-09 at 14:30',
	lines: {
		rows: [
			['FURN_7800 Desk', '20 units'],
			['Chair', '40 units'],
		],
	},
};

async function unfounded(text: string, language: Language = 'en'): Promise<string[]> {
	const readDates = await loadDateReader(language === 'en' ? ['en'] : [language, 'en']);
	const evidence = new Evidence(readDates, '2026-03-01');
	evidence.add(known);
	return findUnfounded(text, [evidence], { readDates, language, today: '2026-03-01' });
}

describe('findUnfounded', () => {
	it.each<{ text: string; language?: Language }>([
		{ text: 'Margin is 11.25 %, below 15 %, of 12,400 EUR.' },
		{ text: 'Marge 11,25 % von 12.400,00 EUR.', language: 'de' },
		{ text: 'Une marge de 11,25 % sur 12 400 EUR, 15 pour cent.', language: 'fr' },
		{ text: 'Un margen de 11,25 por ciento de 12.400 EUR.', language: 'es' },
		{ text: 'Sold at -5 % or −5 %.' },
		{ text: 'Promised for 9 March 2026, at 14:30; 2026-03-09.' },
		{ text: 'Zugesagt für den 9. März.', language: 'de' },
		{ text: '20 units of FURN_7800, furn_7800 and 40 more.' },
		{ text: 'The two lines together, €12.4k.' },
		{ text: '[NAME_7] asks; [EMAIL_12] wrote.' },
		{ text: 'One of the lines.' },
		{ text: 'The margin is 11.25. The rate is 1.5.' },
	])('finds nothing to object to in "$text"', async ({ text, language }) => {
		expect(await unfounded(text, language)).toEqual([]);
	});

	it.each<{ text: string; pieces: string[]; language?: Language }>([
		{ text: 'Margin is 11.3 %.', pieces: ['11.3 %'] },
		{ text: 'Margin is 12,400 %.', pieces: ['12,400 %'] },
		{ text: 'About 12,000 EUR.', pieces: ['12,000 EUR'] },
		{ text: '15 EUR each.', pieces: ['15 EUR'] },
		{ text: 'A gain of 5 %.', pieces: ['5 %'] },
		{ text: 'Promised for 10 March 2026.', pieces: ['10 March 2026'] },
		{ text: 'At 15:30.', pieces: ['15:30'] },
		{ text: 'For seven weeks, a dozen times.', pieces: ['seven', 'dozen'] },
		{ text: 'Seit sieben Wochen.', pieces: ['sieben'], language: 'de' },
		{ text: 'Depuis sept semaines.', pieces: ['sept'], language: 'fr' },
		{ text: 'Desde hace siete semanas.', pieces: ['siete'], language: 'es' },
		{ text: 'As in S00041 and PO-77.', pieces: ['S00041', 'PO-77'] },
		{ text: 'As in FURN_780.', pieces: ['FURN_780'] },
		{ text: 'By ١٨ or ½.', pieces: ['١', '٨', '½'] },
		{ text: 'See https://evil.example now.', pieces: ['https://evil.example'] },
		{ text: 'Write to a@evil.example now.', pieces: ['a@evil.example'] },
	])('finds in "$text": $pieces', async ({ text, pieces, language }) => {
		expect(await unfounded(text, language)).toEqual(pieces);
	});
});
