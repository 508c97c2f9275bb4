import { languages, type Language } from '../domain/languages';

const fallback: Language = 'en';

/**
 * The language that a browser likes best of those that the page speaks.
 * @param header what it says under Accept-Language (RFC 9110, 12.5.4), such as `de-CH,de;q=0.9,en;q=0.8`
 */
export function languageFor(header: unknown): Language {
	if (typeof header !== 'string') return fallback;
	const liked = header
		.slice(0, MOST_CHARACTERS)
		.split(',')
		.map(readRange)
		.filter(({ weight }) => weight > 0)
		// Of those it likes as much, the first; sorting keeps their order.
		.sort((left, right) => right.weight - left.weight);
	for (const { tag } of liked) {
		const spoken = languages.find((language) => language === tag);
		if (spoken) return spoken;
	}
	return fallback;
}

/** Browsers say far less. */
const MOST_CHARACTERS = 500;

function readRange(range: string): { tag: string; weight: number } {
	const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
	const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
	return { tag: name.split('-')[0] ?? '', weight: Number(weight) || 0 };
}
