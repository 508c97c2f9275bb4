import fc from 'fast-check';
import { cleanText } from '../../../src/advisory/text/cleanText';

describe('cleanText', () => {
	it.each([
		['plain text stays', 'Ça va? Größe 5 µm, 20 €', 'Ça va? Größe 5 µm, 20 €'],
		['lines and tabs stay', 'a\r\nb\u2028c\td', 'a\nb\nc\td'],
		['control characters go', 'a\u0000b\u007Fc', 'a b c'],
		['text is not turned around', 'pay \u202E0001\u202C EUR', 'pay 0001 EUR'],
		['nothing is hidden between letters', 'ap\u200Bpro\u2060ve\u00AD', 'approve'],
		['nothing is hidden in tags', 'a\u{E0069}\u{E0067}b', 'ab'],
		['halves of characters go', 'a\uD83Db\uDC00c', 'a b c'],
		['whole ones stay', '📦 box', '📦 box'],
		['Arabic and Hebrew stay', 'مرحبا שלום', 'مرحبا שלום'],
		['what looks empty is empty', ' \u200B\uFEFF ', ''],
	])('%s', (_what, given, text) => {
		expect(cleanText(given, 100)).toBe(text);
	});

	it('cuts where asked, and says so', () => {
		expect(cleanText('abcdefgh', 5)).toBe('abcde …');
		expect(cleanText('abcde', 5)).toBe('abcde');
	});

	it('never cuts a character in two', () => {
		expect(cleanText('abc📦def', 4)).toBe('abc\uFFFD …');
	});

	it('leaves out what is no text', () => {
		const binary = '\u0001\u0002\u0003PNG\u0004\u0005\u0006\u0007'.repeat(50);
		expect(cleanText(binary, 1_000)).toBe('(binary data, 500 characters, left out)');
	});

	it('gives bounded, well-formed text without hidden signs, whatever it gets', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 500 }),
				fc.integer({ min: 1, max: 200 }),
				(given, most) => {
					const text = cleanText(given, most);
					expect(text.isWellFormed()).toBe(true);
					expect(text.length).toBeLessThanOrEqual(Math.max(most + 2, 60));
					expect(text).not.toMatch(/[^\P{Cc}\n\t]|\p{Cf}/u);
				},
			),
		);
	});
});
