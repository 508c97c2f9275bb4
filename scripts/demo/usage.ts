import { orders } from '../scenario/orders';

/** What can be sent while the demo is open, and what comes of it. */
export const sendable: Readonly<Record<string, string>> = {
	routine: 'inside policy: released at once',
	thin: 'thin margin: asks the sales manager',
	'big-discount': 'big discount: asks the sales manager',
	big: 'above 50,000: asks finance',
	overdue: 'urgent: asks the sales manager, and finance after a minute',
	'below-cost': 'far below cost: refused',
	'odoo-refuses': 'inside policy, but Odoo does not confirm it',
};

const list = (entries: ReadonlyArray<readonly [string, string]>) => {
	const width = Math.max(...entries.map(([name]) => name.length));
	return entries.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join('\n');
};

export const sendableList = list(Object.entries(sendable));

export const usage = `npm run demo              n8n and a sandbox Odoo, open for business until Ctrl-C
npm run demo -- --once    plays the orders below, reads back what became of them, and ends

To use an Odoo of your own (with Sales, Inventory and margins), set ODOO_URL, ODOO_DATABASE,
ODOO_ADMIN_LOGIN and ODOO_ADMIN_API_KEY. Approvals are installed in it, and demo people, customers
and products are made.

Orders that are played:
${list(orders.map(({ id, title }) => [id, title]))}
`;
