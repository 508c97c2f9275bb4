/** Whom the templates ask for each role, as groups of Odoo; the analyst names people or other groups. */
export const roleGroups: Readonly<Record<string, string>> = {
	sales_manager: 'sales_team.group_sale_manager',
	finance: 'account.group_account_manager',
	credit_manager: 'account.group_account_manager',
	buyer: 'purchase.group_purchase_user',
	purchase_manager: 'purchase.group_purchase_manager',
	warehouse_supervisor: 'stock.group_stock_manager',
	warehouse_manager: 'stock.group_stock_manager',
	logistics: 'stock.group_stock_user',
	logistics_manager: 'stock.group_stock_manager',
	supply_chain_manager: 'stock.group_stock_manager',
};
