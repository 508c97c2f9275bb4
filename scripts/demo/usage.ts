import { orders } from '../scenario/orders';

const width = Math.max(...orders.map(({ id }) => id.length));

/** The orders that can be sent, with what each is about. */
export const orderList = orders
	.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`)
	.join('\n');

export const usage = `npm run demo              n8n and a sandbox Odoo, open for business until Ctrl-C
npm run demo -- --once    plays all orders below, reads back what became of them, and ends

To use an Odoo of your own (with Sales, Inventory and margins), set ODOO_URL, ODOO_DATABASE,
ODOO_ADMIN_LOGIN and ODOO_ADMIN_API_KEY. Approvals are installed in it, and demo people, customers
and products are made.

Orders:
${orderList}
`;
