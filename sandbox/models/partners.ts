import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { fields } from '../orm/fields';
import { idIn, textIn } from '../orm/rowValues';
import { defineModel, groups } from './defineModel';
import { threadMethods } from './messages';

const accounting = { groups: [groups.accountant, groups.invoicing] };

export const partnerCategoryModel = defineModel({
	name: 'res.partner.category',
	label: 'Partner Tags',
	fields: {
		name: fields.char('Tag Name', { required: true }),
		active: fields.boolean('Active', { initial: () => true }),
	},
});

export const countryModel = defineModel({
	name: 'res.country',
	label: 'Country',
	fields: { name: fields.char('Country Name', { required: true }) },
});

export const countryStateModel = defineModel({
	name: 'res.country.state',
	label: 'Country state',
	fields: {
		name: fields.char('State Name', { required: true }),
		country_id: fields.many2one('Country', 'res.country', { required: true }),
	},
});

export const partnerModel = defineModel({
	name: 'res.partner',
	label: 'Contact',
	order: 'name, id',
	nameField: 'display_name',
	fields: {
		name: fields.char('Name'),
		display_name: fields.char('Display Name', { compute: nameWithCompany }),
		ref: fields.char('Reference'),
		email: fields.char('Email'),
		phone: fields.char('Phone'),
		city: fields.char('City'),
		state_id: fields.many2one('State', 'res.country.state'),
		country_id: fields.many2one('Country', 'res.country'),
		comment: fields.html('Notes'),
		is_company: fields.boolean('Is a Company'),
		active: fields.boolean('Active', { initial: () => true }),
		parent_id: fields.many2one('Related Company', 'res.partner'),
		commercial_partner_id: fields.many2one('Commercial Entity', 'res.partner', {
			compute: (row) => (typeof row['parent_id'] === 'number' ? row['parent_id'] : row.id),
		}),
		user_id: fields.many2one('Salesperson', 'res.users'),
		category_id: fields.many2many('Tags', 'res.partner.category'),
		property_payment_term_id: fields.many2one('Customer Payment Terms', 'account.payment.term'),
		use_partner_credit_limit: fields.boolean('Partner Limit', accounting),
		credit_limit: fields.float('Credit Limit', accounting),
		credit: fields.monetary('Total Receivable', accounting),
		total_invoiced: fields.monetary('Total Invoiced', accounting),
	},
	access: {
		read: [groups.internal],
		write: [groups.settings, groups.sales],
		create: [groups.settings, groups.sales],
		unlink: [groups.settings, groups.sales],
	},
	methods: threadMethods,
});

/** A contact is named after their company: "Fjord Timber, Ina Dahl". */
function nameWithCompany(row: Row, { database }: Environment): string {
	const company = database.find('res.partner', idIn(row, 'parent_id') ?? 0);
	const name = textIn(row, 'name');
	return company ? `${textIn(company, 'name')}, ${name}` : name;
}

export const paymentTermModel = defineModel({
	name: 'account.payment.term',
	label: 'Payment Terms',
	fields: {
		name: fields.char('Payment Terms', { required: true }),
		active: fields.boolean('Active', { initial: () => true }),
		line_ids: fields.one2many('Terms', 'account.payment.term.line', 'payment_id'),
	},
});

export const paymentTermLineModel = defineModel({
	name: 'account.payment.term.line',
	label: 'Payment Terms Line',
	nameField: 'id',
	fields: {
		payment_id: fields.many2one('Payment Terms', 'account.payment.term', { required: true }),
		value: fields.selection('Due', [
			['percent', 'Percent'],
			['fixed', 'Fixed'],
		]),
		value_amount: fields.float('Due Amount'),
		nb_days: fields.integer('Days'),
		delay_type: fields.selection('Delay Type', [['days_after', 'Days after invoice date']]),
	},
});
