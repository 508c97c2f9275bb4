import { amountWriter, formatValue } from '../../src/domain/formatValue';

describe('formatValue', () => {
	it.each<[Parameters<typeof formatValue>, string]>([
		[[12_400, 'money', 'EUR'], '12,400 EUR'],
		[[12_400.5, 'money', 'EUR'], '12,400.50 EUR'],
		[[-0.25, 'money', 'EUR'], '-0.25 EUR'],
		[[1_234_567.5, 'money', null], '1,234,567.50'],
		[[11.25, '%', 'EUR'], '11.25 %'],
		[[3, 'days'], '3 days'],
		[[1_200], '1,200'],
		[['Tier A'], 'Tier A'],
		[[true], 'yes'],
		[[false], 'no'],
		[[null, '%'], 'unknown'],
		[[undefined], 'unknown'],
	])('%j reads "%s"', (value, text) => {
		expect(formatValue(...value)).toBe(text);
	});
});

describe('amountWriter', () => {
	it.each([
		['EUR', 2, 12_400, '12,400.00 EUR'],
		['EUR', 2, -0.255, '-0.26 EUR'],
		['JPY', 0, 1_500, '1,500 JPY'],
		['KWD', 3, 1.5, '1.500 KWD'],
	])('writes %s with %d decimals', (currency, decimalPlaces, amount, text) => {
		expect(amountWriter(currency, decimalPlaces)(amount)).toBe(text);
	});
});
