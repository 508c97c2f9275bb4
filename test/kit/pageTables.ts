import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

/** A table of a page: its first heading names it. */
export interface PageTable {
	headings: string[];
	rows: string[][];
}

/** The tables of a page in `docs`, in order, with code as plain text. */
export function tablesOf(page: string): PageTable[] {
	const text = readFileSync(join(__dirname, '../../docs', page), 'utf8');
	const blocks = text.split(/\n(?!\|)/).map((block) => block.split('\n'));
	return blocks.flatMap((lines) => {
		const [headings, rule, ...rows] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
		return headings && rule ? [{ headings, rows }] : [];
	});
}

function cellsOf(line: string): string[] {
	return line
		.split(/(?<!\\)\|/)
		.slice(1, -1)
		.map((cell) => cell.trim().replaceAll(/^`|`$/g, '').replaceAll('\\|', '|'));
}

/** What somebody who reads `label: cell` on a page types into the fields of a node: name and value. */
export function typedIn(
	properties: readonly INodeProperties[],
	label: string,
	cell: string,
): [name: string, value: unknown] {
	const found = properties.filter((one) => one.displayName === label);
	for (const property of found) {
		if (property.type === 'multiOptions' && cell === 'none') return [property.name, []];
		if (property.type !== 'options') return [property.name, cell];
		const choice = (property.options as INodeProperties[]).find(({ name }) => name === cell);
		if (choice && 'value' in choice) return [property.name, choice.value];
	}
	throw new Error(`No field "${label}" takes "${cell}"`);
}

/** The fields inside a collection, or inside the rows of a fixed one. */
export function fieldsIn(properties: readonly INodeProperties[], name: string): INodeProperties[] {
	const options = properties
		.filter((one) => one.name === name && one.options !== undefined)
		.flatMap((one) => one.options as Array<INodeProperties | INodePropertyCollection>);
	return options.flatMap((one) => ('values' in one ? one.values : [one]));
}
