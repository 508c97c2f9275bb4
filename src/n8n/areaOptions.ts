import type { INodePropertyOptions } from 'n8n-workflow';
import { areas } from '../domain/areas/areas';

/** The approval areas as a list to choose from. */
export const areaOptions: INodePropertyOptions[] = areas
	.map(({ id, label, model }) => ({ name: label, value: id, description: `On ${model}` }))
	.sort((left, right) => left.name.localeCompare(right.name));
