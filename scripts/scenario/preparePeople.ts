import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { detectDialect } from '../../src/odoo/blueprint/OdooDialect';
import { OdooClient } from '../../src/odoo/OdooClient';
import { createApiKey } from '../real/odooApiKey';
import { people, type PersonRole } from './catalogue';
import { mapRecord } from './mapRecord';
import { findOrCreate } from './prepareCatalogue';
import type { StagePerson } from './Stage';

const groupRows = z.array(z.object({ name: z.string(), res_id: z.number() }));

export interface OdooAddress {
	url: string;
	database: string;
}

/** Somebody of the scenario in a real Odoo, with what they log in with. */
export interface PreparedPerson extends StagePerson {
	password: string;
	apiKey: string;
}

export type PreparedPeople = Record<PersonRole, PreparedPerson>;

/**
 * Makes the scenario's users where they are missing, gives them the groups that their work needs,
 * a new password and an API key.
 *
 * @param admin an administrator's client
 */
export async function preparePeople(
	admin: OdooClient,
	address: OdooAddress,
): Promise<PreparedPeople> {
	const { groupsField } = await detectDialect(admin);
	return await mapRecord(people, async ({ login, name, groups }): Promise<PreparedPerson> => {
		// In Odoo's own inbox, so that no mail server is needed.
		const values = { name, email: `${login}@example.com`, notification_type: 'inbox' };
		const id = await findOrCreate(admin, 'res.users', { login }, values);
		const password = randomBytes(12).toString('base64url');
		const groupIds = await readGroupIds(admin, groups);
		// Instead of the groups that Odoo gives to every new user, which may decide far too much.
		const vals = { password, [groupsField]: [[6, 0, groupIds]] };
		await admin.call('res.users', 'write', { ids: [id], vals }, z.unknown());

		const apiKey = await createApiKey(address, { login, password, name: 'Approvals' });
		const odoo = new OdooClient({ ...address, login, apiKey }, axiosHttpSend);
		return { id, name, login, password, apiKey, odoo };
	});
}

async function readGroupIds(admin: OdooClient, names: readonly string[]): Promise<number[]> {
	const domain = [
		['model', '=', 'res.groups'],
		['name', 'in', names.map((name) => name.split('.')[1] ?? '')],
		['module', 'in', names.map((name) => name.split('.')[0] ?? '')],
	];
	const args = { domain, fields: ['name', 'res_id'] };
	const rows = await admin.call('ir.model.data', 'search_read', args, groupRows);
	return rows.map(({ res_id }) => res_id);
}
