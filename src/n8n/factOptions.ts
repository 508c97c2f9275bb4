import type { INodePropertyOptions } from 'n8n-workflow';
import { areas } from '../domain/areas/areas';

/** Every fact of every area as a list to choose from, each once. */
export const factOptions: INodePropertyOptions[] = areas
	.flatMap(({ factDeclarations }) => Object.entries(factDeclarations))
	.map(([value, { label, unit }]) => ({ name: unit ? `${label} (${unit})` : label, value }))
	.filter(({ value }, index, all) => all.findIndex((one) => one.value === value) === index)
	.sort((left, right) => left.name.localeCompare(right.name));
