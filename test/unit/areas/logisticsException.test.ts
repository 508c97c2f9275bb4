import { logisticsException } from '../../../src/domain/areas/logisticsException/logisticsException';
import type { RelatedRows } from '../../../src/domain/case/relatedQuery';
import { parsePolicy } from '../../../src/domain/policy/parsePolicy';
import { evaluate } from '../policy/samplePolicy';
import { answering } from './answering';
import { aMove, aSoldLine, aTransfer } from './sampleTransfer';

/** A Wednesday. */
const now = '2030-03-06T10:00:00.000Z';
const company = (tz: string | false = false) => ({
	company_id: {
		id: 1,
		display_name: 'My Company',
		currency_id: { id: 1, name: 'USD', decimal_places: 2 },
		partner_id: { id: 1, tz },
	},
});
const related = { earlierExceptions: { rows: [{ count: 2 }] }, rescheduled: { rows: [] } };
const approvedFor = (scheduledDate: string): Record<string, RelatedRows> => ({
	rescheduled: { rows: [{ id: 4, x_document: { proposal: { scheduledDate, cause: 'So' } } }] },
});

/** Promised for Monday morning, planned for Tuesday afternoon; today is Wednesday. */
const gather = (changes: object = {}, beside: Record<string, RelatedRows> = {}, at = now) =>
	logisticsException.gather(
		answering(
			aTransfer({
				...company(),
				date_deadline: '2030-03-04 10:00:00',
				scheduled_date: '2030-03-05 15:30:00',
				...changes,
			}),
			{ related: { ...related, ...beside } },
		),
		at,
	);
const factsOf = (changes: object = {}, beside: Record<string, RelatedRows> = {}) =>
	gather(changes, beside).facts;

describe('the facts of a late delivery', () => {
	it('are what a plain one says', () => {
		expect(gather()).toMatchObject({
			facts: {
				daysLate: 2,
				hoursOverdue: 18.5,
				orderValue: 100,
				currency: 'USD',
				impact: 200,
				customerTier: 'B',
				isRush: false,
				linesNotReady: 0,
				isCarrierKnown: null,
				isTrackingKnown: null,
				earlierExceptions90Days: 2,
				isRescheduled: false,
				company: 'My Company',
				region: 'Germany',
				productCategory: ['Goods / Pumps'],
			},
			unknown: { isCarrierKnown: 'carriers come with the module stock_delivery' },
			// Odoo itself made the delivery.
			requester: { id: 5, name: 'Marc Demo' },
			amount: 100,
		});
	});

	it.each<{ name: string; dates: object; late: number | null; overdue: number | null }>([
		{
			name: 'planned for later than promised',
			dates: { scheduled_date: '2030-03-09 10:00:00' },
			late: 5,
			overdue: 0,
		},
		{
			name: 'a second is rounded up',
			dates: { date_deadline: '2030-03-05 10:00:00', scheduled_date: '2030-03-06 09:59:59' },
			late: 1,
			overdue: 0.01,
		},
		{
			name: 'still in time',
			dates: { date_deadline: '2030-03-07 10:00:00', scheduled_date: '2030-03-07 09:00:00' },
			late: 0,
			overdue: 0,
		},
		{
			name: 'beyond the plan where nothing was promised',
			dates: { date_deadline: false, scheduled_date: '2030-03-05 22:00:00' },
			late: 0.5,
			overdue: 12,
		},
		{
			name: 'not known without any date',
			dates: { date_deadline: false, scheduled_date: false },
			late: null,
			overdue: null,
		},
	])('delay: $name', ({ dates, late, overdue }) => {
		expect(factsOf(dates)).toMatchObject({ daysLate: late, hoursOverdue: overdue });
	});

	it('count what has still to be delivered only', () => {
		const move_ids = [
			aMove(),
			aMove({ id: 72, state: 'done' }),
			aMove({ id: 73, state: 'cancel' }),
			aMove({ id: 74, state: 'partially_available', product_qty: 3, quantity: 1 }),
		];
		expect(factsOf({ move_ids })).toMatchObject({ orderValue: 250, linesNotReady: 1 });
	});

	it('have no impact where the value is not known', () => {
		const move_ids = [aMove({ sale_line_id: aSoldLine({ product_id: { id: 99 } }) })];
		expect(factsOf({ move_ids })).toMatchObject({ orderValue: null, impact: null });
	});

	it.each<{ name: string; fields: object; carrier: boolean; tracking: boolean }>([
		{
			name: 'known',
			fields: { carrier_id: { id: 1, display_name: 'Post' }, carrier_tracking_ref: '1Z9' },
			carrier: true,
			tracking: true,
		},
		{
			name: 'empty',
			fields: { carrier_id: false, carrier_tracking_ref: false },
			carrier: false,
			tracking: false,
		},
	])('carrier: $name', ({ fields, carrier, tracking }) => {
		expect(factsOf(fields)).toMatchObject({ isCarrierKnown: carrier, isTrackingKnown: tracking });
	});

	it('do not know other late deliveries without a customer', () => {
		expect(factsOf({ partner_id: false, sale_id: false })).toMatchObject({
			earlierExceptions90Days: null,
			customerTier: null,
		});
	});

	it.each<{
		name: string;
		planned: string;
		beside: Record<string, RelatedRows>;
		is: boolean | null;
	}>([
		{
			name: 'as it was approved',
			planned: '2030-03-07 15:30:00',
			beside: approvedFor('2030-03-07 15:30:00'),
			is: true,
		},
		{
			name: 'no longer as it was approved',
			planned: '2030-03-08 15:30:00',
			beside: approvedFor('2030-03-07 15:30:00'),
			is: false,
		},
		{
			name: 'as it was approved, and past',
			planned: '2030-03-06 09:00:00',
			beside: approvedFor('2030-03-06 09:00:00'),
			is: false,
		},
		{
			name: 'where cases may not be read',
			planned: '2030-03-07 15:30:00',
			beside: { rescheduled: { absent: 'forbidden' } },
			is: null,
		},
	])('rescheduled: $name', ({ planned, beside, is }) => {
		expect(factsOf({ scheduled_date: planned }, beside)['isRescheduled']).toBe(is);
	});
});

describe('the date that is proposed', () => {
	const missing = { move_ids: [aMove(), aMove({ id: 72, state: 'confirmed' })] };

	it.each<{
		name: string;
		changes: object;
		beside?: Record<string, RelatedRows>;
		at?: string;
		date: string;
		cause: string;
	}>([
		{
			name: 'is the next day, at the time of day it was planned for',
			changes: {},
			date: '2030-03-07 15:30:00',
			cause: 'Ready, and not dispatched in time',
		},
		{
			name: 'is Monday after a Friday',
			changes: {},
			at: '2030-03-08T23:00:00.000Z',
			date: '2030-03-11 15:30:00',
			cause: 'Ready, and not dispatched in time',
		},
		{
			name: 'is tomorrow by the clock of the company',
			changes: { ...company('Pacific/Auckland'), scheduled_date: '2030-03-04 20:00:00' },
			at: '2030-03-06T12:00:00.000Z',
			date: '2030-03-07 20:00:00',
			cause: 'Ready, and not dispatched in time',
		},
		{
			name: 'keeps the hour when the clocks change',
			changes: { ...company('Europe/Berlin'), scheduled_date: '2030-03-28 08:00:00' },
			at: '2030-03-29T12:00:00.000Z',
			date: '2030-04-01 07:00:00',
			cause: 'Ready, and not dispatched in time',
		},
		{
			name: 'is sooner where the goods are ready',
			changes: { scheduled_date: '2030-03-15 08:00:00' },
			date: '2030-03-07 08:00:00',
			cause: 'Planned for later than promised',
		},
		{
			name: 'stays where it is ahead and goods are missing',
			changes: { ...missing, scheduled_date: '2030-03-15 08:00:00' },
			date: '2030-03-15 08:00:00',
			cause: 'Goods are not ready: 1 of 2 lines',
		},
		{
			name: 'is the next day where it is past and goods are missing',
			changes: missing,
			date: '2030-03-07 15:30:00',
			cause: 'Goods are not ready: 1 of 2 lines',
		},
		{
			name: 'stays where it was approved',
			changes: { scheduled_date: '2030-03-15 08:00:00' },
			beside: approvedFor('2030-03-15 08:00:00'),
			date: '2030-03-15 08:00:00',
			cause: 'Planned for later than promised',
		},
		{
			name: 'is at nine where no time was planned',
			changes: { scheduled_date: false },
			date: '2030-03-07 09:00:00',
			cause: 'No date was planned',
		},
	])('$name', ({ changes, beside, at, date, cause }) => {
		const { proposal, figures } = gather(changes, beside, at);
		expect(proposal).toEqual({ scheduledDate: date, cause });
		expect(figures).toContainEqual({ label: 'Proposed', value: `${date.slice(0, 16)} UTC` });
	});
});

describe('the policy for late deliveries', () => {
	it('is sound and agrees with its examples', async () => {
		const policy = logisticsException.defaultPolicy;
		expect(await parsePolicy(policy)).toEqual(policy);
	});

	it('takes the facts that are gathered, and gives reasons that read well', async () => {
		const { facts } = gather();
		const { outcome, rules } = await evaluate(logisticsException.defaultPolicy, facts);
		expect(outcome).toBe('require_approval');
		expect(rules.map(({ reason }) => reason)).toEqual([
			'The delivery is 2 days late, 1 day or more',
			'A customer of tier B waits',
		]);
	});
});
