import fc from 'fast-check';
import { DateTime } from 'luxon';
import { CalendarEmptyError } from '../../../src/domain/sla/errors';
import {
	alwaysOpen,
	workCalendarSchema,
	type WorkCalendar,
} from '../../../src/domain/sla/workCalendar';
import { addWorkingMinutes, workingMinutesBetween } from '../../../src/domain/sla/workingTime';
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

	it.each<{
		name: string;
		changes: Partial<WorkCalendar>;
		start: string;
		minutes: number;
		due: string;
	}>([
		{
			name: 'on a half day',
			changes: { specialDays: [{ date: '2026-01-07', hours: [{ from: '08:00', to: '12:00' }] }] },
			start: '2026-01-07T10:00Z',
			minutes: 120,
			due: '2026-01-08T08:00',
		},
		{
			name: 'on a Saturday that is worked',
			changes: { specialDays: [{ date: '2026-01-10', hours: [{ from: '10:00', to: '14:00' }] }] },
			start: '2026-01-09T15:00Z',
			minutes: 120,
			due: '2026-01-10T10:00',
		},
		{
			name: 'on a special day that is a holiday too',
			changes: {
				holidays: ['2026-01-07'],
				specialDays: [{ date: '2026-01-07', hours: [{ from: '08:00', to: '12:00' }] }],
			},
			start: '2026-01-07T08:00Z',
			minutes: 60,
			due: '2026-01-08T08:00',
		},
		{
			name: 'around a closure, even in the middle of a shift',
			changes: { closures: [{ from: '2026-01-07T08:30:00Z', to: '2026-01-07T09:00:00Z' }] },
			start: '2026-01-07T08:00Z',
			minutes: 60,
			due: '2026-01-07T09:30',
		},
		{
			name: 'around closures that overlap, touch and run over days',
			changes: {
				closures: [
					{ from: '2026-01-08T10:00:00Z', to: '2026-01-09T08:00:00Z' },
					{ from: '2026-01-07T09:00:00Z', to: '2026-01-08T09:00:00Z' },
					{ from: '2026-01-08T09:00:00Z', to: '2026-01-08T10:30:00Z' },
				],
			},
			start: '2026-01-07T08:00Z',
			minutes: 120,
			due: '2026-01-09T09:00',
		},
		{
			name: 'in every other week, as Odoo counts them',
			// The week of 5 January 2026 is the 105,661st since the year 1: a first one.
			changes: { hours: [{ weekday: 1, from: '08:00', to: '12:00', week: 'second' }] },
			start: '2026-01-05T08:00Z',
			minutes: 60,
			due: '2026-01-12T08:00',
		},
	])('counts $name', ({ changes, start, minutes, due }) => {
		expect(add(start, minutes, { ...office, ...changes })).toBe(`${due}:00.000Z`);
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

	it('is the same when a shift is split', () => {
		const time = (minute: number) =>
			`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
		const cut = fc.integer({ min: 1, max: 239 });
		const splitCalendar = (at: number): WorkCalendar => ({
			...office,
			hours: office.hours.flatMap(({ weekday, from, to }) => {
				const middle = time(Number(from.slice(0, 2)) * 60 + at);
				return [
					{ weekday, from, to: middle },
					{ weekday, from: middle, to },
				];
			}),
		});
		fc.assert(
			fc.property(instant, minutes, cut, (start, some, at) => {
				const split = workCalendarSchema.parse(splitCalendar(at));
				const due = addWorkingMinutes(start, some, office).toMillis();
				expect(addWorkingMinutes(start, some, split).toMillis()).toBe(due);
			}),
		);
	});

	it('is never due earlier where somewhere in it nobody works', () => {
		const length = fc.integer({ min: 1, max: 10_000_000 });
		fc.assert(
			fc.property(instant, minutes, calendar, instant, length, (start, some, hours, from, ms) => {
				const closure = {
					from: from.toJSDate().toISOString(),
					to: from.plus(ms).toJSDate().toISOString(),
				};
				const due = addWorkingMinutes(start, some, hours);
				const closed = { ...hours, closures: [closure] };
				expect(addWorkingMinutes(start, some, closed).toMillis()).toBeGreaterThanOrEqual(
					due.toMillis(),
				);
				expect(addWorkingMinutes(start, some, hours, [closure]).toMillis()).toBe(
					addWorkingMinutes(start, some, closed).toMillis(),
				);
			}),
		);
	});

	it('is none when the end is not after the start', () => {
		const monday = at('2026-01-05T08:00Z');
		expect(workingMinutesBetween(monday, monday, office)).toBe(0);
		expect(workingMinutesBetween(monday, monday.minus({ hours: 3 }), office)).toBe(0);
	});
});
