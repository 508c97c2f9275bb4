import { SlaClassUnknownError } from '../../../src/domain/sla/errors';
import { checkClock, startClock, type ClockReading } from '../../../src/domain/sla/slaClock';
import { office } from './sampleCalendars';

const settings = {
	class: 'standard',
	targets: { standard: 480, urgent: 60 },
	calendar: office,
	warnPercent: 75,
	now: '2026-01-07T12:00:00.000Z',
};

describe('startClock', () => {
	it('promises a decision within the working time of the class', () => {
		expect(startClock(settings)).toEqual({
			class: 'standard',
			targetMinutes: 480,
			startedAt: '2026-01-07T12:00:00.000Z',
			warnAt: '2026-01-08T09:00:00.000Z',
			dueAt: '2026-01-08T11:00:00.000Z',
			calendar: office,
		});
	});

	it('writes instants in UTC, whatever the zone in which it is told the time', () => {
		const sla = startClock({ ...settings, class: 'urgent', now: '2026-01-07T14:00:00+02:00' });
		expect(sla).toMatchObject({
			startedAt: '2026-01-07T12:00:00.000Z',
			warnAt: '2026-01-07T12:45:00.000Z',
			dueAt: '2026-01-07T13:00:00.000Z',
		});
	});

	it.each(['relaxed', 'constructor'])(
		'refuses the class "%s", for which nothing is promised',
		(name) => {
			const start = () => startClock({ ...settings, class: name });
			expect(start).toThrow(SlaClassUnknownError);
			expect(start).toThrow(
				`No SLA target is given for the class "${name}" (given: standard, urgent)`,
			);
		},
	);
});

describe('checkClock', () => {
	const sla = { warnAt: '2026-01-08T09:00:00.000Z', dueAt: '2026-01-08T12:00:00.000Z' };

	it.each<[string, ClockReading]>([
		['2026-01-08T08:59:59.999Z', 'on_time'],
		['2026-01-08T09:00:00.000Z', 'warning'],
		['2026-01-08T11:59:59.999Z', 'warning'],
		['2026-01-08T12:00:00.000Z', 'breached'],
		['2026-01-08T13:00:00+02:00', 'warning'],
	])('at %s shows %s', (now, reading) => {
		expect(checkClock(sla, now)).toBe(reading);
	});
});
