import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import { BLUEPRINT_MODULE, type BlueprintRecord } from './BlueprintRecord';
import type { References } from './References';

const rows = z.array(z.object({ name: z.string(), model: z.string(), res_id: z.number() }));

/** Kinds that hold data of the users; an older one of them stays. */
const KEPT = ['ir.model', 'ir.model.fields', 'ir.model.fields.selection', 'res.groups'];

/** Odoo gives the action inside a scheduled action an external id of its own, ending so. */
const CRON_ACTION = '_ir_actions_server';

/** Rules that subscriptions made; they go with their subscription. */
const RULE = /^rule_\d+$/;

/** Takes away what an older blueprint had and this one has no more; gives the names. */
export async function removeObsolete(
	client: OdooClient,
	records: readonly BlueprintRecord[],
	references: References,
): Promise<string[]> {
	const described = new Set(
		records.flatMap(({ name, model }) => (model === 'ir.cron' ? [name, name + CRON_ACTION] : name)),
	);
	const obsolete = [...references.own().keys()].filter(
		(name) => !described.has(name) && !RULE.test(name),
	);
	if (obsolete.length === 0) return [];

	const domain = [
		['module', '=', BLUEPRINT_MODULE],
		['name', 'in', obsolete],
		['model', 'not in', KEPT],
	];
	const args = { domain, fields: ['name', 'model', 'res_id'], order: 'id desc' };
	const found = await client.call('ir.model.data', 'search_read', args, rows);
	for (const { model, res_id } of found) {
		await client.call(model, 'unlink', { ids: [res_id] }, z.unknown(), { idempotent: true });
	}
	return found.map(({ name }) => name);
}
