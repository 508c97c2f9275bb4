import { z } from 'zod';
import type { Sandbox } from '../../sandbox/startSandbox';
import type { Decision } from '../../src/domain/case/vocabulary';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { OdooClient } from '../../src/odoo/OdooClient';
import { OdooConnections } from '../../src/odoo/OdooConnections';
import { recordIds } from '../../src/odoo/recordIds';

type Login = keyof Sandbox['users'];

export interface OrderWish {
	product?: string;
	quantity?: number;
	/** Percent. */
	discount?: number;
	/** In EUR; the list price when left out. */
	price?: number;
}

const order = z.object({ id: z.number(), name: z.string(), state: z.string() });
const found = z.array(z.object({ id: z.number() }));
const messages = z.array(z.object({ body: z.string() }));

/** People at work in the sandbox: they write quotations, change them, and read what Odoo tells them. */
export class SalesDesk {
	private readonly connections = new OdooConnections();

	constructor(private readonly sandbox: Sandbox) {}

	/** Odoo as one person uses it. */
	as(login: Login): OdooClient {
		const { url, database, users } = this.sandbox;
		const credentials = { url, database, login, apiKey: users[login].apiKey };
		return new OdooClient(credentials, axiosHttpSend, { connections: this.connections });
	}

	/** A draft of Sofia's with one line; in policy unless the wish says otherwise. */
	async write(wish: OrderWish = {}): Promise<number> {
		const { product = 'CAB-100', quantity = 10, discount = 0, price } = wish;
		const sofia = this.as('sofia');
		const line = {
			product_id: await this.find('product.product', 'default_code', product),
			product_uom_qty: quantity,
			discount,
			...(price === undefined ? {} : { price_unit: price }),
		};
		const [partner] = await sofia.call('res.partner', 'search_read', customers, found);
		const vals = { partner_id: partner?.id ?? 0, order_line: [[0, 0, line]] };
		const [id = 0] = await sofia.call('sale.order', 'create', { vals_list: [vals] }, recordIds);
		return id;
	}

	/** Marks a quotation as sent, which asks for approval. */
	async send(id: number): Promise<void> {
		await this.as('sofia').call('sale.order', 'action_quotation_sent', { ids: [id] }, z.unknown());
		await this.sandbox.settled();
	}

	async submit(wish?: OrderWish): Promise<number> {
		const id = await this.write(wish);
		await this.send(id);
		return id;
	}

	/** Changes the discount of every line of a quotation. */
	async changeDiscount(id: number, discount: number): Promise<void> {
		const sofia = this.as('sofia');
		const domain = [['order_id', '=', id]];
		const lines = await sofia.call('sale.order.line', 'search_read', { domain, fields: [] }, found);
		const order_line = lines.map((line) => [1, line.id, { discount }]);
		await sofia.call('sale.order', 'write', { ids: [id], vals: { order_line } }, z.unknown());
		await this.sandbox.settled();
	}

	/** Takes a quotation back. */
	async cancel(id: number): Promise<void> {
		await this.as('sofia').call('sale.order', 'action_cancel', { ids: [id] }, z.unknown());
		await this.sandbox.settled();
	}

	/** Decides a case in Odoo itself, by the form that its buttons open. */
	async decide(login: Login, caseId: number, decision: Decision, reason = ''): Promise<void> {
		const kind = decision === 'rejected' ? { x_reason_kind: 'margin' } : {};
		const vals = { x_case_id: caseId, x_decision: decision, x_reason: reason, ...kind };
		const odoo = this.as(login);
		await odoo.call('x_approval_decision', 'create', { vals_list: [vals] }, recordIds);
		await this.sandbox.settled();
	}

	async stateOf(id: number): Promise<string> {
		const read = { ids: [id], fields: ['name', 'state'] };
		const [row] = await this.as('admin').call('sale.order', 'read', read, z.array(order));
		return row?.state ?? 'missing';
	}

	/** The link in the newest message that Odoo sent one person about their approvals. */
	async linkFor(login: Login): Promise<string> {
		const domain = [
			['model', '=', 'x_approval_case'],
			['message_type', '=', 'user_notification'],
		];
		const args = { domain, fields: ['body'], order: 'id desc', limit: 1 };
		const [message] = await this.as(login).call('mail.message', 'search_read', args, messages);
		const address = /href="([^"]*approval=[^"]*)"/.exec(message?.body ?? '')?.[1];
		if (address === undefined) throw new Error(`Odoo sent ${login} no link`);
		return address.replaceAll('&amp;', '&');
	}

	private async find(model: string, field: string, value: string): Promise<number> {
		const args = { domain: [[field, '=', value]], fields: ['id'], limit: 1 };
		const [row] = await this.as('sofia').call(model, 'search_read', args, found);
		if (!row) throw new Error(`No ${model} with ${field} "${value}"`);
		return row.id;
	}
}

const customers = { domain: [['is_company', '=', true]], fields: ['id'], order: 'id', limit: 1 };
