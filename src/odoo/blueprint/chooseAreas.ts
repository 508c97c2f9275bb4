import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import type { BlueprintArea } from './blueprint';

export interface AreaChoice {
	installable: BlueprintArea[];
	/** Areas whose Odoo modules are not installed, with those modules. */
	leftOut: Array<{ area: string; missingModules: string[] }>;
}

const moduleRows = z.array(z.object({ id: z.number(), name: z.string() }));

/** Parts the areas into those that this Odoo has the modules for, and the others. */
export async function chooseAreas(
	client: OdooClient,
	areas: readonly BlueprintArea[],
): Promise<AreaChoice> {
	const names = [...new Set(areas.flatMap(({ modules }) => modules))];
	const domain = [
		['name', 'in', names],
		['state', '=', 'installed'],
	];
	const args = { domain, fields: ['name'] };
	const rows = await client.call('ir.module.module', 'search_read', args, moduleRows);
	const installed = new Set(rows.map(({ name }) => name));

	const choice: AreaChoice = { installable: [], leftOut: [] };
	for (const area of areas) {
		const missingModules = area.modules.filter((name) => !installed.has(name));
		if (missingModules.length === 0) choice.installable.push(area);
		else choice.leftOut.push({ area: area.id, missingModules });
	}
	return choice;
}
