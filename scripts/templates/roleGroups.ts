/** Whom the templates ask for each role, as groups of Odoo; the analyst names people or other groups. */
export const roleGroups: Readonly<Record<string, string>> = {
	sales_manager: 'sales_team.group_sale_manager',
	finance: 'account.group_account_manager',
	credit_manager: 'account.group_account_manager',
	purchase_manager: 'purchase.group_purchase_manager',
};
