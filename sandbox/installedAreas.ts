import { areas } from '../src/domain/areas/areas';

/** What the sandbox has of Odoo's modules. */
const modules = ['sale', 'sale_margin'];

/** The areas that can be installed in an Odoo of these modules. */
export const installedAreas = areas.filter((area) =>
	area.modules.every((name) => modules.includes(name)),
);

/** What people call an area; of one that is not installed, its id in words. */
export function areaLabel(id: string): string {
	return installedAreas.find((area) => area.id === id)?.label ?? id.replaceAll('_', ' ');
}
