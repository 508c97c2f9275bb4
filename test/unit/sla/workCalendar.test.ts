import { alwaysOpen, workCalendarSchema } from '../../../src/domain/sla/workCalendar';
import { nightShift, oddShifts, office } from './sampleCalendars';

describe('workCalendarSchema', () => {
	it('takes shifts that touch, also over midnight and in weeks that take turns', () => {
		expect(workCalendarSchema.safeParse(oddShifts).success).toBe(true);
		expect(workCalendarSchema.safeParse(nightShift).success).toBe(true);
		const turns = (['first', 'second'] as const).map((week) => ({
			weekday: 3,
			from: '08:00',
			to: '12:00',
			week,
		}));
		expect(workCalendarSchema.safeParse({ ...office, hours: turns }).success).toBe(true);
	});

	it('takes a calendar', () => {
		expect(workCalendarSchema.parse(office)).toEqual(office);
		expect(workCalendarSchema.parse(alwaysOpen)).toEqual(alwaysOpen);
	});

	it.each<[string, object, string]>([
		['an unknown zone', { zone: 'Europe/Atlantis' }, 'must be an IANA time zone'],
		['no hours', { hours: [] }, 'Array must contain at least 1 element(s)'],
		[
			'a time that does not exist',
			{ hours: [{ weekday: 1, from: '8:00', to: '25:00' }] },
			'a time such as 08:30',
		],
		['a day that does not exist', { holidays: ['2026-02-30'] }, 'Invalid date'],
		[
			'a shift that ends as it begins',
			{ hours: [{ weekday: 1, from: '08:00', to: '08:00' }] },
			'begins and ends at once; a whole day is 00:00 to 24:00',
		],
		[
			'shifts that overlap',
			{
				hours: [
					{ weekday: 2, from: '08:00', to: '12:00' },
					{ weekday: 2, from: '11:59', to: '17:00' },
				],
			},
			'Tuesday 08:00–12:00 and Tuesday 11:59–17:00 overlap; give each stretch of working time once',
		],
		[
			'a night that overlaps the morning after it',
			{
				hours: [
					{ weekday: 1, from: '06:00', to: '09:00' },
					{ weekday: 7, from: '22:00', to: '06:30' },
				],
			},
			'Sunday 22:00–06:30 and Monday 06:00–09:00 overlap; give each stretch of working time once',
		],
		[
			'a shift of every week over one of every other',
			{
				hours: [
					{ weekday: 3, from: '08:00', to: '12:00' },
					{ weekday: 3, from: '09:00', to: '10:00', week: 'second' },
				],
			},
			'Wednesday 08:00–12:00 and Wednesday 09:00–10:00 overlap; give each stretch of working time once',
		],
		[
			'a closure that ends before it begins',
			{ closures: [{ from: '2026-01-08T09:00:00Z', to: '2026-01-08T08:00:00Z' }] },
			'must end after it begins',
		],
		[
			'a special day given twice',
			{
				specialDays: [
					{ date: '2026-12-24', hours: [] },
					{ date: '2026-12-24', hours: [] },
				],
			},
			'2026-12-24 is given twice',
		],
		['a field that does not exist', { breaks: [] }, "Unrecognized key(s) in object: 'breaks'"],
		[
			'an eighth weekday',
			{ hours: [{ weekday: 8, from: '08:00', to: '09:00' }] },
			'Number must be less than or equal to 7',
		],
	])('refuses %s', (_what, changes, message) => {
		const parsed = workCalendarSchema.safeParse({ ...office, ...changes });
		expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message);
	});
});
