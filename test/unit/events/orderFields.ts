import { modelFieldsSchema, type ModelFields } from '../../../src/domain/events/modelFields';

/** Some fields of an order, as `fields_get` describes them. */
export const orderFields: ModelFields = modelFieldsSchema.parse({
	id: { string: 'ID', type: 'integer', store: true },
	name: { string: 'Number', type: 'char', store: true },
	state: {
		string: 'Status',
		type: 'selection',
		selection: [
			['draft', 'Quotation'],
			['sale', 'Sales Order'],
		],
		store: true,
	},
	amount_total: { string: 'Total', type: 'monetary', store: true },
	active: { string: 'Active', type: 'boolean', store: true },
	partner_id: { string: 'Customer', type: 'many2one', relation: 'res.partner', store: true },
	order_line: { string: 'Lines', type: 'one2many', relation: 'sale.order.line', store: true },
	validity_date: { string: 'Expiration', type: 'date', store: true },
	date_order: { string: 'Order Date', type: 'datetime', store: true },
	amount_left: { string: 'Left', type: 'float', store: false },
	signature: { string: 'Signature', type: 'binary', store: true },
});
