import fc from 'fast-check';
import { DateTime } from 'luxon';
import { CalendarEmptyError } from '../../../src/domain/sla/errors';
import {
	alwaysOpen,
	workCalendarSchema,
	type WorkCalendar,
} from '../../../src/domain/sla/workCalendar';
import { addWorkingMinutes, workingMinutesBetween } from '../../../src/domain/sla/workingTime';
import { MinuteOracle } from './minuteOracle';
import { halfHourZone, nightShift, oddShifts, office } from './sampleCalendars';

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' });
const add = (start: string, minutes: number, calendar: WorkCalendar) =>
	addWorkingMinutes(at(start), minutes, calendar).toISO();

describe('addWorkingMinutes', () => {
	it.each<{ name: string; start: string; minutes: number; due: string; calendar?: WorkCalendar }>([
		{ name: 'within a shift', start: '2026-01-07T08:00Z', minutes: 60, due: '2026-01-07T09:00' },
		{
			name: 'to the end of a shift',
			start: '2026-01-07T08:00Z',
			minutes: 180,
			due: '2026-01-07T11:00',
		},
		{
			name: 'past the noon break',
			start: '2026-01-07T08:00Z',
			minutes: 181,
			due: '2026-01-07T12:01',
		},
		{
			name: 'to the end of the day',
			start: '2026-01-07T15:00Z',
			minutes: 60,
			due: '2026-01-07T16:00',
		},
		{ name: 'past the night', start: '2026-01-07T15:00Z', minutes: 61, due: '2026-01-08T07:01' },
		{ name: 'past the weekend', start: '2026-01-09T15:30Z', minutes: 60, due: '2026-01-12T07:30' },
		{
			name: 'from outside working time',
			start: '2026-01-10T20:00Z',
			minutes: 1,
			due: '2026-01-12T07:01',
		},
		{ name: 'nothing at all', start: '2026-01-10T20:00Z', minutes: 0, due: '2026-01-10T20:00' },
		{ name: 'half a minute', start: '2026-01-07T08:00Z', minutes: 0.5, due: '2026-01-07T08:00:30' },
		{
			name: 'past holidays and the clock change',
			start: '2026-04-02T14:30Z',
			minutes: 60,
			due: '2026-04-07T06:30',
		},
		{
			name: 'a whole week of eight hours',
			start: '2026-01-05T07:00Z',
			minutes: 2400,
			due: '2026-01-09T16:00',
		},
		{
			name: 'a night of seven hours as clocks go forward',
			start: '2026-03-09T02:00Z',
			minutes: 480,
			due: '2026-03-09T10:00',
			calendar: nightShift,
		},
		{
			name: 'the night shift of the evening before a holiday to its end',
			start: '2026-03-07T10:30Z',
			minutes: 60,
			due: '2026-03-09T02:30',
			calendar: nightShift,
		},
		{
			name: 'every minute where it is always open',
			start: '2026-03-28T23:00Z',
			minutes: 2880,
			due: '2026-03-30T23:00',
			calendar: alwaysOpen,
		},
	])('$name', ({ start, minutes, due, calendar = office }) => {
		const expected = due.length === 16 ? `${due}:00.000Z` : `${due}.000Z`;
		expect(add(start, minutes, calendar)).toBe(expected);
	});

	it('refuses a calendar that never opens again', () => {
		const holidays = Array.from({ length: 800 }, (_, day) =>
			at('2026-01-01').plus({ days: day }).toFormat('yyyy-MM-dd'),
		);
		expect(() => add('2026-01-01T08:00Z', 1, { ...office, holidays })).toThrow(CalendarEmptyError);
	});

	it('waits for a calendar that rests for more than a year', () => {
		const holidays = Array.from({ length: 600 }, (_, day) =>
			at('2026-01-01').plus({ days: day }).toFormat('yyyy-MM-dd'),
		);
		expect(add('2026-01-01T08:00Z', 1, { ...office, holidays })).toBe('2027-08-24T06:01:00.000Z');
	});
});

describe.each<{ name: string; calendar: WorkCalendar; firstDay: string }>([
	{ name: 'an office in spring', calendar: office, firstDay: '2026-03-23' },
	{ name: 'an office in autumn', calendar: office, firstDay: '2026-10-19' },
	{ name: 'a night shift in spring', calendar: nightShift, firstDay: '2026-03-01' },
	{ name: 'a night shift in autumn', calendar: nightShift, firstDay: '2026-10-25' },
	{ name: 'odd shifts in spring', calendar: oddShifts, firstDay: '2026-03-22' },
	{ name: 'odd shifts in autumn', calendar: oddShifts, firstDay: '2026-10-18' },
	{ name: 'half-hour changes in autumn', calendar: halfHourZone, firstDay: '2026-03-29' },
	{ name: 'half-hour changes in spring', calendar: halfHourZone, firstDay: '2026-09-28' },
])('working time of $name', ({ calendar, firstDay }) => {
	const oracle = new MinuteOracle(calendar, firstDay, 21);
	const begin = DateTime.fromISO(firstDay, { zone: calendar.zone }).plus({ days: 2 });
	const starts = Array.from({ length: 60 }, (_, turn) => begin.plus({ minutes: turn * 241 }));

	it('is added as counting minute by minute adds it', () => {
		const disagreeing = starts.flatMap((start) =>
			[1, 29, 60, 61, 415, 480, 1_000]
				.map((minutes) => ({
					start: start.toISO(),
					minutes,
					due: addWorkingMinutes(start, minutes, calendar).toMillis(),
					expected: oracle.add(start.toMillis(), minutes),
				}))
				.filter(({ due, expected }) => due !== expected),
		);
		expect(disagreeing).toEqual([]);
	});

	it('is measured as counting minute by minute measures it', () => {
		const disagreeing = starts.flatMap((start) =>
			[1, 59, 300, 1_440, 4_321]
				.map((minutes) => start.plus({ minutes }))
				.map((end) => ({
					start: start.toISO(),
					end: end.toISO(),
					worked: workingMinutesBetween(start, end, calendar),
					expected: oracle.between(start.toMillis(), end.toMillis()),
				}))
				.filter(({ worked, expected }) => worked !== expected),
		);
		expect(disagreeing).toEqual([]);
	});
});

describe('working time', () => {
	const instant = fc
		.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
		.map((ms) => DateTime.fromMillis(ms, { zone: 'utc' }));
	const minutes = fc.integer({ min: 1, max: 5_000 });
	const calendar = fc.constantFrom(office, nightShift, oddShifts, halfHourZone, alwaysOpen);

	it('that was added is the time between', () => {
		fc.assert(
			fc.property(instant, minutes, calendar, (start, some, hours) => {
				const due = addWorkingMinutes(start, some, hours);
				expect(workingMinutesBetween(start, due, hours)).toBe(some);
			}),
		);
	});

	it('is never due earlier when there is more of it or it starts later', () => {
		fc.assert(
			fc.property(instant, minutes, minutes, calendar, (start, some, more, hours) => {
				const due = addWorkingMinutes(start, some, hours).toMillis();
				expect(addWorkingMinutes(start, some + more, hours).toMillis()).toBeGreaterThan(due);
				const later = addWorkingMinutes(start.plus({ minutes: more }), some, hours).toMillis();
				expect(later).toBeGreaterThanOrEqual(due);
			}),
		);
	});

	it('adds up', () => {
		fc.assert(
			fc.property(instant, minutes, minutes, calendar, (start, some, more, hours) => {
				const atOnce = addWorkingMinutes(start, some + more, hours).toMillis();
				const stepwise = addWorkingMinutes(addWorkingMinutes(start, some, hours), more, hours);
				expect(stepwise.toMillis()).toBe(atOnce);
			}),
		);
	});

	it('is none when the end is not after the start', () => {
		const monday = at('2026-01-05T08:00Z');
		expect(workingMinutesBetween(monday, monday, office)).toBe(0);
		expect(workingMinutesBetween(monday, monday.minus({ hours: 3 }), office)).toBe(0);
	});
});

describe('workCalendarSchema', () => {
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
			'an eighth weekday',
			{ hours: [{ weekday: 8, from: '08:00', to: '09:00' }] },
			'Number must be less than or equal to 7',
		],
	])('refuses %s', (_what, changes, message) => {
		const parsed = workCalendarSchema.safeParse({ ...office, ...changes });
		expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message);
	});
});
