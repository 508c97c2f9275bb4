import { escapeHtml } from './models/messages';
import { Environment, type Server } from './orm/Environment';
import { textIn } from './orm/rowValues';
import { valueOf } from './orm/valueOf';
import type { SandboxUsers } from './seed/people';

/** A page that says what is in the sandbox, who may use it, and how to send an order. */
export function statusPage(server: Server, database: string, users: SandboxUsers): string {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Odoo sandbox</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ddd}pre{background:#f4f4f4;padding:.8rem;overflow:auto}</style>
<h1>Odoo sandbox</h1>
<p>An Odoo ${server.version} in memory, database <code>${escapeHtml(database)}</code>. Nothing is kept when it stops.</p>
<h2>Send an order</h2>
<pre>${escapeHtml(sendAnOrder(server, users))}</pre>
<h2>Orders</h2>
${table(['Order', 'State', 'Customer', 'Untaxed', 'Margin'], orders(server))}
<h2>Approval cases</h2>
${table(['Case', 'State', 'Outcome', 'Asked now'], cases(server))}
<h2>Users</h2>
${table(
	['Name', 'Login', 'API key'],
	Object.values(users).map((user) => [user.name, user.login, user.apiKey]),
)}
</html>
`;
}

function sendAnOrder({ version, database }: Server, { sofia }: SandboxUsers): string {
	const quotation = database.rows('sale.order').find((order) => order['state'] === 'draft');
	const id = quotation?.id ?? 1;
	if (version < 19)
		return `sale.order.action_quotation_sent([${id}]) as ${sofia.login}, over /jsonrpc`;
	return `curl -X POST -H 'Authorization: bearer ${sofia.apiKey}' -H 'Content-Type: application/json' \\
  -d '{"ids": [${id}]}' <this address>/json/2/sale.order/action_quotation_sent`;
}

function orders(server: Server): string[][] {
	const environment = new Environment(server, 0, {}, true);
	const model = environment.model('sale.order');
	return server.database.rows('sale.order').map((order) => {
		const customer = server.database.find('res.partner', Number(order['partner_id']));
		const amount = (field: string) => Number(valueOf(model, order, field, environment)).toFixed(2);
		return [
			textIn(order, 'name'),
			textIn(order, 'state'),
			customer ? textIn(customer, 'name') : '',
			amount('amount_untaxed'),
			amount('margin'),
		];
	});
}

function cases(server: Server): string[][] {
	const environment = new Environment(server, 0, {}, true);
	return server.database.rows('x_approval_case').map((row) => {
		const asked = Array.isArray(row['x_approver_ids']) ? row['x_approver_ids'] : [];
		return [
			textIn(row, 'x_name'),
			textIn(row, 'x_state'),
			textIn(row, 'x_outcome'),
			asked.map((id) => environment.userName(Number(id))).join(', '),
		];
	});
}

function table(headings: string[], rows: string[][]): string {
	if (rows.length === 0) return '<p>None yet.</p>';
	const cells = (tag: string, texts: string[]) =>
		texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('');
	const lines = [cells('th', headings), ...rows.map((row) => cells('td', row))];
	return `<table>${lines.map((line) => `<tr>${line}</tr>`).join('')}</table>`;
}
