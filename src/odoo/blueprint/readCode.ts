import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads Python that Odoo will run, and puts constants before it.
 *
 * @param folder where the file lies, beside the module that asks
 */
export function readCode(folder: string, file: string, constants: Constants = {}): string {
	const code = readFileSync(join(folder, 'code', file), 'utf8').trim();
	const given = Object.entries(constants).map(([name, value]) => `${name} = ${toPython(value)}`);
	return [...given, code].join('\n');
}

export type Constants = Record<string, Constant>;
type Constant =
	| string
	| number
	| boolean
	| ReadonlyArray<string | number>
	| Readonly<Record<string, string | number>>;

/** A value as Python writes it; JSON writes numbers, texts, and texts by name the same way. */
export function toPython(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(toPython).join(', ')}]`;
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	return value === null ? 'None' : JSON.stringify(value);
}
