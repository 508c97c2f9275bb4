import { userError } from '../OdooFault';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { fields } from '../orm/fields';
import { idIn } from '../orm/rowValues';
import { defineModel, groups } from './defineModel';
import { lineMargin, lineSubtotal } from './saleAmounts';
import { maySell } from './saleOrder';

const internal = { groups: [groups.internal] };

export const saleOrderLineModel = defineModel({
	name: 'sale.order.line',
	label: 'Sales Order Line',
	order: 'order_id, sequence, id',
	access: {
		read: [groups.sales, groups.invoicing, groups.stock],
		write: [groups.sales],
		create: [groups.sales],
		unlink: [groups.sales],
	},
	mayTouch: (row, environment) => maySell(orderOf(row, environment), environment),
	fields: {
		order_id: fields.many2one('Order Reference', 'sale.order', { required: true }),
		sequence: fields.integer('Sequence', { initial: () => 10 }),
		name: fields.text('Description'),
		display_type: fields.selection('Display Type', [
			['line_section', 'Section'],
			['line_note', 'Note'],
		]),
		is_downpayment: fields.boolean('Is a down payment'),
		product_id: fields.many2one('Product', 'product.product'),
		product_uom_qty: fields.float('Quantity', { initial: () => 1 }),
		price_unit: fields.float('Unit Price'),
		discount: fields.float('Discount (%)'),
		purchase_price: fields.float('Cost', internal),
		price_subtotal: fields.monetary('Subtotal', { store: true, compute: lineSubtotal }),
		margin: fields.float('Margin', { ...internal, store: true, compute: lineMargin }),
		margin_percent: fields.float('Margin (%)', {
			store: true,
			...internal,
			compute: (row) => {
				const subtotal = lineSubtotal(row);
				return subtotal && lineMargin(row) / subtotal;
			},
		}),
		company_id: fields.many2one('Company', 'res.company', { initial: () => 1 }),
		currency_id: fields.many2one('Currency', 'res.currency', {
			compute: (_row, { database }) => database.find('res.company', 1)?.['currency_id'] ?? false,
		}),
	},
	afterCreate: takeFromProduct,
	beforeUnlink: (row, environment) => {
		if (orderOf(row, environment)?.['state'] === 'sale')
			throw userError(
				"Once a sales order is confirmed, you can't remove one of its lines (we need to track if " +
					'something gets invoiced or delivered).\n                Set the quantity to 0 instead.',
			);
	},
});

function orderOf(row: Row, { database }: Environment): Row | undefined {
	return database.find('sale.order', idIn(row, 'order_id') ?? 0);
}

/** What a line does not say itself, it takes from its product: description, price and cost. */
function takeFromProduct(
	id: number,
	{ database }: Environment,
	given: Readonly<Record<string, unknown>>,
): void {
	const line = database.find('sale.order.line', id);
	if (line?.['display_type']) database.update('sale.order.line', id, { product_uom_qty: 0 });
	const product = line && database.find('product.product', idIn(line, 'product_id') ?? 0);
	if (!product) return;
	database.update('sale.order.line', id, {
		name: given['name'] ?? product['name'],
		price_unit: given['price_unit'] ?? product['list_price'],
		purchase_price: given['purchase_price'] ?? product['standard_price'],
	});
}
