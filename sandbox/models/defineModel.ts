import type { Field } from '../orm/fields';
import { fields } from '../orm/fields';
import type { Model } from '../orm/Model';

type Definition = Pick<Model, 'name' | 'label' | 'fields'> & Partial<Model>;

/** Groups of a plain Odoo, by external id. */
export const groups = {
	internal: 'base.group_user',
	settings: 'base.group_system',
	sales: 'sales_team.group_sale_salesman',
	allSales: 'sales_team.group_sale_salesman_all_leads',
	salesManager: 'sales_team.group_sale_manager',
	invoicing: 'account.group_account_invoice',
	accountant: 'account.group_account_manager',
	stock: 'stock.group_stock_user',
} as const;

const stamps: Record<string, Field> = {
	create_uid: fields.many2one('Created by', 'res.users', { readonly: true }),
	create_date: fields.datetime('Created on', { readonly: true }),
	write_uid: fields.many2one('Last Updated by', 'res.users', { readonly: true }),
	write_date: fields.datetime('Last Updated on', { readonly: true }),
};

/** A model that internal users read and administrators change, unless it says otherwise. */
export function defineModel(definition: Definition): Model {
	return {
		nameField: 'name',
		order: 'id',
		access: {
			read: [groups.internal],
			write: [groups.settings],
			create: [groups.settings],
			unlink: [groups.settings],
		},
		methods: {},
		...definition,
		fields: { ...definition.fields, ...stamps },
	};
}
