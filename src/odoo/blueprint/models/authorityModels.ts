import { field, type ModelDescription, selection } from './modelRecords';

const user = { relation: 'res.users', on_delete: 'restrict' };
const group = { relation: 'res.groups', on_delete: 'restrict' };
const told = { tracking: 1 };

/** The delegation-of-authority matrix, where it is kept in Odoo; its chatter tells who changed what. */
export const authorityModel: ModelDescription = {
	key: 'authority',
	label: 'Approval Authority',
	order: 'id',
	isThread: true,
	fields: [
		field('char', 'x_role', 'Role', { required: true, ...told }),
		field('integer', 'x_level', 'Level', told),
		selection(
			'x_kind',
			'Approver Is A',
			{ user: 'User', group: 'Group', field: 'Field of the Record' },
			{ required: true, ...told },
		),
		field('many2one', 'x_user_id', 'User', { ...user, ...told }),
		field('many2one', 'x_group_id', 'Group', { ...group, ...told }),
		field('char', 'x_field', 'Field', told),
		field('float', 'x_limit', 'Limit', told),
		field('char', 'x_currency', 'Currency', told),
		field('float', 'x_above', 'Asked Above', told),
		field('char', 'x_when_fact', 'Asked When', told),
		selection('x_needed', 'Approvals Needed', { count: 'A Number', all: 'All' }, told),
		field('integer', 'x_quorum', 'Number', told),
		field('char', 'x_areas', 'Areas', told),
		field('char', 'x_company', 'Companies', told),
		field('char', 'x_region', 'Regions', told),
		field('char', 'x_warehouse', 'Warehouses', told),
		field('char', 'x_category', 'Product Categories', told),
		field('date', 'x_valid_from', 'Valid From', told),
		field('date', 'x_valid_until', 'Valid Until', told),
		field('many2one', 'x_fallback_id', 'Fallback Group', { ...group, ...told }),
	],
};

/** Who answers for whom, and for how long. */
export const delegationModel: ModelDescription = {
	key: 'delegation',
	label: 'Approval Delegation',
	order: 'id desc',
	isThread: true,
	fields: [
		field('many2one', 'x_user_id', 'For', { ...user, required: true, index: true, ...told }),
		field('many2one', 'x_delegate_id', 'Stands In', { ...user, required: true, ...told }),
		field('date', 'x_from', 'From', told),
		field('date', 'x_until', 'Until', told),
		field('char', 'x_area', 'Only for the Area', told),
	],
};
