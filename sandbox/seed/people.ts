import { approvalGroups } from '../models/approvalGroups';
import { groups } from '../models/defineModel';
import type { Database } from '../orm/Database';
import { seedGroups } from './groups';

/** Who works for the distributor, by login, with the groups that they were given. */
const people = {
	admin: {
		name: 'Ada Lindqvist',
		groups: [groups.settings, groups.salesManager, groups.accountant],
	},
	integration: { name: 'n8n Integration', groups: [groups.allSales, approvalGroups.ruleMaker] },
	sofia: { name: 'Sofia Marin', groups: [groups.sales] },
	jonas: { name: 'Jonas Weber', groups: [groups.sales] },
	priya: { name: 'Priya Nair', groups: [groups.sales] },
	marta: { name: 'Marta Keller', groups: [groups.salesManager, approvalGroups.approver] },
	luca: { name: 'Luca Rossi', groups: [groups.salesManager, approvalGroups.approver] },
	henrik: { name: 'Henrik Olsen', groups: [groups.accountant, approvalGroups.approver] },
	elena: { name: 'Elena Petrova', groups: [groups.accountant, approvalGroups.manager] },
	tom: { name: 'Tom Becker', groups: [groups.internal] },
} as const;

export type Login = keyof typeof people;

export interface SandboxUser {
	id: number;
	name: string;
	login: Login;
	/** Serves as a bearer key and in the place of the password. */
	apiKey: string;
}

export type SandboxUsers = Readonly<Record<Login, SandboxUser>>;

/** Makes groups, users and the sales team. The administrator is user 2, as in a real Odoo. */
export function seedPeople(database: Database): SandboxUsers {
	seedGroups(database);
	seedUser(database, '__system__', 'OdooBot', [], false);
	const user = (login: Login) => newUser(database, login);
	return {
		admin: user('admin'),
		integration: user('integration'),
		sofia: user('sofia'),
		jonas: user('jonas'),
		priya: user('priya'),
		marta: user('marta'),
		luca: user('luca'),
		henrik: user('henrik'),
		elena: user('elena'),
		tom: user('tom'),
	};
}

function newUser(database: Database, login: Login): SandboxUser {
	const { name, groups: among } = people[login];
	const { id, apiKey } = seedUser(database, login, name, among, true);
	return { id, name, login, apiKey };
}

function seedUser(
	database: Database,
	login: string,
	name: string,
	among: readonly string[],
	active: boolean,
): { id: number; apiKey: string } {
	const email = `${login}@meridian.example`;
	const apiKey = `sandbox-key-${login}`;
	const partner = database.insert('res.partner', { name, email, is_company: false, active });
	const { id } = database.insert('res.users', {
		name,
		login,
		email,
		tz: 'Europe/Berlin',
		lang: 'en_US',
		active,
		share: false,
		partner_id: partner.id,
		company_id: 1,
		group_ids: among.flatMap((group) => database.idOf(group) ?? []),
		sandbox_api_key: apiKey,
		sandbox_password: login,
	});
	return { id, apiKey };
}
