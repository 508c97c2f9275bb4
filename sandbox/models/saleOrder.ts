import { userError } from '../OdooFault';
import type { Environment } from '../orm/Environment';
import type { Database, Row } from '../orm/Database';
import { fields } from '../orm/fields';
import { odooDateTime } from '../orm/instants';
import { idIn, textIn } from '../orm/rowValues';
import { defineModel, groups } from './defineModel';
import { threadMethods } from './messages';
import { marginOf, untaxedOf } from './saleAmounts';
import { saleOrderActions } from './saleOrderActions';

const states = [
	['draft', 'Quotation'],
	['sent', 'Quotation Sent'],
	['sale', 'Sales Order'],
	['cancel', 'Cancelled'],
] as const;

const whoSells = {
	read: [groups.sales, groups.invoicing, groups.stock],
	write: [groups.sales],
	create: [groups.sales],
	unlink: [groups.salesManager],
};

/** Whose documents a salesperson may touch: all, or their own and those of nobody. */
export function maySell(order: Row | undefined, environment: Environment): boolean {
	if (environment.isInAny([groups.allSales, groups.invoicing, groups.stock])) return true;
	const seller = order ? idIn(order, 'user_id') : null;
	return seller === null || seller === environment.userId;
}

export const saleOrderModel = defineModel({
	name: 'sale.order',
	label: 'Sales Order',
	order: 'date_order desc, id desc',
	access: whoSells,
	mayTouch: maySell,
	fields: {
		name: fields.char('Order Reference', { initial: () => 'New' }),
		state: fields.selection('Status', states, { readonly: true, initial: () => 'draft' }),
		locked: fields.boolean('Locked'),
		partner_id: fields.many2one('Customer', 'res.partner', { required: true }),
		user_id: fields.many2one('Salesperson', 'res.users', {
			initial: ({ userId }) => userId,
		}),
		team_id: fields.many2one('Sales Team', 'crm.team'),
		company_id: fields.many2one('Company', 'res.company', { initial: () => 1 }),
		currency_id: fields.many2one('Currency', 'res.currency', {
			compute: (_row, { database }) => database.find('res.company', 1)?.['currency_id'] ?? false,
		}),
		currency_rate: fields.float('Currency Rate', { compute: () => 1 }),
		pricelist_id: fields.many2one('Pricelist', 'product.pricelist', { initial: () => 1 }),
		payment_term_id: fields.many2one('Payment Terms', 'account.payment.term'),
		date_order: fields.datetime('Order Date', { initial: ({ at }) => odooDateTime(at) }),
		commitment_date: fields.datetime('Delivery Date'),
		validity_date: fields.date('Expiration'),
		client_order_ref: fields.char('Customer Reference'),
		origin: fields.char('Source Document'),
		signed_on: fields.datetime('Signed On'),
		tag_ids: fields.many2many('Tags', 'crm.tag'),
		note: fields.html('Terms and conditions'),
		order_line: fields.one2many('Order Lines', 'sale.order.line', 'order_id'),
		amount_untaxed: fields.monetary('Untaxed Amount', { store: true, compute: untaxedOf }),
		amount_tax: fields.monetary('Taxes', { store: true, compute: () => 0 }),
		amount_total: fields.monetary('Total', { store: true, compute: untaxedOf }),
		margin: fields.monetary('Margin', { store: true, compute: marginOf }),
		margin_percent: fields.float('Margin (%)', {
			store: true,
			compute: (row, environment) => {
				const untaxed = untaxedOf(row, environment);
				return untaxed && marginOf(row, environment) / untaxed;
			},
		}),
		picking_ids: fields.one2many('Transfers', 'stock.picking', 'sale_id'),
		delivery_status: fields.selection('Delivery Status', [['pending', 'Not Delivered']], {
			store: true,
			compute: (row, { database }) =>
				database.rows('stock.picking').some((one) => one['sale_id'] === row.id) && 'pending',
		}),
		invoice_status: fields.selection('Invoice Status', [['no', 'Nothing to Invoice']], {
			store: true,
			compute: () => 'no',
		}),
	},
	methods: { ...threadMethods, ...saleOrderActions },
	afterCreate: numberAndTerms,
	beforeUnlink: (row) => {
		if (!['draft', 'cancel'].includes(textIn(row, 'state')))
			throw userError(
				'You can not delete a sent quotation or a confirmed sales order. You must first cancel it.',
			);
	},
});

/** Gives a new order its number, and the payment terms of its customer if it has none of its own. */
function numberAndTerms(id: number, { database }: Environment): void {
	const order = database.find('sale.order', id);
	if (!order) return;
	database.update('sale.order', id, {
		name: order['name'] === 'New' ? nextNumber(database) : order['name'],
		payment_term_id: idIn(order, 'payment_term_id') ?? termsOfCustomer(order, database),
	});
}

function nextNumber(database: Database): string {
	return `S${String(database.next('sale.order.name')).padStart(5, '0')}`;
}

/** A contact has the terms of their company. */
function termsOfCustomer(order: Row, database: Database): unknown {
	const customer = database.find('res.partner', idIn(order, 'partner_id') ?? 0);
	const company = customer && database.find('res.partner', idIn(customer, 'parent_id') ?? 0);
	return (company ?? customer)?.['property_payment_term_id'] ?? false;
}
