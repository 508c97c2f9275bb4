import { userError } from '../OdooFault';
import type { Row } from '../orm/Database';
import type { Environment } from '../orm/Environment';
import { odooDateTime } from '../orm/instants';
import type { Method, MethodCall } from '../orm/Model';
import { idIn, textIn } from '../orm/rowValues';
import { rowsToChange, writeRecords } from '../orm/write';

/** An action on orders; Odoo's actions say yes to no orders and to an order that is not saved. */
function action(run: (orders: Row[], call: MethodCall) => unknown): Method {
	return {
		kind: 'records',
		parameters: [],
		run: (call) => {
			const ids = call.ids.filter((id) => id !== null);
			return run(rowsToChange(call.model, ids, call.environment), call);
		},
	};
}

function write(orders: Row[], { model, environment }: MethodCall, values: Record<string, unknown>) {
	writeRecords(
		model,
		orders.map(({ id }) => id),
		values,
		environment,
	);
	return true;
}

const inState = (order: Row, ...states: string[]) => states.includes(textIn(order, 'state'));

export const saleOrderActions: Record<string, Method> = {
	action_confirm: action((orders, call) => {
		for (const order of orders) checkConfirmable(order, call.environment);
		const confirmed = { state: 'sale', date_order: odooDateTime(call.environment.at) };
		write(orders, call, confirmed);
		for (const order of orders) deliver(order, call.environment);
		return true;
	}),

	action_quotation_sent: action((orders, call) => {
		if (!orders.every((order) => inState(order, 'draft')))
			throw userError('Only draft orders can be marked as sent directly.');
		write(orders, call, { state: 'sent' });
		return null;
	}),

	action_cancel: action((orders, call) => {
		if (orders.some((order) => order['locked'] === true))
			throw userError('You cannot cancel a locked order. Please unlock it first.');
		if (call.environment.server.version === 18 && asksBeforeCancelling(orders, call))
			return cancelWizard(orders);
		return write(orders, call, { state: 'cancel' });
	}),

	action_draft: action((orders, call) =>
		write(
			orders.filter((order) => inState(order, 'cancel', 'sent')),
			call,
			{ state: 'draft' },
		),
	),

	action_lock: action((orders, call) => {
		write(orders, call, { locked: true });
		return null;
	}),

	action_unlock: action((orders, call) => {
		write(orders, call, { locked: false });
		return null;
	}),
};

function checkConfirmable(order: Row, { database }: Environment): void {
	if (!inState(order, 'draft', 'sent'))
		throw userError('Some orders are not in a state requiring confirmation.');
	const lacksProduct = database
		.rows('sale.order.line')
		.filter((line) => line['order_id'] === order.id)
		.some((line) => !line['display_type'] && !line['is_downpayment'] && !line['product_id']);
	if (lacksProduct)
		throw userError(
			'Some order lines are missing a product, you need to correct them before going further.',
		);
}

/** A confirmed order is delivered in one transfer, which Odoo reserves by itself. */
function deliver(order: Row, { database, at }: Environment): void {
	const number = String(database.next('stock.picking.name')).padStart(5, '0');
	database.insert('stock.picking', {
		name: `WH/OUT/${number}`,
		origin: textIn(order, 'name'),
		sale_id: order.id,
		partner_id: idIn(order, 'partner_id') ?? false,
		priority: '0',
		scheduled_date: odooDateTime(at),
		state: 'assigned',
	});
}

function asksBeforeCancelling(orders: Row[], { environment }: MethodCall): boolean {
	const isSilenced = environment.context['disable_cancel_warning'] === true;
	return !isSilenced && orders.some((order) => !inState(order, 'draft'));
}

/** The numbers are those of views and templates, which the sandbox has none of. */
function cancelWizard([order]: Row[]) {
	return {
		name: 'Cancel Sales Order',
		view_mode: 'form',
		res_model: 'sale.order.cancel',
		view_id: 1,
		type: 'ir.actions.act_window',
		context: {
			default_template_id: 1,
			default_order_id: order?.id,
			mark_so_as_canceled: true,
			default_email_layout_xmlid: 'mail.mail_notification_layout_with_responsible_signature',
			model_description: 'Sales Order',
		},
		target: 'new',
	};
}
