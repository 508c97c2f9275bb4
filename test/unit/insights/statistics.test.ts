import fc from 'fast-check';
import { deviationsAbove, wilson } from '../../../src/domain/insights/statistics';

describe("Wilson's interval", () => {
	it.each([
		// R: binom::binom.wilson(k, n, conf.level = 0.95)
		{ hits: 0, count: 10, low: 0, high: 0.2775 },
		{ hits: 5, count: 10, low: 0.2366, high: 0.7634 },
		{ hits: 10, count: 10, low: 0.7225, high: 1 },
		{ hits: 1, count: 100, low: 0.0018, high: 0.0545 },
	])('of $hits in $count is what textbooks have', ({ hits, count, low, high }) => {
		const interval = wilson(hits, count, 1.95996);
		expect(interval.low).toBeCloseTo(low, 4);
		expect(interval.high).toBeCloseTo(high, 4);
	});

	it('says nothing of nothing', () => {
		expect(wilson(0, 0, 2.58)).toEqual({ low: 0, high: 1 });
	});

	it('holds the share itself, and is narrower the more was seen', () => {
		fc.assert(
			fc.property(fc.nat(200), fc.nat(200), (hits, misses) => {
				fc.pre(hits + misses > 0);
				const share = hits / (hits + misses);
				const few = wilson(hits, hits + misses, 2.58);
				const many = wilson(10 * hits, 10 * (hits + misses), 2.58);
				expect(few.low).toBeLessThanOrEqual(share + 1e-9);
				expect(few.high).toBeGreaterThanOrEqual(share - 1e-9);
				expect(many.high - many.low).toBeLessThan(few.high - few.low);
			}),
		);
	});
});

describe('how far a median is above the usual', () => {
	const usual = { count: 100, median: 2, mad: 0.5 };

	it('grows with the distance and with how much was seen', () => {
		const few = deviationsAbove(usual, { count: 8, median: 3 }, 0.1);
		expect(few).toBeCloseTo(1 / (1.4826 * 0.5 * 1.2533 * Math.sqrt(1 / 100 + 1 / 8)), 6);
		expect(deviationsAbove(usual, { count: 40, median: 3 }, 0.1)).toBeGreaterThan(few);
		expect(deviationsAbove(usual, { count: 8, median: 4 }, 0.1)).toBeGreaterThan(few);
	});

	it('is none where nothing has changed, and below 0 where it is less', () => {
		expect(deviationsAbove(usual, { count: 8, median: 2 }, 0.1)).toBe(0);
		expect(deviationsAbove(usual, { count: 8, median: 1 }, 0.1)).toBeLessThan(0);
	});

	it('does not take the least difference for infinite where all was the same', () => {
		const same = { count: 100, median: 2, mad: 0 };
		const sure = deviationsAbove(same, { count: 8, median: 2.1 }, 0.1);
		expect(sure).toBeLessThan(3);
	});
});
