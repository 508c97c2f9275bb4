import { approvalGroups } from '../models/approvalGroups';
import { groups } from '../models/defineModel';
import type { Database } from '../orm/Database';

interface Group {
	externalId: string;
	/** As Odoo shows it, with the heading it stands under. */
	fullName: string;
	/** Groups that come along with it; they stand before it. */
	implies: readonly string[];
}

const everyGroup: readonly Group[] = [
	{ externalId: groups.internal, fullName: 'Role / User', implies: [] },
	{ externalId: groups.settings, fullName: 'Role / Administrator', implies: [groups.internal] },
	{
		externalId: groups.sales,
		fullName: 'Sales/User: Own Documents Only',
		implies: [groups.internal],
	},
	{ externalId: groups.allSales, fullName: 'Sales/User: All Documents', implies: [groups.sales] },
	{
		externalId: groups.salesManager,
		fullName: 'Sales/Administrator',
		implies: [groups.allSales],
	},
	{ externalId: groups.invoicing, fullName: 'Accounting/Invoicing', implies: [groups.internal] },
	{
		externalId: groups.accountant,
		fullName: 'Accounting/Administrator',
		implies: [groups.invoicing],
	},
	{ externalId: groups.stock, fullName: 'Inventory/User', implies: [groups.internal] },
	{
		externalId: approvalGroups.integration,
		fullName: 'Approval Integration',
		implies: [groups.internal],
	},
	{
		externalId: approvalGroups.ruleMaker,
		fullName: 'Approval Rules: May Create',
		implies: [approvalGroups.integration],
	},
	{
		externalId: approvalGroups.approver,
		fullName: 'Approvals/Approver',
		implies: [groups.internal],
	},
	{
		externalId: approvalGroups.manager,
		fullName: 'Approvals/Approval Manager',
		implies: [approvalGroups.approver],
	},
];

export function seedGroups(database: Database): void {
	for (const { externalId, fullName, implies } of everyGroup) {
		const { id } = database.insert('res.groups', {
			name: fullName.split('/').at(-1)?.trim() ?? fullName,
			full_name: fullName,
			implied_ids: implies.flatMap((name) => database.idOf(name) ?? []),
		});
		database.nameExternally(externalId, id);
	}
}
