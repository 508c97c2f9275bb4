import { loadDateReader } from '../../../src/advisory/evidence/readDates';

const today = '2026-03-01';

describe('the date reader', () => {
	const read = async (text: string) => {
		const readDates = await loadDateReader();
		return readDates(text, today).map(({ days, writing }) => `${days.join('|')} ${writing}`);
	};

	it.each([
		['2026-03-09', ['2026-03-09 full']],
		['2026-03-09T14:00:00Z', ['2026-03-09 full']],
		['02.03.2026 and 31.12.26', ['2026-03-02 full', '2026-12-31 full']],
		['03/02/2026', ['2026-02-03|2026-03-02 ambiguous']],
		['25/12/2026', ['2026-12-25 full']],
		['12.3.', ['2026-03-12 yearless']],
		['12.2.', ['2027-02-12 yearless']],
		['March 5th, 2026', ['2026-03-05 full']],
		['5 Mar', ['2026-03-05 yearless']],
		['am 5. März 2026', ['2026-03-05 full']],
		['le 1er avril', ['2026-04-01 yearless']],
		['el 5 de marzo de 2026', ['2026-03-05 full']],
		['next Friday', ['2026-03-06 relative']],
		['in two weeks', ['2026-03-15 relative']],
		['in zwei Wochen', ['2026-03-15 relative']],
		['dans deux semaines', ['2026-03-15 relative']],
		['en dos semanas', ['2026-03-15 relative']],
		['99/99/2026, 2026-13-45', []],
		['Margin 11.25 % is below 15 %', []],
		['1.250,00 EUR and 10.000', []],
		['at 14:30', []],
	])('finds in "%s": %j', async (text, dates) => {
		expect(await read(text)).toEqual(dates);
	});
});
