import { notImplemented } from '../OdooFault';
import { fields } from '../orm/fields';
import { defineModel, groups } from './defineModel';

export const productCategoryModel = defineModel({
	name: 'product.category',
	label: 'Product Category',
	nameField: 'complete_name',
	fields: {
		name: fields.char('Name', { required: true }),
		complete_name: fields.char('Complete Name', { compute: (row) => row['name'] }),
	},
});

/** Variant and template in one: the distributor of the sandbox sells no variants. */
export const productModel = defineModel({
	name: 'product.product',
	label: 'Product Variant',
	order: 'default_code, name, id',
	beforeUnlink: () => {
		throw notImplemented('Deleting products');
	},
	nameField: 'display_name',
	fields: {
		name: fields.char('Name', { required: true }),
		default_code: fields.char('Internal Reference'),
		display_name: fields.char('Display Name', {
			compute: (row) =>
				typeof row['default_code'] === 'string'
					? `[${row['default_code']}] ${String(row['name'])}`
					: row['name'],
		}),
		active: fields.boolean('Active', { initial: () => true }),
		sale_ok: fields.boolean('Sales', { initial: () => true }),
		is_storable: fields.boolean('Track Inventory', { initial: () => true }),
		type: fields.selection(
			'Product Type',
			[
				['consu', 'Goods'],
				['service', 'Service'],
				['combo', 'Combo'],
			],
			{ initial: () => 'consu' },
		),
		categ_id: fields.many2one('Product Category', 'product.category'),
		list_price: fields.float('Sales Price'),
		lst_price: fields.float('Sales Price', { compute: (row) => row['list_price'] }),
		standard_price: fields.float('Cost', { groups: [groups.internal] }),
		qty_available: fields.float('Quantity On Hand'),
		free_qty: fields.float('Free To Use Quantity', { compute: (row) => row['qty_available'] }),
	},
});

/** Deliveries, as far as a confirmed order shows that one was made. */
export const pickingModel = defineModel({
	name: 'stock.picking',
	label: 'Transfer',
	order: 'priority desc, scheduled_date asc, id desc',
	fields: {
		name: fields.char('Reference'),
		origin: fields.char('Source Document'),
		priority: fields.char('Priority', { initial: () => '0' }),
		scheduled_date: fields.datetime('Scheduled Date'),
		sale_id: fields.many2one('Sales Order', 'sale.order'),
		partner_id: fields.many2one('Contact', 'res.partner'),
		state: fields.selection('Status', [
			['draft', 'Draft'],
			['confirmed', 'Waiting'],
			['assigned', 'Ready'],
			['done', 'Done'],
			['cancel', 'Cancelled'],
		]),
	},
	access: {
		read: [groups.stock, groups.sales],
		write: [],
		create: [],
		unlink: [],
	},
});

export const pricelistModel = defineModel({
	name: 'product.pricelist',
	label: 'Pricelist',
	fields: {
		name: fields.char('Pricelist Name', { required: true }),
		active: fields.boolean('Active', { initial: () => true }),
	},
});
