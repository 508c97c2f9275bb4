import { z } from 'zod';
import type { OdooClient } from '../../../src/odoo/OdooClient';

const rows = z.array(z.object({ id: z.number() }).passthrough());

/** Puts somebody into groups, which are named by external ids. */
export async function joinGroups(
	admin: OdooClient,
	login: string,
	groups: ReadonlySet<string>,
): Promise<void> {
	const find = async (model: string, domain: unknown[], fields: string[]) =>
		await admin.call(model, 'search_read', { domain, fields }, rows);
	const [user] = await find('res.users', [['login', '=', login]], ['id']);
	const found = await find(
		'ir.model.data',
		[['model', '=', 'res.groups']],
		['complete_name', 'res_id'],
	);
	const ids = found
		.filter((one) => groups.has(String(one['complete_name'])))
		.map((one) => one['res_id']);
	const vals = { group_ids: ids.map((id) => [4, id]) };
	await admin.call('res.users', 'write', { ids: [user?.id ?? 0], vals }, z.unknown());
}
