import { fields } from '../orm/fields';
import { idIn } from '../orm/rowValues';
import { approvalGroups } from './approvalGroups';
import { defineModel, groups } from './defineModel';

const { approver, manager } = approvalGroups;
const everything = (names: readonly string[]) => ({
	read: names,
	write: names,
	create: names,
	unlink: names,
});

/** Who answers for whom: everybody's own, which approval managers look after. */
export const delegationModel = defineModel({
	name: 'x_approval_delegation',
	label: 'Approval Delegation',
	nameField: 'x_name',
	order: 'id desc',
	access: everything([approver, manager]),
	mayTouch: (row, environment) =>
		environment.isInAny([manager]) || idIn(row, 'x_user_id') === environment.userId,
	fields: {
		x_name: fields.char('Name'),
		x_user_id: fields.many2one('For', 'res.users', { required: true }),
		x_delegate_id: fields.many2one('Stands In', 'res.users', { required: true }),
		x_from: fields.date('From'),
		x_until: fields.date('Until'),
		x_area: fields.char('Only for the Area'),
	},
});

/** The matrix, where it is kept in Odoo; whoever approves does not set their own limits. */
export const authorityModel = defineModel({
	name: 'x_approval_authority',
	label: 'Approval Authority',
	nameField: 'x_name',
	order: 'id',
	access: { ...everything([groups.settings]), read: [manager, groups.settings] },
	fields: {
		x_name: fields.char('Name'),
		x_role: fields.char('Role', { required: true }),
		x_level: fields.integer('Level'),
		x_kind: fields.selection(
			'Approver Is A',
			['user', 'group', 'field'].map((kind) => [kind, kind] as const),
			{ required: true },
		),
		x_user_id: fields.many2one('User', 'res.users'),
		x_group_id: fields.many2one('Group', 'res.groups'),
		x_field: fields.char('Field'),
		x_limit: fields.float('Limit'),
		x_currency: fields.char('Currency'),
		x_above: fields.float('Asked Above'),
		x_when_fact: fields.char('Asked When'),
		x_needed: fields.selection(
			'Approvals Needed',
			['count', 'all'].map((needed) => [needed, needed] as const),
		),
		x_quorum: fields.integer('Number'),
		x_areas: fields.char('Areas'),
		x_company: fields.char('Companies'),
		x_region: fields.char('Regions'),
		x_warehouse: fields.char('Warehouses'),
		x_category: fields.char('Product Categories'),
		x_valid_from: fields.date('Valid From'),
		x_valid_until: fields.date('Valid Until'),
		x_fallback_id: fields.many2one('Fallback Group', 'res.groups'),
	},
});
