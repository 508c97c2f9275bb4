import { salesOrderRelease } from '../../../src/domain/areas/salesOrderRelease/salesOrderRelease';
import type { LedgerBench } from './LedgerBench';

interface Listener {
	topic: 'record' | 'case';
	area: string;
	url: string;
	isTest?: boolean;
}

const host = 'https://n8n.example.com';
const ofOne = { topic: 'case', area: salesOrderRelease.id, url: `${host}/webhook/a/odoo` } as const;
const ofAll = { topic: 'case', area: '*', url: `${host}/webhook/b/odoo` } as const;

export function describePage(bench: () => LedgerBench): void {
	describe('the page of a case', () => {
		const keyOf = (index: number) => `suite:page:${String(index)}`;
		const unsubscribe = async (key: string) =>
			await bench().ledger.execute({ command: 'unsubscribe', key });

		beforeEach(async () => {
			await unsubscribe('suite:case');
		});
		afterEach(async () => {
			for (const index of [0, 1]) await unsubscribe(keyOf(index));
			await bench().subscribe('case');
		});

		it.each<{ name: string; listeners: Listener[]; address: string | null }>([
			{ name: 'nobody', listeners: [], address: null },
			{
				name: 'who listens to records',
				listeners: [{ ...ofOne, topic: 'record' }],
				address: null,
			},
			{
				name: 'who listens to another area',
				listeners: [{ ...ofOne, area: 'credit_release' }],
				address: null,
			},
			{
				name: 'a workflow that is only tried out',
				listeners: [{ ...ofOne, isTest: true }],
				address: null,
			},
			{ name: 'a relay of its area', listeners: [ofOne], address: `${ofOne.url}/page` },
			{ name: 'a relay of all areas', listeners: [ofAll], address: `${ofAll.url}/page` },
			{ name: 'the older of two relays', listeners: [ofAll, ofOne], address: `${ofAll.url}/page` },
			{
				name: 'a relay whose address has a query',
				listeners: [{ ...ofOne, url: `${ofOne.url}?own=1` }],
				address: `${ofOne.url}/page`,
			},
		])('is that of $name', async ({ listeners, address }) => {
			for (const [index, listener] of listeners.entries()) {
				await bench().subscribe(listener.topic, { key: keyOf(index), ...listener });
			}
			const order = await bench().sentQuotation();
			const open = await bench().openedCase(order);
			expect(open.pageUrl).toBe(address);
		});

		it('is gone with the relay', async () => {
			const key = keyOf(0);
			await bench().subscribe('case', { key, ...ofAll });
			const open = await bench().pendingCase();
			await unsubscribe(key);
			expect(await bench().show(open)).toEqual({ ...open, pageUrl: null });
		});
	});
}
