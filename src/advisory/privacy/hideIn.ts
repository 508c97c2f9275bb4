import { cleanText } from '../text/cleanText';
import type { Placeholders } from './Placeholders';

/** Longer than what is looked for, but for keys, which are found by their beginning. */
const margin = 300;

/**
 * A text as it may leave the house: cleaned, with personal and secret data replaced, and then cut.
 * Cut first, half an address would be left that nobody takes for one.
 *
 * @param most characters kept
 */
export function hideIn(text: string, placeholders: Placeholders, most: number): string {
	return cleanText(placeholders.hide(cleanText(text, most + margin)), most);
}
