import { CalendarInvalidError } from '../../../src/domain/sla/errors';
import { calendarOf, type Schedule } from '../../../src/domain/sla/scheduleInOdoo';

const schedule: Schedule = {
	name: 'Standard 40 hours/week',
	zone: 'Europe/Brussels',
	flexible: false,
	shifts: [
		{ weekday: 1, from: 8, to: 12, week: null },
		{ weekday: 1, from: 13, to: 16.6, week: null },
		{ weekday: 2, from: 20, to: 24, week: 'second' },
	],
	leaves: [
		{ from: '2031-03-02T23:00:00.000Z', to: '2031-03-03T22:59:59.000Z' },
		{ from: '2031-04-01T10:00:00.000Z', to: '2031-04-01T12:00:00.000Z' },
	],
};

describe('calendarOf', () => {
	it('turns decimal hours into times, and leaves into closures of whole minutes', () => {
		expect(calendarOf(schedule)).toEqual({
			name: 'Standard 40 hours/week',
			zone: 'Europe/Brussels',
			hours: [
				{ weekday: 1, from: '08:00', to: '12:00' },
				{ weekday: 1, from: '13:00', to: '16:36' },
				{ weekday: 2, from: '20:00', to: '24:00', week: 'second' },
			],
			holidays: [],
			specialDays: [],
			closures: [
				{ from: '2031-03-02T23:00:00.000Z', to: '2031-03-03T23:00:00.000Z' },
				{ from: '2031-04-01T10:00:00.000Z', to: '2031-04-01T12:00:00.000Z' },
			],
		});
	});

	it.each<[string, Partial<Schedule>, string]>([
		['flexible hours', { flexible: true }, 'has flexible hours'],
		['no hours', { shifts: [] }, 'has no working hours'],
		['a zone that there is not', { zone: 'Mars/Olympus' }, 'zone: must be an IANA time zone'],
		[
			'hours that overlap',
			{ shifts: [...schedule.shifts, { weekday: 1, from: 11, to: 14, week: 'first' }] },
			'hours: Monday 08:00–12:00 and Monday 11:00–14:00 overlap',
		],
		[
			'a leave that ends before it begins',
			{ leaves: [{ from: '2031-03-03T00:00:00.000Z', to: '2031-03-02T00:00:00.000Z' }] },
			'closures.0: must end after it begins',
		],
	])('refuses %s, and names the schedule', (_what, changes, message) => {
		const read = () => calendarOf({ ...schedule, ...changes });
		expect(read).toThrow(CalendarInvalidError);
		expect(read).toThrow(message);
		expect(read).toThrow('"Standard 40 hours/week"');
	});
});
