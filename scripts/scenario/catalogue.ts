/** What the scenario's company sells. Prices and costs in the company's currency, without tax. */
export const products = {
	chair: { code: 'SCN-CHAIR', name: 'Conference Chair', cost: 60, price: 100 },
	desk: { code: 'SCN-DESK', name: 'Height-Adjustable Desk', cost: 420, price: 640 },
	lamp: { code: 'SCN-LAMP', name: 'Reading Lamp', cost: 18, price: 45 },
	screen: { code: 'SCN-SCREEN', name: 'Acoustic Screen', cost: 150, price: 240 },
} as const;
export type ProductRole = keyof typeof products;

/** Who buys. A tier is a tag "Tier …" on the customer. */
export const customers = {
	hotel: { reference: 'SCN-HOTEL', name: 'Hotel Lindenhof', tier: 'A' },
	school: { reference: 'SCN-SCHOOL', name: 'Riverside School', tier: 'B' },
	office: { reference: 'SCN-OFFICE', name: 'Northgate Offices', tier: null },
} as const;
export type CustomerRole = keyof typeof customers;

/**
 * Who works there, with the groups that their work needs. The roles of approving come with the
 * blueprint, since its groups do.
 */
export const people = {
	salesperson: {
		login: 'sara.sales',
		name: 'Sara Sales',
		groups: ['sales_team.group_sale_salesman'],
		approvalRole: null,
	},
	salesManager: {
		login: 'mark.manager',
		name: 'Mark Manager',
		groups: ['sales_team.group_sale_manager'],
		approvalRole: 'approver',
	},
	finance: {
		login: 'fiona.finance',
		name: 'Fiona Finance',
		groups: ['account.group_account_manager', 'sales_team.group_sale_salesman_all_leads'],
		approvalRole: 'approver',
	},
	integration: {
		login: 'n8n.integration',
		name: 'n8n Integration',
		groups: ['sales_team.group_sale_salesman_all_leads'],
		approvalRole: 'integration',
	},
} as const;
export type PersonRole = keyof typeof people;
export type ApproverRole = 'salesManager' | 'finance';
