import type { Language } from '../domain/languages';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes an amount with its currency as the language does: `12,400 EUR`, `12.400 EUR`. Whole amounts
 * go without decimals.
 *
 * @param currency ISO 4217 code, or `null` when it is not known
 */
export function formatAmount(amount: number, currency: string | null, language: Language): string {
	const decimals = Number.isInteger(amount) ? 0 : 2;
	const number = formatOf(language, decimals).format(amount);
	return currency === null ? number : `${number} ${currency}`;
}

/** To make a format takes a hundred times its use. */
function formatOf(language: Language, decimals: number): Intl.NumberFormat {
	const key = `${language} ${decimals}`;
	const format =
		formats.get(key) ??
		new Intl.NumberFormat(language, {
			minimumFractionDigits: decimals,
			maximumFractionDigits: Math.max(decimals, 2),
			// Spanish would write 4000 but 12.000.
			useGrouping: 'always',
		});
	formats.set(key, format);
	return format;
}
