import fc from 'fast-check';
import { readFigures } from '../../../src/advisory/evidence/readFigures';

const read = (text: string) =>
	readFigures(text).map(({ readings, kind }) => `${readings.join('|')} ${kind}`);

describe('readFigures', () => {
	it.each([
		['12,400 EUR', ['12.4|12400 money']],
		['EUR 12.400,50', ['12400.5 money']],
		['€12k and $1.2M', ['12000 money', '1200000 money']],
		['11.25 % or 11,25%', ['11.25 percent', '11.25 percent']],
		['15 percent, 15 Prozent, 15 pour cent, 15 por ciento', Array(4).fill('15 percent')],
		['−5 %, -20.01 % and - 3', ['-5 percent', '-20.01 percent', '3 plain']],
		['10-20 units', ['10 plain', '20 plain']],
		['1 234,5 kg', ['1234.5 plain']],
		['12’400.00 CHF', ['12400 money']],
		['1.234.567', ['1234567 plain']],
		['1,234,567.89', ['1234567.89 plain']],
		['20kg, 3x, 5 000', ['20 plain', '3 plain', '5000 plain']],
		['0.125', ['0.125 plain']],
		['S00042, PO-7, WH/OUT/00012, FURN_7800', []],
		['line 3 of 7.', ['3 plain', '7 plain']],
		['nothing', []],
	])('finds in "%s": %j', (text, figures) => {
		expect(read(text)).toEqual(figures);
	});

	it('reads every number back, in the notation of four languages', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e9, noNaN: true }),
				fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'es-ES', 'de-CH'),
				(value, locale) => {
					const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
					const [figure, ...others] = readFigures(`say ${text} then`);
					expect(others).toEqual([]);
					expect(figure?.readings).toContain(Number(value.toFixed(2)));
				},
			),
		);
	});
});
