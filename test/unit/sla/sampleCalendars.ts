import type { WorkCalendar } from '../../../src/domain/sla/workCalendar';

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [...weekdays, 6, 7];

/** Monday to Friday, 08:00 to 17:00 with an hour at noon. */
export const office: WorkCalendar = {
	name: 'Office',
	zone: 'Europe/Berlin',
	hours: weekdays.flatMap((weekday) => [
		{ weekday, from: '08:00', to: '12:00' },
		{ weekday, from: '13:00', to: '17:00' },
	]),
	holidays: ['2026-04-03', '2026-04-06'],
	specialDays: [],
	closures: [],
};

/** Every night, over midnight. */
export const nightShift: WorkCalendar = {
	name: 'Night shift',
	zone: 'America/New_York',
	hours: everyDay.map((weekday) => ({ weekday, from: '22:00', to: '06:00' })),
	holidays: ['2026-03-07', '2026-10-31'],
	specialDays: [],
	closures: [],
};

/** Shifts that touch, and begin or end while clocks are changed. */
export const oddShifts: WorkCalendar = {
	name: 'Odd shifts',
	zone: 'Europe/Berlin',
	hours: everyDay.flatMap((weekday) => [
		{ weekday, from: '20:00', to: '02:10' },
		{ weekday, from: '02:10', to: '02:50' },
		{ weekday, from: '02:50', to: '03:15' },
		{ weekday, from: '09:00', to: '12:00' },
		{ weekday, from: '12:00', to: '13:30' },
	]),
	holidays: ['2026-03-30', '2026-10-24'],
	specialDays: [],
	closures: [],
};

/** Where clocks change by half an hour. */
export const halfHourZone: WorkCalendar = {
	name: 'Half-hour zone',
	zone: 'Australia/Lord_Howe',
	hours: everyDay.map((weekday) => ({ weekday, from: '01:45', to: '09:10' })),
	holidays: [],
	specialDays: [],
	closures: [],
};
