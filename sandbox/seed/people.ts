import { approvalGroups } from '../models/approvalGroups';
import { groups } from '../models/defineModel';
import type { Database } from '../orm/Database';

/** Every group of the sandbox with the name that Odoo shows for it. */
const groupNames: ReadonlyArray<readonly [externalId: string, fullName: string]> = [
	[groups.internal, 'Role / User'],
	[groups.settings, 'Role / Administrator'],
	[groups.sales, 'Sales/User: Own Documents Only'],
	[groups.allSales, 'Sales/User: All Documents'],
	[groups.salesManager, 'Sales/Administrator'],
	[groups.invoicing, 'Accounting/Invoicing'],
	[groups.accountant, 'Accounting/Administrator'],
	[groups.stock, 'Inventory/User'],
	[approvalGroups.integration, 'Approval Integration'],
	[approvalGroups.approver, 'Approvals/Approver'],
	[approvalGroups.manager, 'Approvals/Approval Manager'],
];

const salesperson = [groups.internal, groups.sales];
const salesManager = [...salesperson, groups.allSales, groups.salesManager];
const accountant = [groups.internal, groups.invoicing, groups.accountant];

/** Who works for the distributor, by login, with every group they are in. */
const people = {
	admin: {
		name: 'Ada Lindqvist',
		groups: [groups.settings, ...salesManager, ...accountant, approvalGroups.manager],
	},
	integration: {
		name: 'n8n Integration',
		groups: [...salesperson, groups.allSales, approvalGroups.integration],
	},
	sofia: { name: 'Sofia Marin', groups: salesperson },
	jonas: { name: 'Jonas Weber', groups: salesperson },
	priya: { name: 'Priya Nair', groups: salesperson },
	marta: { name: 'Marta Keller', groups: [...salesManager, approvalGroups.approver] },
	luca: { name: 'Luca Rossi', groups: [...salesManager, approvalGroups.approver] },
	henrik: { name: 'Henrik Olsen', groups: [...accountant, approvalGroups.approver] },
	elena: {
		name: 'Elena Petrova',
		groups: [...accountant, approvalGroups.approver, approvalGroups.manager],
	},
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
	for (const [externalId, fullName] of groupNames) {
		const name = fullName.split('/').at(-1) ?? fullName;
		const { id } = database.insert('res.groups', { name: name.trim(), full_name: fullName });
		database.nameExternally(externalId, id);
	}
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
		group_ids: [...new Set(among)].flatMap((group) => database.idOf(group) ?? []),
		sandbox_api_key: apiKey,
		sandbox_password: login,
	});
	return { id, apiKey };
}
