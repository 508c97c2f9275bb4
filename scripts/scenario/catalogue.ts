/**
 * What the scenario's company sells; the sandbox sells the same. Prices and costs of one, in the
 * company's currency and without tax.
 */
export const products = {
	cable: { code: 'CAB-100', name: 'Installation cable 3×1.5 mm², 100 m', cost: 41, price: 62 },
	panel: { code: 'LIG-060', name: 'LED panel 60×60, 36 W', cost: 27, price: 44 },
	cabinet: { code: 'ENC-IND', name: 'Industrial cabinet 2000×800', cost: 610, price: 860 },
	ups: { code: 'POW-UPS', name: 'UPS 3 kVA, rack', cost: 690, price: 940 },
} as const;
export type ProductRole = keyof typeof products;

/** Who buys. A tier is a tag "Tier …" on the customer. */
export const customers = {
	marine: { reference: 'C001', name: 'Alster Marine Works', tier: 'A' },
	food: { reference: 'C003', name: 'Cordoba Food Plants', tier: 'B' },
	watches: { reference: 'C010', name: 'Jura Watch Cases', tier: null },
} as const;
export type CustomerRole = keyof typeof customers;

/**
 * Who works there, with the groups that their work needs. The roles of approving come with the
 * blueprint, since its groups do.
 */
export const people = {
	salesperson: {
		login: 'sofia',
		name: 'Sofia Marin',
		groups: ['base.group_user', 'sales_team.group_sale_salesman'],
		approvalRole: null,
	},
	salesManager: {
		login: 'marta',
		name: 'Marta Keller',
		groups: ['base.group_user', 'sales_team.group_sale_manager'],
		approvalRole: 'approver',
	},
	finance: {
		login: 'henrik',
		name: 'Henrik Olsen',
		groups: ['base.group_user', 'account.group_account_manager'],
		approvalRole: 'approver',
	},
	integration: {
		login: 'integration',
		name: 'n8n Integration',
		groups: ['base.group_user', 'sales_team.group_sale_salesman_all_leads'],
		approvalRole: 'integration',
	},
} as const;
export type PersonRole = keyof typeof people;
export type ApproverRole = 'salesManager' | 'finance';
