/** Line breaks and tabs are the only control characters that texts of people need. */
const controls = /[^\P{Cc}\n\t]/gu;
/**
 * Signs that nobody sees: directions that turn text around, joiners, tags, soft hyphens. They hide
 * words from people that a model reads.
 */
const invisible = /\p{Cf}|[\u{E0000}-\u{E0FFF}]|\u3164|[\uFE00-\uFE0F]/gu;

/** A share of damaged characters above which a text is no text. */
const mostDamage = 0.1;

/** Empty lines and wide gaps say nothing, and long runs of blanks keep some readers busy for seconds. */
function withoutGaps(text: string): string {
	return text.replace(/[^\S\n]{5,}/g, '    ').replace(/(?:[^\S\n]{0,4}\n){3,}/g, '\n\n');
}

/**
 * Makes any string a text of bounded length that reads as it looks: no control characters, no
 * invisible ones, no halves of characters. What is binary is left out.
 *
 * Costs no more for a megabyte than for what is kept.
 * @param most characters kept; what was cut off is marked by `…`
 */
export function cleanText(given: string, most: number): string {
	// Signs that fall away must not cost room, and nobody is to fill it with them alone.
	const head = given.slice(0, most * 2).toWellFormed();
	const text = head
		.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
		.replace(controls, '\uFFFD')
		.replace(invisible, '');
	const damaged = text.split('\uFFFD').length - 1;
	if (damaged > 4 && damaged > text.length * mostDamage) {
		return `(binary data, ${given.length} characters, left out)`;
	}
	const kept = withoutGaps(text.replaceAll('\uFFFD', ' ')).trim();
	const isCut = kept.length > most || given.length > head.length;
	return isCut ? `${kept.slice(0, most).toWellFormed().trimEnd()} …` : kept;
}
