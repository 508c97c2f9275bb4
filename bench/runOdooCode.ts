import { z } from 'zod';
import type { OdooClient } from '../src/odoo/OdooClient';
import { recordIds } from '../src/odoo/recordIds';

const modelRows = z.tuple([z.object({ id: z.number() })]);

/** Runs a program in Odoo, as a server action of an administrator's. */
export async function runOdooCode(admin: OdooClient, code: string): Promise<void> {
	const search = { domain: [['model', '=', 'res.partner']], fields: ['id'] };
	const [{ id: model_id }] = await admin.call('ir.model', 'search_read', search, modelRows);
	const vals_list = [{ name: 'Bench', model_id, state: 'code', code }];
	const ids = await admin.call('ir.actions.server', 'create', { vals_list }, recordIds);
	await admin.call('ir.actions.server', 'run', { ids }, z.unknown());
}
