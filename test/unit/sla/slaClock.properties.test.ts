import fc from 'fast-check';
import { DateTime } from 'luxon';
import { pauseClock, startClock, stopClock } from '../../../src/domain/sla/slaClock';
import { alwaysOpen } from '../../../src/domain/sla/workCalendar';
import { workingMinutesBetween } from '../../../src/domain/sla/workingTime';
import { halfHourZone, nightShift, oddShifts, office } from './sampleCalendars';

describe('any clock', () => {
	const instant = fc
		.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
		.map((ms) => new Date(ms).toISOString());
	const minutes = fc.integer({ min: 1, max: 3_000 });
	const calendar = fc.constantFrom(office, nightShift, oddShifts, halfHourZone, alwaysOpen);
	const clock = fc
		.record({ startedAt: instant, standard: minutes, calendar })
		.map(({ startedAt, standard, calendar: hours }) =>
			startClock({
				class: 'standard',
				warnPercents: [75],
				startedAt,
				targets: { standard },
				calendar: hours,
			}),
		);
	const after = (start: string, ms: number) => new Date(Date.parse(start) + ms).toISOString();
	const hour = 3_600_000;

	it('is due later by the working time of a pause that begins before it is due', () => {
		const delay = fc.integer({ min: 0, max: 60 * hour });
		const length = fc.integer({ min: 1, max: 200 * hour });
		fc.assert(
			fc.property(clock, delay, length, (sla, wait, lasting) => {
				const from = after(sla.startedAt, wait);
				fc.pre(from < sla.dueAt);
				const to = after(from, lasting);
				const { dueAt } = pauseClock(sla, { from, to, reason: 'Customer' });
				const worked = (start: string, end: string) =>
					workingMinutesBetween(DateTime.fromISO(start), DateTime.fromISO(end), sla.calendar);
				expect(worked(sla.dueAt, dueAt)).toBeCloseTo(worked(from, to), 6);
			}),
		);
	});

	it('stopped at its due time was in time, with all of its target gone', () => {
		fc.assert(
			fc.property(clock, (sla) => {
				expect(stopClock(sla, sla.dueAt).stopped).toEqual({
					at: sla.dueAt,
					met: true,
					warned: true,
					workedMinutes: sla.targetMinutes,
					lateMinutes: 0,
				});
			}),
		);
	});
});
