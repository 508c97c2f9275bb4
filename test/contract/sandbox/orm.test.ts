import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { saleOrderReading } from '../../../src/domain/areas/salesOrderRelease/saleOrder';
import { shapeOf } from './answers';
import { SandboxCaller } from './SandboxCaller';

describe('records of the sandbox', () => {
	let caller: SandboxCaller;
	beforeEach(async () => {
		caller = await SandboxCaller.start();
	});
	afterEach(() => caller.stop());

	it.each<{ domain: unknown[]; codes: string[] }>([
		{ domain: [['default_code', '=', 'CAB-100']], codes: ['CAB-100'] },
		{ domain: [['default_code', 'in', ['CAB-100', 'TOO-TES']]], codes: ['CAB-100', 'TOO-TES'] },
		{ domain: [['default_code', 'like', 'cab-1']], codes: [] },
		{ domain: [['default_code', 'ilike', 'cab-1']], codes: ['CAB-100', 'CAB-125'] },
		{
			domain: [
				['list_price', '>', 900],
				['list_price', '<=', 980],
			],
			codes: ['POW-UPS', 'TOO-TES'],
		},
		{
			domain: ['|', ['id', '=', 1], ['default_code', '=', 'TOO-TES']],
			codes: ['CAB-100', 'TOO-TES'],
		},
		{ domain: ['!', ['list_price', '<', 980]], codes: ['POW-PV5', 'TOO-TES'] },
		{ domain: [['categ_id.name', '=', 'Power']], codes: ['POW-PV5', 'POW-UPS'] },
		{
			domain: [
				['categ_id.name', 'not in', ['Cable', 'Protection', 'Lighting', 'Enclosures', 'Power']],
				['id', '!=', 16],
			],
			codes: ['TOO-DRI', 'TOO-TES'],
		},
	])('are found by $domain', async ({ domain, codes }) => {
		const rows = await caller.call('sofia', 'product.product', 'search_read', {
			domain,
			fields: ['default_code'],
			order: 'default_code',
		});
		expect(rows).toEqual(codes.map((code) => expect.objectContaining({ default_code: code })));
	});

	it('are all as they were when a call is refused half way', async () => {
		const count = async () =>
			await caller.call('sofia', 'res.partner', 'search_count', { domain: [] });
		const before = await count();
		const { status } = await caller.post('sofia', 'res.partner', 'create', {
			vals_list: [{ name: 'One' }, { nope: 'Two' }],
		});

		expect(status).toBe(500);
		expect(await count()).toBe(before);
	});

	it('are read with their relatives in the shape that a real Odoo gives', async () => {
		const file = join(__dirname, '../../fixtures/sale-order-web-read.json');
		const recorded: unknown = JSON.parse(readFileSync(file, 'utf8'));
		const contact = { name: 'Ines Voss', parent_id: 12 };
		const [partner_id] = [
			await caller.call('sofia', 'res.partner', 'create', { vals_list: [contact] }),
		].flat();
		const section = [0, 0, { display_type: 'line_section', name: 'Pumps' }];
		const line = [0, 0, { product_id: 1, product_uom_qty: 2, discount: 12.5 }];
		const values = {
			partner_id,
			team_id: 1,
			pricelist_id: false,
			commitment_date: '2030-03-04 10:30:00',
			order_line: [section, line],
		};
		const ids = await caller.call('sofia', 'sale.order', 'create', { vals_list: [values] });
		const read = { ids, specification: saleOrderReading.specification };
		const [order] = [await caller.call('integration', 'sale.order', 'web_read', read)].flat();

		expect(shapeOf(order)).toEqual(shapeOf(recorded));
	});
});

describe('sale orders of the sandbox', () => {
	let caller: SandboxCaller;
	beforeEach(async () => {
		caller = await SandboxCaller.start();
	});
	afterEach(() => caller.stop());

	it('are worth what their lines come to, less the cost', async () => {
		const id = await caller.quotation({ discount: 12.5 });
		const fields = [
			'amount_untaxed',
			'amount_total',
			'margin',
			'margin_percent',
			'payment_term_id',
		];

		expect(await caller.call('sofia', 'sale.order', 'read', { ids: [id], fields })).toEqual([
			{
				id,
				amount_untaxed: 108.5,
				amount_total: 108.5,
				margin: 26.5,
				margin_percent: 26.5 / 108.5,
				payment_term_id: [3, '30 Days'],
			},
		]);
	});

	it('are not confirmed while a line lacks its product', async () => {
		const id = await caller.quotation({ product_id: false, name: 'Freight', price_unit: 5 });
		const answer = await caller.post('sofia', 'sale.order', 'action_confirm', { ids: [id] });

		expect(answer).toMatchObject({
			status: 422,
			body: {
				name: 'odoo.exceptions.UserError',
				message:
					'Some order lines are missing a product, you need to correct them before going further.',
			},
		});
	});

	it.each([
		{ name: 'a sent quotation', prepare: 'action_quotation_sent', status: 422 },
		{ name: 'a cancelled one', prepare: 'action_cancel', status: 200 },
	])('are deleted or not: $name', async ({ prepare, status }) => {
		const id = await caller.quotation();
		await caller.call('sofia', 'sale.order', prepare, { ids: [id] });

		expect(await caller.post('marta', 'sale.order', 'unlink', { ids: [id] })).toMatchObject({
			status,
		});
	});
});

describe('what is missing in the sandbox', () => {
	let caller: SandboxCaller;
	beforeAll(async () => {
		caller = await SandboxCaller.start();
	});
	afterAll(() => caller.stop());

	it.each([
		{ model: 'purchase.order', method: 'search', body: { domain: [] } },
		{ model: 'sale.order', method: 'copy', body: { ids: [1] } },
		{ model: 'sale.order', method: 'search', body: { domain: [['id', 'child_of', 1]] } },
		{ model: 'sale.order', method: 'write', body: { ids: [1], vals: { amount_total: 1 } } },
	])('is refused loudly: $model.$method', async ({ model, method, body }) => {
		expect(await caller.post('admin', model, method, body)).toMatchObject({
			status: 500,
			body: { name: 'builtins.NotImplementedError' },
		});
	});

	it('shows what there is on a page', async () => {
		const page = await fetch(caller.sandbox.url);

		expect(page.status).toBe(200);
		expect(await page.text()).toContain('S00001');
	});
});
