/** Markup that may stand in a page as it is. Only `html` and `trustedHtml` make it. */
export class SafeHtml {
	constructor(private readonly markup: string) {}

	toString(): string {
		return this.markup;
	}
}

export type HtmlValue =
	SafeHtml | string | number | false | null | undefined | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * Template tag that escapes whatever is put in, so that forgetting it is not possible.
 *
 * Lists are joined; `null`, `undefined` and `false` leave nothing. Attributes have to be quoted.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
	const [first = '', ...rest] = strings;
	const parts = rest.map((part, index) => written(values[index]) + part);
	return new SafeHtml(first + parts.join(''));
}

/** For constants of ours, such as the style sheet; never for anything that came from outside. */
export function trustedHtml(markup: string): SafeHtml {
	return new SafeHtml(markup);
}

function written(value: HtmlValue): string {
	if (value === null || value === undefined || value === false) return '';
	if (value instanceof SafeHtml) return value.toString();
	if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
	return value.map(written).join('');
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
