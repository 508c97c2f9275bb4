import type { Facts } from './case/caseFile';

const decimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const cents = new Intl.NumberFormat('en-US', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2,
});

/** By decimal places, of which currencies have few; to make a format takes a hundred times its use. */
const amountFormats = new Map<number, Intl.NumberFormat>();

/**
 * Writes a fact as people read it: `12,400 EUR`, `11.25 %`, `3 days`, `yes`, `unknown`.
 *
 * @param unit as declared with the fact; `money` stands for an amount in `currency`
 * @param currency ISO 4217 code
 */
export function formatValue(
	value: Facts[string] | undefined,
	unit?: string | null,
	currency?: string | null,
): string {
	if (value === null || value === undefined) return 'unknown';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'string') return value;
	if (typeof value === 'object') return value.join(', ') || 'none';
	if (unit === 'money') return withUnit(formatMoney(value), currency);
	return withUnit(decimals.format(value), unit);
}

/** Writes amounts of one currency one below the other: always with all its decimals. */
export function amountWriter(currency: string, decimalPlaces: number): (amount: number) => string {
	const format = amountFormats.get(decimalPlaces) ?? newAmountFormat(decimalPlaces);
	return (amount) => withUnit(format.format(amount), currency);
}

function newAmountFormat(decimalPlaces: number): Intl.NumberFormat {
	const format = new Intl.NumberFormat('en-US', {
		minimumFractionDigits: decimalPlaces,
		maximumFractionDigits: decimalPlaces,
	});
	amountFormats.set(decimalPlaces, format);
	return format;
}

/** Whole amounts go without decimals, so that limits read as people say them. */
function formatMoney(amount: number): string {
	return Number.isInteger(amount) ? decimals.format(amount) : cents.format(amount);
}

function withUnit(number: string, unit: string | null | undefined): string {
	if (!unit) return number;
	return number === '1' && unit === 'days' ? '1 day' : `${number} ${unit}`;
}
