import { z } from 'zod';
import { expected } from '../orm/genericMethods';
import { existingRows } from '../orm/read';
import { fields } from '../orm/fields';
import { groupsOf } from '../orm/groupsOf';
import { defineModel } from './defineModel';

export const groupModel = defineModel({
	name: 'res.groups',
	label: 'Access Groups',
	nameField: 'full_name',
	fields: {
		name: fields.char('Name', { required: true }),
		full_name: fields.char('Group Name'),
		implied_ids: fields.many2many('Inherits', 'res.groups'),
	},
});

const membership = fields.many2many('Groups', 'res.groups');

export const userModel = defineModel({
	name: 'res.users',
	label: 'User',
	order: 'name, login',
	fields: {
		name: fields.char('Name', { required: true }),
		login: fields.char('Login', { required: true }),
		email: fields.char('Email'),
		tz: fields.char('Timezone'),
		lang: fields.char('Language', { initial: () => 'en_US' }),
		active: fields.boolean('Active', { initial: () => true }),
		share: fields.boolean('Share User'),
		partner_id: fields.many2one('Related Partner', 'res.partner'),
		company_id: fields.many2one('Company', 'res.company'),
		group_ids: membership,
		all_group_ids: { ...membership, compute: (row, { database }) => groupsOf(database, row) },
	},
	constraint: (row, { database }) => {
		const isTaken = database
			.rows('res.users')
			.some((other) => other.id !== row.id && other['login'] === row['login']);
		return isTaken ? 'You can not have two users with the same login!' : null;
	},
	methods: {
		context_get: {
			kind: 'model',
			parameters: [],
			run: ({ environment: { database, userId } }) => {
				const user = database.find('res.users', userId);
				return user
					? { lang: user['lang'], tz: user['tz'] ?? false, uid: userId }
					: { uid: userId };
			},
		},
		has_group: {
			kind: 'records',
			parameters: [{ name: 'group_ext_id' }],
			run: ({ ids, values, model, environment }) => {
				const group = expected(z.string(), values['group_ext_id']);
				return existingRows(model, ids, environment).every((row) =>
					environment.hasGroup(group, row.id),
				);
			},
		},
	},
});

export const companyModel = defineModel({
	name: 'res.company',
	label: 'Companies',
	fields: {
		name: fields.char('Company Name', { required: true }),
		currency_id: fields.many2one('Currency', 'res.currency', { required: true }),
		resource_calendar_id: fields.many2one('Default Working Hours', 'resource.calendar'),
	},
});

export const currencyModel = defineModel({
	name: 'res.currency',
	label: 'Currency',
	fields: {
		name: fields.char('Currency', { required: true }),
		symbol: fields.char('Symbol'),
		decimal_places: fields.integer('Decimal Places', { initial: () => 2 }),
	},
});

export const teamModel = defineModel({
	name: 'crm.team',
	label: 'Sales Team',
	fields: {
		name: fields.char('Sales Team', { required: true }),
		user_id: fields.many2one('Team Leader', 'res.users'),
		member_ids: fields.many2many('Salespersons', 'res.users'),
		company_id: fields.many2one('Company', 'res.company'),
	},
});
