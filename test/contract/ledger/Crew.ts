import { z } from 'zod';
import { createApiKey } from '../../../scripts/real/odooApiKey';
import { BlueprintError } from '../../../src/odoo/blueprint/errors';
import { grant, type Role } from '../../../src/odoo/blueprint/grant';
import type { OdooClient } from '../../../src/odoo/OdooClient';
import { recordIds } from '../../../src/odoo/recordIds';
import type { StageUser } from './LedgerStage';
import type { RealServer } from './realStage';

export interface Person {
	login: string;
	name: string;
	role: Role | null;
	/** External ids of the groups they are in, besides being internal users. */
	groups: readonly string[];
}

/** The same for all: these people exist only in databases made for tests. */
const password = 'a-password-of-the-suite';

const found = z.array(z.object({ id: z.number() }));
const externalIds = z.array(z.object({ res_id: z.number() }));

/** Makes the people of the suite, once in each database. */
export class Crew {
	constructor(
		private readonly server: RealServer,
		private readonly admin: OdooClient,
	) {}

	async hire({ name, login, role, groups }: Person): Promise<StageUser> {
		const id = (await this.findUser(login)) ?? (await this.makeUser({ name, login, groups }));
		if (role) await grant(this.admin, { login, role });
		const apiKey = await createApiKey(this.server, { login, password, name: 'Contract suite' });
		return { id, name, login, apiKey };
	}

	async userId(login: string): Promise<number> {
		const id = await this.findUser(login);
		if (id === undefined) throw new BlueprintError(`Nobody has the login ${login}`);
		return id;
	}

	async idOf(externalId: string): Promise<number> {
		const [module, name] = externalId.split('.');
		const domain = [
			['module', '=', module],
			['name', '=', name],
		];
		const args = { domain, fields: ['res_id'] };
		const [row] = await this.admin.call('ir.model.data', 'search_read', args, externalIds);
		if (!row) throw new BlueprintError(`This Odoo has no ${externalId}`);
		return row.res_id;
	}

	async codeAction(code: string): Promise<number> {
		const model_id = await this.idOf('n8n_approvals.model_outbox');
		const vals_list = [{ name: 'Contract suite', model_id, state: 'code', code }];
		const [id = 0] = await this.admin.call('ir.actions.server', 'create', { vals_list }, recordIds);
		// With a group of its own, an action asks for no right on its model.
		const vals = { group_ids: [[4, await this.idOf('base.group_system')]] };
		await this.admin.call('ir.actions.server', 'write', { ids: [id], vals }, z.unknown());
		return id;
	}

	private async findUser(login: string): Promise<number | undefined> {
		const args = { domain: [['login', '=', login]], fields: ['id'] };
		const [user] = await this.admin.call('res.users', 'search_read', args, found);
		return user?.id;
	}

	private async makeUser({ name, login, groups }: Omit<Person, 'role'>): Promise<number> {
		const ids = [];
		for (const group of ['base.group_user', ...groups]) ids.push(await this.idOf(group));
		const values = { name, login, email: login, password, group_ids: [[6, 0, ids]] };
		const args = { vals_list: [values] };
		const [id = 0] = await this.admin.call('res.users', 'create', args, recordIds);
		return id;
	}
}
