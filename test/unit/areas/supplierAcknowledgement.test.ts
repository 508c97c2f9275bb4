import { supplierAcknowledgement } from '../../../src/domain/areas/supplierAcknowledgement/supplierAcknowledgement';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { accepted, aDemand, aLine, anApproval, anOrder, none, related } from './samplePlacedOrder';

const now = '2030-03-06T10:00:00.000Z';
const gather = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	supplierAcknowledgement.gather(
		answering(anOrder(changes), { related: { ...related, ...beside } }),
		now,
	);
const factsOf = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	gather(changes, beside).facts;

describe('the facts of new dates', () => {
	it('are what a plain order says', () => {
		expect(gather()).toMatchObject({
			facts: {
				orderAmount: 400,
				currency: 'USD',
				isAcknowledged: false,
				daysSinceOrdered: 4.48,
				latestDaysLate: 4,
				linesLate: 1,
				ordersAtRisk: 0,
				valueAtRisk: 0,
				supplierLate90Days: 0,
				company: 'My Company',
				region: null,
				productCategory: ['Goods / Pumps'],
			},
			amount: 400,
			proposal: { orders: [] },
		});
	});

	it.each<{
		name: string;
		order: object;
		beside: Record<string, RelatedRows>;
		late: number | null;
	}>([
		{
			name: 'by the day, whatever the time',
			order: { order_line: [aLine({ date_planned: '2030-03-11 23:59:59' })] },
			beside: {},
			late: 0,
		},
		{
			name: 'never less than none',
			order: { order_line: [aLine({ date_planned: '2030-03-05 12:00:00' })] },
			beside: {},
			late: 0,
		},
		{
			name: 'against the date that was accepted last',
			order: {},
			beside: {
				approvals: { rows: [accepted('2030-03-14 08:00:00'), accepted('2030-03-12 08:00:00')] },
			},
			late: 1,
		},
		{
			name: 'against the first receipt that was approved, of a single line',
			order: {},
			beside: {
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 4.5 } })] },
			},
			late: 9,
		},
		{
			name: 'against that, where it fell on midnight',
			order: { order_line: [aLine({ date_planned: '2030-03-06 00:00:00' })] },
			beside: {
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 4.08 } })] },
			},
			late: 0,
		},
		{
			name: 'against the lead time where that ends after the first receipt of several lines',
			order: { order_line: [aLine(), aLine({ id: 82, date_planned: '2030-03-06 10:00:00' })] },
			beside: {
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 4.5 } })] },
			},
			late: 4,
		},
		{
			name: 'against the approval where no price list names the goods',
			order: {},
			beside: {
				contracts: { absent: 'forbidden' },
				approvals: { rows: [anApproval('procurement', { facts: { daysToReceipt: 13.5 } })] },
			},
			late: 0,
		},
		{
			name: 'against the price list where cases may not be read',
			order: {},
			beside: { approvals: { absent: 'forbidden' } },
			late: 4,
		},
		{
			name: 'not known where nothing was agreed',
			order: {},
			beside: { contracts: none },
			late: null,
		},
		{
			name: 'not known where the order was never approved',
			order: { date_approve: false },
			beside: {},
			late: null,
		},
		{
			name: 'not of what has come',
			order: { order_line: [aLine({ qty_received: 20 })] },
			beside: {},
			late: 0,
		},
	])('late: $name', ({ order, beside, late }) => {
		expect(factsOf(order, beside)['latestDaysLate']).toBe(late);
	});

	it('count the lines that are late', () => {
		const order_line = [
			aLine(),
			aLine({ id: 82, date_planned: '2030-03-11 12:00:00' }),
			aLine({ id: 83, date_planned: '2030-03-20 12:00:00' }),
			aLine({ id: 84, display_type: 'line_note', product_id: false, date_planned: false }),
		];
		expect(factsOf({ order_line })).toMatchObject({ latestDaysLate: 9, linesLate: 2 });
	});

	it.each<{ name: string; order: object; isAcknowledged: boolean | null }>([
		{ name: 'in Odoo 19', order: { acknowledged: true }, isAcknowledged: true },
		{
			name: 'by mail, until Odoo 18',
			order: {
				acknowledged: undefined,
				mail_reception_confirmed: false,
				mail_reminder_confirmed: true,
			},
			isAcknowledged: true,
		},
		{ name: 'nowhere', order: { acknowledged: undefined }, isAcknowledged: null },
	])('acknowledged: $name', ({ order, isAcknowledged }) => {
		expect(factsOf(order)['isAcknowledged']).toBe(isAcknowledged);
	});

	it('count what the supplier delivered after the planned day', () => {
		const came = (date_planned: string | false, effective_date: string) => ({
			id: 1,
			date_planned,
			effective_date,
		});
		const rows = [
			came('2030-02-01 08:00:00', '2030-02-01 18:00:00'),
			came('2030-02-01 23:00:00', '2030-02-02 01:00:00'),
			came(false, '2030-02-02 01:00:00'),
		];
		expect(factsOf({}, { receipts: { rows } })['supplierLate90Days']).toBe(1);
	});
});

describe('the policy for new dates', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = supplierAcknowledgement.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const { facts } = gather({}, { demand: { rows: [aDemand()] } });
		const { rules } = await evaluate(supplierAcknowledgement.defaultPolicy, facts);
		expect(rules.map(({ reason }) => reason)).toEqual([
			'Sales orders that were promised before the goods come: 1',
			'A line comes 4 days later than agreed, more than 2',
		]);
	});
});
