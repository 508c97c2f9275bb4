import { periodUnitFor } from '../../../../src/domain/insights/figures';
import type { Language } from '../../../../src/domain/languages';
import {
	formatCount,
	formatDuration,
	formatPeriod,
	formatShare,
} from '../../../../src/page/dashboard/formatFigures';

/** Languages part numbers and units by spaces that do not break. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('figures', () => {
	it.each<{ language: Language; count: string; share: string; duration: string; period: string }>([
		{ language: 'en', count: '1,234.50', share: '12.5%', duration: '5.2 hrs', period: '23 Nov' },
		{ language: 'de', count: '1.234,50', share: '12,5 %', duration: '5,2 Std.', period: '23. Nov' },
		{ language: 'fr', count: '1 234,50', share: '12,5 %', duration: '5,2 h', period: '23 nov.' },
		{ language: 'es', count: '1.234,50', share: '12,5 %', duration: '5,2 h', period: '23 nov' },
	])('read as people write them in $language', ({ language, ...written }) => {
		expect({
			count: plain(formatCount(1_234.5, language)),
			share: plain(formatShare(0.125, language)),
			duration: plain(formatDuration(5.2 * 3_600, language)),
			period: plain(formatPeriod('2026-11-23T00:00', 'day', language)),
		}).toEqual(written);
	});

	it('that are not known are a dash', () => {
		expect(formatCount(null, 'en')).toBe('–');
		expect(formatShare(null, 'en')).toBe('–');
		expect(formatDuration(null, 'en')).toBe('–');
	});

	it.each([
		{ seconds: 0, words: '0 secs' },
		{ seconds: 89, words: '89 secs' },
		{ seconds: 90, words: '1.5 mins' },
		{ seconds: 5_399, words: '90 mins' },
		{ seconds: 5_400, words: '1.5 hrs' },
		{ seconds: 172_799, words: '48 hrs' },
		{ seconds: 172_800, words: '2 days' },
		{ seconds: 30 * 86_400, words: '30 days' },
	])('$seconds seconds are $words', ({ seconds, words }) => {
		expect(formatDuration(seconds, 'en')).toBe(words);
	});

	it.each([
		{ unit: 'hour', words: '23 Nov, 14:00' },
		{ unit: 'week', words: '23 Nov' },
		{ unit: 'month', words: 'Nov 2026' },
	] as const)('of one $unit stand under $words', ({ unit, words }) => {
		expect(formatPeriod('2026-11-23T14:00', unit, 'en')).toBe(words);
	});
});

describe('the period that suits a time', () => {
	const day = 86_400;
	it.each([
		{ seconds: 2 * day, unit: 'hour' },
		{ seconds: 2 * day + 1, unit: 'day' },
		{ seconds: 45 * day, unit: 'day' },
		{ seconds: 45 * day + 1, unit: 'week' },
		{ seconds: 200 * day, unit: 'week' },
		{ seconds: 200 * day + 1, unit: 'month' },
	])('of $seconds seconds is a $unit', ({ seconds, unit }) => {
		expect(periodUnitFor(seconds)).toBe(unit);
	});
});
