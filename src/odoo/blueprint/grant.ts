import { z } from 'zod';
import type { OdooClient } from '../OdooClient';
import { englishContext } from './BlueprintRecord';
import { BlueprintError } from './errors';
import { detectDialect } from './OdooDialect';
import { References } from './References';

const roleGroups = {
	approver: 'group_approver',
	manager: 'group_manager',
	integration: 'group_integration',
	rule_author: 'group_rule_author',
} as const;

export type Role = keyof typeof roleGroups;

export interface Grant {
	login: string;
	role: Role;
}

export interface GrantReport extends Grant {
	/** `false` when the user had the role already. */
	granted: boolean;
	/** What will go wrong if it is left so; for people. */
	warnings: string[];
}

const users = z.array(
	z.object({ id: z.number(), email: z.union([z.string(), z.literal(false)]) }).passthrough(),
);

/**
 * Gives a user one of the roles. Granting it again changes nothing.
 *
 * The integration user needs, besides its role, the rights of the areas it decides in: for orders
 * that is Sales "User: All Documents" (`sales_team.group_sale_salesman_all_leads`), since business
 * methods run with the user's own rights. It needs no administrator's right.
 *
 * @throws {BlueprintError} approvals are not installed, or nobody has this login
 */
export async function grant(client: OdooClient, { login, role }: Grant): Promise<GrantReport> {
	const { groupsField } = await detectDialect(client);
	const group = (await References.read(client, [])).idOf(roleGroups[role]);
	if (group === undefined) throw new BlueprintError('Approvals are not installed in this Odoo');

	const read = { domain: [['login', '=', login]], fields: ['email', groupsField] };
	const args = { ...read, context: englishContext };
	const [user] = await client.call('res.users', 'search_read', args, users);
	if (!user) throw new BlueprintError(`Nobody has the login "${login}" in this Odoo`);

	const groups = z.array(z.number()).parse(user[groupsField]);
	const granted = !groups.includes(group);
	if (granted) {
		const vals = { [groupsField]: [[4, group]] };
		const write = { ids: [user.id], vals };
		await client.call('res.users', 'write', write, z.unknown(), { idempotent: true });
	}
	// Odoo 18 lets nobody without an address post on a record.
	const warnings = user.email ? [] : [`User "${login}" has no e-mail address`];
	return { login, role, granted, warnings };
}
