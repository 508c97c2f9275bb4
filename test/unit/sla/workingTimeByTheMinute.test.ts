import { DateTime } from 'luxon';
import type { WorkCalendar } from '../../../src/domain/sla/workCalendar';
import { addWorkingMinutes, workingMinutesBetween } from '../../../src/domain/sla/workingTime';
import { MinuteOracle } from './minuteOracle';
import { halfHourZone, nightShift, oddShifts, office } from './sampleCalendars';

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

describe.each<{ zone: string; calendar: WorkCalendar; firstDay: string; days: number }>([
	{ zone: 'Europe/Berlin', calendar: office, firstDay: '2025-01-01', days: 3 * 365 },
	{ zone: 'America/New_York', calendar: nightShift, firstDay: '2026-01-01', days: 365 },
	{ zone: 'Australia/Lord_Howe', calendar: halfHourZone, firstDay: '2026-01-01', days: 365 },
	// Clocks are changed at midnight here, by two hours there, for Ramadan, and by a whole day.
	{ zone: 'America/Santiago', calendar: oddShifts, firstDay: '2026-01-01', days: 365 },
	{ zone: 'Antarctica/Troll', calendar: nightShift, firstDay: '2026-01-01', days: 365 },
	{ zone: 'Africa/Casablanca', calendar: oddShifts, firstDay: '2026-01-01', days: 365 },
	{ zone: 'Africa/Cairo', calendar: oddShifts, firstDay: '2026-01-01', days: 365 },
	{ zone: 'Pacific/Apia', calendar: nightShift, firstDay: '2011-06-01', days: 365 },
	{ zone: 'Asia/Kathmandu', calendar: office, firstDay: '2026-01-01', days: 365 },
])('working time over years in $zone', ({ zone, calendar, firstDay, days }) => {
	const hours = { ...calendar, zone };
	const oracle = new MinuteOracle(hours, firstDay, days);
	const begin = DateTime.fromISO(firstDay, { zone }).plus({ days: 2 }).toMillis();
	const last = DateTime.fromISO(firstDay, { zone })
		.plus({ days: days - 60 })
		.toMillis();
	const instantAt = (ms: number) => DateTime.fromMillis(ms, { zone: 'utc' });
	// A prime number of minutes apart, so that they fall on all times of day.
	const starts: number[] = [];
	for (let ms = begin; ms < last; ms += 1_511 * 60_000) starts.push(ms);

	it('is as counting minute by minute has it', () => {
		const disagreeing = starts.flatMap((start, index) => {
			const minutes = [1, 60, 480, 481, 2_400][index % 5] ?? 1;
			const due = addWorkingMinutes(instantAt(start), minutes, hours).toMillis();
			const end = start + (minutes * 7 + 13) * 60_000;
			const worked = workingMinutesBetween(instantAt(start), instantAt(end), hours);
			const isRight = due === oracle.add(start, minutes) && worked === oracle.between(start, end);
			return isRight
				? []
				: [{ start: instantAt(start).toISO(), minutes, due: instantAt(due).toISO(), worked }];
		});
		expect(disagreeing).toEqual([]);
	});

	it('of all of it adds up', () => {
		expect(workingMinutesBetween(instantAt(begin), instantAt(last), hours)).toBe(
			oracle.between(begin, last),
		);
	});
});
