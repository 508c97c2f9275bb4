import type { INodePropertyOptions } from 'n8n-workflow';
import { areas } from '../domain/areas/areas';

/** What a new node is about, until somebody chooses. */
export const firstArea = areas[0]?.id ?? '';

/** The approval areas as a list to choose from. */
export const areaOptions: INodePropertyOptions[] = areas
	.map(({ id, label, model }) => ({ name: label, value: id, description: `On ${model}` }))
	.sort((left, right) => left.name.localeCompare(right.name));
