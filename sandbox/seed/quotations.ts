import { Environment, type Server } from '../orm/Environment';
import { createRecord, writeRecords } from '../orm/write';
import type { Login, SandboxUsers } from './people';

type Line = readonly [code: string, quantity: number, discount?: number];

interface Quotation {
	customer: string;
	seller: Login;
	lines: readonly Line[];
	state?: 'sale' | 'cancel';
}

/** Open business. Those with a comment break the usual policy. */
const quotations: readonly Quotation[] = [
	{
		customer: 'Alster Marine Works',
		seller: 'sofia',
		lines: [
			['CAB-240', 6],
			['PRO-063', 20],
		],
	},
	{ customer: 'Brightwell Facilities', seller: 'jonas', lines: [['LIG-060', 120, 5]] },
	// Margin below 15 %
	{ customer: 'Cordoba Food Plants', seller: 'priya', lines: [['ENC-IND', 4, 22]] },
	{
		customer: 'Delta Elevators',
		seller: 'sofia',
		lines: [
			['PRO-016', 400],
			['PRO-040', 40, 4],
		],
	},
	// More than 50,000
	{
		customer: 'Eastgate Hospitals',
		seller: 'jonas',
		lines: [
			['POW-UPS', 40],
			['LIG-EXI', 400],
		],
	},
	{ customer: 'Fjord Timber', seller: 'priya', lines: [['LIG-200', 12]] },
	// Discount above 10 %
	{ customer: 'Granit Road Building', seller: 'sofia', lines: [['CAB-100', 200, 12]] },
	{ customer: 'Harbor Lights Hotels', seller: 'jonas', lines: [['LIG-150', 90, 3]] },
	// Far below cost
	{ customer: 'Iberia Wind Service', seller: 'priya', lines: [['CAB-310', 10, 55]] },
	{ customer: 'Jura Watch Cases', seller: 'sofia', lines: [['TOO-CRI', 2]] },
	{
		customer: 'Kestrel Schools Trust',
		seller: 'jonas',
		lines: [
			['ENC-012', 30],
			['PRO-016', 90],
		],
	},
	// Below cost on one line
	{
		customer: 'Lumen Stage Rental',
		seller: 'priya',
		lines: [
			['CAB-125', 8],
			['TOO-TES', 2, 30],
		],
	},
	// Low margin and high discount
	{ customer: 'Alster Marine Works', seller: 'jonas', lines: [['POW-PV5', 9, 18]] },
	{ customer: 'Brightwell Facilities', seller: 'sofia', lines: [['LIG-060', 60]], state: 'sale' },
	{ customer: 'Fjord Timber', seller: 'jonas', lines: [['TOO-DRI', 3]], state: 'cancel' },
];

/** Writes the quotations, each in the name of the salesperson who made it. */
export function seedQuotations(
	server: Server,
	users: SandboxUsers,
	customers: ReadonlyMap<string, number>,
	products: ReadonlyMap<string, number>,
): void {
	for (const { customer, seller, lines, state } of quotations) {
		const environment = new Environment(server, users[seller].id, {}, true);
		const orders = environment.model('sale.order');
		const order_line = lines.map(([code, product_uom_qty, discount = 0]) => [
			0,
			0,
			{ product_id: products.get(code), product_uom_qty, discount },
		]);
		const partner_id = customers.get(customer);
		const id = createRecord(orders, { partner_id, order_line, team_id: 1 }, environment);
		if (state) writeRecords(orders, [id], { state }, environment);
	}
}
