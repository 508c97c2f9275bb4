import { patternOfNames, type KnownNames } from './nameParts';
import { secretKinds, secretPatterns, type SecretKind } from './personalData';

type Kind = SecretKind | 'NAME';

const kinds: readonly Kind[] = [...secretKinds, 'NAME'];
const placeholder = new RegExp(`\\[(${kinds.join('|')})_(\\d{1,4})\\]`, 'g');

/**
 * Takes personal and secret data out of texts and puts it back into the answer.
 *
 * The same value has the same placeholder in every text of a case, and the same texts in the same
 * order have the same placeholders every time, so that equal cases make equal prompts.
 */
export class Placeholders {
	private readonly byValue = new Map<string, string>();
	private readonly values = new Map<string, string>();
	private readonly counts = new Map<Kind, number>();
	private readonly names: RegExp | null;

	constructor(names: KnownNames) {
		this.names = patternOfNames(names);
	}

	hide(text: string): string {
		// What looks like one of ours already would come back as somebody's name.
		let hidden = text.replace(placeholder, '($1 $2)');
		for (const kind of secretKinds) {
			for (const pattern of secretPatterns[kind]) hidden = this.replaced(hidden, pattern, kind);
		}
		return this.names ? this.replaced(hidden, this.names, 'NAME') : hidden;
	}

	/** Keys do not come back: they belong nowhere. */
	restore(text: string): string {
		return text.replace(placeholder, (whole, kind: string) =>
			kind === 'KEY' ? '(removed)' : (this.values.get(whole) ?? whole),
		);
	}

	/** Placeholders in an answer that nobody gave out. */
	unknownIn(text: string): string[] {
		return [...text.matchAll(placeholder)]
			.map(([one]) => one)
			.filter((one) => !this.values.has(one));
	}

	private replaced(text: string, pattern: RegExp, kind: Kind): string {
		return text.replace(pattern, (value: string) => this.placeholderFor(kind, value));
	}

	private placeholderFor(kind: Kind, value: string): string {
		// A name is one name, however it is written.
		const key = `${kind} ${kind === 'NAME' ? value.toLowerCase().replaceAll(/\s+/g, ' ') : value}`;
		const known = this.byValue.get(key);
		if (known !== undefined) return known;
		const number = (this.counts.get(kind) ?? 0) + 1;
		const made = `[${kind}_${number}]`;
		this.counts.set(kind, number);
		this.byValue.set(key, made);
		this.values.set(made, value);
		return made;
	}
}

/** A text without the placeholders in it, for reading the figures that it speaks of. */
export function withoutPlaceholders(text: string): string {
	return text.replace(placeholder, ' ');
}
