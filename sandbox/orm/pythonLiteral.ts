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
