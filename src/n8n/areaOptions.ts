import type { INodePropertyOptions } from 'n8n-workflow';
import type { Area } from '../domain/areas/Area';
import { areas } from '../domain/areas/areas';

/** What a new node is about, until somebody chooses. */
export const firstArea = areas[0]?.id ?? '';

/** Stands in a list of areas for one that an administrator described, which is named beside it. */
export const OWN_AREA = 'own';

/** The approval areas as a list to choose from. */
export const areaOptions = optionsFor(areas);

/** Those in which Odoo can be told to hold records. */
export const guardOptions = optionsFor(areas.filter(({ guard }) => guard !== null));

/** Those in which it is told so at first: where Odoo has no gate of its own. */
export const heldByDefault = areas
	.filter(({ guard }) => guard && !guard.hasOwnGate)
	.map(({ id }) => id);

function optionsFor(some: readonly Area[]): INodePropertyOptions[] {
	return some
		.map(({ id, label, model }) => ({ name: label, value: id, description: `On ${model}` }))
		.sort((left, right) => left.name.localeCompare(right.name));
}
