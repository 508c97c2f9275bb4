/** A JSON value as Python would show it, as Odoo's messages quote what they were given. */
export function pythonLiteral(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'string') return `'${value}'`;
	if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
	return JSON.stringify(value);
}

/** A condition of a domain as Python shows a tuple. */
export function pythonTuple(values: readonly unknown[]): string {
	return `(${values.map(pythonLiteral).join(', ')})`;
}

/**
 * Reads a domain that is written as Python text, such as `[('state', '=', 'sent')]`.
 *
 * Texts in it must hold no quotes, brackets or the words `True`, `False` and `None`.
 */
export function parseDomainText(text: string): unknown {
	const json = text
		.replaceAll('(', '[')
		.replaceAll(')', ']')
		.replaceAll("'", '"')
		.replace(/,\s*\]/g, ']')
		.replace(/\bTrue\b/g, 'true')
		.replace(/\b(?:False|None)\b/g, 'false');
	return JSON.parse(json);
}
