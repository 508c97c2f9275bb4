import { extractionFromRules } from '../../../src/advisory/extraction/extractionFromRules';
import { loadDateReader } from '../../../src/advisory/evidence/readDates';
import { extractionSchema, type DelaySignal } from '../../../src/domain/advice/extraction';

const today = '2026-03-02';

async function extract(message: string) {
	const extraction = extractionFromRules(message, await loadDateReader(), today, 'No model.');
	expect(extractionSchema.parse(extraction)).toEqual(extraction);
	return extraction;
}

const dates = async (message: string) =>
	(await extract(message)).dates.map(({ kind, day, readings }) => [kind, day ?? readings]);

describe('extraction without a model', () => {
	it.each<{ message: string; found: Array<[string, string | string[]]> }>([
		{
			message: 'PO P00042 will ship on 2026-03-20 instead of 2026-03-09.',
			found: [
				['new', '2026-03-20'],
				['old', '2026-03-09'],
			],
		},
		{
			message: 'Wir liefern am 20. März 2026 statt am 09.03.2026.',
			found: [
				['new', '2026-03-20'],
				['old', '2026-03-09'],
			],
		},
		{
			message: 'Livraison le 20 mars 2026 au lieu du 9 mars 2026.',
			found: [
				['new', '2026-03-20'],
				['old', '2026-03-09'],
			],
		},
		{
			message: 'Entrega el 20 de marzo de 2026 en lugar del 9 de marzo de 2026.',
			found: [
				['new', '2026-03-20'],
				['old', '2026-03-09'],
			],
		},
		{ message: 'Shipped on 27 February 2026 by truck.', found: [['shipped', '2026-02-27']] },
		{
			message: 'New delivery date: 03/04/2026.',
			found: [['new', ['2026-04-03', '2026-03-04']]],
		},
		{ message: 'It will arrive in two weeks.', found: [['new', ['2026-03-16']]] },
		{ message: 'See you at the fair.', found: [] },
	])('tells dates: $message', async ({ message, found }) => {
		expect(await dates(message)).toEqual(found);
	});

	it.each<[string, DelaySignal]>([
		['Unfortunately your order is delayed.', 'delayed'],
		['Leider verzögert sich die Lieferung.', 'delayed'],
		['Die Ware ist derzeit nicht lieferbar.', 'delayed'],
		['La livraison est retardée d’une semaine.', 'delayed'],
		['El pedido se retrasa.', 'delayed'],
		['The goods are on backorder.', 'delayed'],
		['We had to cancel the order.', 'cancelled'],
		['Der Auftrag wurde storniert.', 'cancelled'],
		['Partial shipment today.', 'partial'],
		['Heute kommt eine Teillieferung.', 'partial'],
		['A partial shipment, the rest is delayed.', 'delayed'],
		['We deliver as agreed.', 'on_time'],
		['Lieferung termingerecht.', 'on_time'],
		['There will be no delay.', 'on_time'],
		['Es gibt keine Verzögerung.', 'on_time'],
		['Livré sans retard.', 'on_time'],
		['Sin retrasos.', 'on_time'],
		['It comes a week earlier.', 'early'],
		['Delayed? No, we deliver on time. But the second lot is late.', 'unclear'],
		['Thanks for your order.', 'none'],
		['', 'none'],
	])('hears what is said about time: %s → %s', async (message, signal) => {
		expect((await extract(message)).delay.signal).toBe(signal);
	});

	it('keeps the sentence that it heard it in', async () => {
		const { delay } = await extract('Dear all. The desks are delayed by a strike. Regards');
		expect(delay.quote).toBe('The desks are delayed by a strike.');
	});

	it('finds quantities with their units, and leaves open what may be two numbers', async () => {
		const { quantities, uncertain } = await extract(
			'We send 40 units now, 12,5 kg later, 1.200 pcs in May; 15 % off, 3 weeks.',
		);
		expect(quantities).toEqual([
			{ value: 40, readings: [40], unit: 'units', item: null, quote: '40 units' },
			{ value: 12.5, readings: [12.5], unit: 'kg', item: null, quote: '12,5 kg' },
			{ value: null, readings: [1.2, 1200], unit: 'pcs', item: null, quote: '1.200 pcs' },
		]);
		expect(uncertain).toBe(true);
	});

	it('finds orders, shipments and goods by their numbers', async () => {
		const { references } = await extract(
			'Your purchase order no. 4500012345 and P00042; tracking 1Z999AA10123456784; FURN_7800 in 2026.',
		);
		expect(references.map(({ value, kind }) => [value, kind])).toEqual([
			['4500012345', 'order'],
			['P00042', 'order'],
			['1Z999AA10123456784', 'shipment'],
			['FURN_7800', 'other'],
		]);
	});

	it('ends soon, however long the message', async () => {
		const long = 'delay '.repeat(2_000) + '1.200 pcs 03/04/2026 '.repeat(300);
		expect((await extract(long.slice(0, 20_000))).dates).toHaveLength(30);
	});
});
