import { z } from 'zod';
import type { HttpSend } from '../../../src/http/HttpSend';
import { OdooAccessError } from '../../../src/odoo/errors';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { OdooConnections } from '../../../src/odoo/OdooConnections';
import { readPages, type Page } from '../../../src/odoo/readPages';

const askedSchema = z.object({
	domain: z.array(z.tuple([z.string(), z.string(), z.unknown()])),
	limit: z.number(),
	order: z.literal('id desc'),
	count_limit: z.number().optional(),
});
type Asked = z.infer<typeof askedSchema> & { method: string };

/** An Odoo that has so many records and refuses to read some of them. */
function odooWith(count: number, refused: readonly number[] = [], words = 'Access Denied') {
	const asked: Asked[] = [];
	const send: HttpSend = async ({ url, body = '' }) => {
		const method = url.split('/').at(-1) ?? '';
		const one = { method, ...askedSchema.parse(JSON.parse(body)) };
		asked.push(one);
		return await Promise.resolve(answer(one));
	};
	const answer = ({ method, domain, limit, count_limit }: Asked) => {
		const [, , below = count + 1] = domain.find(([path]) => path === 'id') ?? [];
		const all = Array.from({ length: Number(below) - 1 }, (_, index) => Number(below) - 1 - index);
		const ids = all.slice(0, limit);
		if (method === 'search') return { status: 200, headers: {}, body: JSON.stringify(ids) };
		if (ids.some((id) => refused.includes(id))) {
			const fault = { name: 'odoo.exceptions.AccessError', message: words };
			return { status: 403, headers: {}, body: JSON.stringify(fault) };
		}
		const length = ids.length < limit || count_limit === limit ? ids.length : all.length;
		const records = ids.map((id) => ({ id }));
		return { status: 200, headers: {}, body: JSON.stringify({ length, records }) };
	};
	const credentials = { url: 'https://odoo.test', database: 'd', login: 'l', apiKey: 'k' };
	const connections = new OdooConnections();
	const odoo = new OdooClient(credentials, send, { transport: 'json2', connections });
	return { odoo, asked };
}

async function readAll(odoo: OdooClient, changes: { pageSize?: number; limit?: number } = {}) {
	const request = { model: 'sale.order', domain: [], specification: {}, ...changes };
	const pages: Page[] = [];
	for await (const page of readPages(odoo, { pageSize: 10, limit: 1_000, ...request }))
		pages.push(page);
	return pages;
}

const idsOf = (pages: readonly Page[]) =>
	pages.flatMap(({ records }) => records.map((one) => (one as { id: number }).id));
const downFrom = (most: number) => Array.from({ length: most }, (_, index) => most - index);

describe('reading pages', () => {
	it('reads everything once, the newest first, with one call for each page', async () => {
		const { odoo, asked } = odooWith(25);
		const pages = await readAll(odoo);
		expect(idsOf(pages)).toEqual(downFrom(25));
		expect(pages.map(({ found }) => found)).toEqual([25, 25, 25]);
		expect(asked.map(({ domain, count_limit }) => ({ domain, count_limit }))).toEqual([
			{ domain: [], count_limit: undefined },
			{ domain: [['id', '<', 16]], count_limit: 10 },
			{ domain: [['id', '<', 6]], count_limit: 10 },
		]);
	});

	it('looks behind a last page that is full', async () => {
		const { odoo, asked } = odooWith(20);
		expect(idsOf(await readAll(odoo))).toHaveLength(20);
		expect(asked).toHaveLength(3);
	});

	it('reads no more than it may, and says how much there is', async () => {
		const { odoo, asked } = odooWith(25);
		const pages = await readAll(odoo, { limit: 13 });
		expect(idsOf(pages)).toEqual(downFrom(25).slice(0, 13));
		expect(pages.at(-1)?.found).toBe(25);
		expect(asked.map(({ limit }) => limit)).toEqual([10, 3]);
	});

	it('gives one empty page of nothing', async () => {
		const { odoo } = odooWith(0);
		expect(await readAll(odoo)).toEqual([{ found: 0, records: [], refused: [] }]);
	});

	it.each([
		{ name: 'one in the midst', refused: [7] },
		{ name: 'the first', refused: [25] },
		{ name: 'the last', refused: [1] },
		{ name: 'neighbours', refused: [15, 16, 17] },
		{ name: 'a whole page', refused: downFrom(15).slice(0, 10) },
	])('passes over what Odoo refuses to read: $name', async ({ refused }) => {
		const { odoo } = odooWith(25, refused);
		const pages = await readAll(odoo);
		expect(idsOf(pages)).toEqual(downFrom(25).filter((id) => !refused.includes(id)));
		expect(pages.flatMap((page) => page.refused)).toEqual(
			refused
				.toSorted((left, right) => right - left)
				.map((id) => ({ id, message: 'Access Denied' })),
		);
		expect(pages.at(-1)?.found).toBe(25);
	});

	it('gives up when one record after the other is refused', async () => {
		const { odoo, asked } = odooWith(500, downFrom(500));
		await expect(readAll(odoo)).rejects.toThrow(OdooAccessError);
		expect(asked.length).toBeLessThan(100);
	});
});
