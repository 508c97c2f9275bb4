import fc from 'fast-check';
import { roundMoney, toSmallestUnits } from '../../src/domain/money';

describe('toSmallestUnits', () => {
	it.each([
		[1.005, 2, 101],
		[1.004, 2, 100],
		[-1.005, 2, -101],
		[0.285, 2, 29],
		[1234.5, 0, 1235],
		[12.3456, 3, 12_346],
		[-0.001, 2, 0],
		[0, 2, 0],
	])('%d with %d decimals is %d', (amount, places, units) => {
		expect(toSmallestUnits(amount, places)).toBe(units);
	});

	it('finds back every amount that was written in cents', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
				expect(toSmallestUnits(cents / 100, 2)).toBe(cents);
			}),
		);
	});
});

describe('roundMoney', () => {
	it.each([
		[1.005, 2, 1.01],
		[122.39999999999986, 2, 122.4],
		[1500.5, 0, 1501],
	])('%d with %d decimals is %d', (amount, places, rounded) => {
		expect(roundMoney(amount, places)).toBe(rounded);
	});
});
