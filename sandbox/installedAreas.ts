import { areas } from '../src/domain/areas/areas';

/** What the sandbox has of Odoo's modules. */
const modules = ['sale', 'sale_margin'];

/** The areas that can be installed in an Odoo of these modules. */
export const installedAreas = areas.filter((area) =>
	area.modules.every((name) => modules.includes(name)),
);
