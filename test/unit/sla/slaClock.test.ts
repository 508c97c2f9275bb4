import {
	ClockSettingInvalidError,
	ClockStateError,
	SlaClassUnknownError,
} from '../../../src/domain/sla/errors';
import {
	adjustClock,
	beginTerm,
	checkClock,
	pauseAt,
	pauseClock,
	resumeClock,
	startClock,
	stopClock,
	type ClockReading,
} from '../../../src/domain/sla/slaClock';
import { changeOf, slaSectionSchema } from '../../../src/domain/sla/slaSection';
import { alwaysOpen } from '../../../src/domain/sla/workCalendar';
import { office } from './sampleCalendars';

const settings = {
	class: 'standard',
	targets: { standard: 480, urgent: 60 },
	calendar: office,
	warnPercents: [75],
	startedAt: '2026-01-07T12:00:00.000Z',
};
const started = startClock(settings);
const pause = { from: '2026-01-07T14:00:00Z', to: '2026-01-08T09:00:00Z', reason: 'Customer' };

describe('startClock', () => {
	it('promises a decision within the working time of the class', () => {
		expect(startClock(settings)).toEqual({
			class: 'standard',
			targetMinutes: 480,
			startedAt: '2026-01-07T12:00:00.000Z',
			promisedAt: '2026-01-08T11:00:00.000Z',
			term: { startedAt: '2026-01-07T12:00:00.000Z', minutes: 480 },
			warnings: [{ percent: 75, at: '2026-01-08T09:00:00.000Z' }],
			warnAt: '2026-01-08T09:00:00.000Z',
			dueAt: '2026-01-08T11:00:00.000Z',
			calendar: office,
			pauses: [],
			stopped: null,
		});
	});

	it('writes instants in UTC, whatever the zone in which it is told the time', () => {
		const sla = startClock({
			...settings,
			class: 'urgent',
			startedAt: '2026-01-07T14:00:00+02:00',
		});
		expect(sla).toMatchObject({
			startedAt: '2026-01-07T12:00:00.000Z',
			warnAt: '2026-01-07T12:45:00.000Z',
			dueAt: '2026-01-07T13:00:00.000Z',
		});
	});

	it('warns at several points, in their order and each once', () => {
		const sla = startClock({ ...settings, warnPercents: [90, 50, 50, 100] });
		expect(sla.warnings).toEqual([
			{ percent: 50, at: '2026-01-07T16:00:00.000Z' },
			{ percent: 90, at: '2026-01-08T10:12:00.000Z' },
			{ percent: 100, at: '2026-01-08T11:00:00.000Z' },
		]);
		expect(sla.warnAt).toBe('2026-01-07T16:00:00.000Z');
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

	it.each([0, -60, Number.NaN, Number.POSITIVE_INFINITY, 366 * 24 * 60 + 1])(
		'refuses a target of %s minutes',
		(standard) => {
			const start = () => startClock({ ...settings, targets: { standard } });
			expect(start).toThrow(ClockSettingInvalidError);
			expect(start).toThrow(`A target of ${standard} working minutes is none`);
		},
	);

	it.each([[[]], [[0]], [[-1]], [[101]], [[75, Number.NaN]]])(
		'refuses warnings after %j %%',
		(warnPercents) => {
			expect(() => startClock({ ...settings, warnPercents })).toThrow(ClockSettingInvalidError);
		},
	);

	it.each(['', 'yesterday', '2026-02-30T08:00:00Z', '07/01/2026'])(
		'refuses to start at "%s"',
		(startedAt) => {
			expect(() => startClock({ ...settings, startedAt })).toThrow(`"${startedAt}" is no instant`);
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

describe('a pause', () => {
	it('moves every time that lies behind its beginning', () => {
		expect(pauseClock(started, pause)).toMatchObject({
			// Two working hours lie in it on the first day and two on the second, and then comes noon.
			promisedAt: '2026-01-08T16:00:00.000Z',
			warnAt: '2026-01-08T14:00:00.000Z',
			dueAt: '2026-01-08T16:00:00.000Z',
			pauses: [
				{
					from: '2026-01-07T14:00:00.000Z',
					to: '2026-01-08T09:00:00.000Z',
					reason: 'Customer',
					resumedAt: null,
				},
			],
		});
	});

	it('that is resumed counts as long as it lasted', () => {
		const paused = pauseClock(started, pause);
		expect(pauseAt(paused, '2026-01-07T14:30:00Z')).toMatchObject({ reason: 'Customer' });
		const resumed = resumeClock(paused, '2026-01-07T15:00:00Z');
		expect(resumed).toMatchObject({
			dueAt: '2026-01-08T13:00:00.000Z',
			pauses: [{ to: '2026-01-07T15:00:00.000Z', resumedAt: '2026-01-07T15:00:00.000Z' }],
		});
		expect(pauseAt(resumed, '2026-01-07T15:00:00Z')).toBeNull();
	});

	it('that is taken back at once leaves nothing behind', () => {
		expect(resumeClock(pauseClock(started, pause), pause.from)).toEqual(started);
	});

	it('ends by itself', () => {
		const paused = pauseClock(started, pause);
		expect(pauseAt(paused, pause.to)).toBeNull();
		expect(() => resumeClock(paused, pause.to)).toThrow(ClockStateError);
		const again = pauseClock(paused, { ...pause, from: pause.to, to: '2026-01-08T10:00:00Z' });
		expect(again.dueAt).toBe('2026-01-09T08:00:00.000Z');
	});

	it('does not mend what is broken already', () => {
		const late = { from: '2026-01-09T08:00:00Z', to: '2026-01-12T08:00:00Z', reason: 'Customer' };
		expect(pauseClock(started, late)).toMatchObject({
			dueAt: started.dueAt,
			promisedAt: started.promisedAt,
		});
	});

	it.each<[string, object, string]>([
		['no reason', { reason: ' ' }, 'says why'],
		['an end before its beginning', { to: '2026-01-07T13:59:59Z' }, 'ends after it begins'],
		['an end at its beginning', { to: pause.from }, 'ends after it begins'],
		['a beginning before the clock', { from: '2026-01-07T11:00:00Z' }, 'once the clock runs'],
		['more than a year', { to: '2027-01-09T14:00:00Z' }, 'lasts 366 days at most'],
		['no instant', { to: 'tomorrow' }, '"tomorrow" is no instant'],
	])('is refused with %s', (_what, changes, message) => {
		const set = () => pauseClock(started, { ...pause, ...changes });
		expect(set).toThrow(ClockSettingInvalidError);
		expect(set).toThrow(message);
	});

	it('is refused while another is on', () => {
		const again = () =>
			pauseClock(pauseClock(started, pause), { ...pause, from: '2026-01-07T15:00:00Z' });
		expect(again).toThrow(ClockStateError);
		expect(again).toThrow('The clock stands still until 2026-01-08T09:00:00.000Z (Customer)');
	});

	it('cannot end where there is none', () => {
		expect(() => resumeClock(started, '2026-01-07T13:00:00Z')).toThrow('does not stand still');
	});
});

describe('a term', () => {
	const asked = beginTerm(started, 60, '2026-01-08T12:00:00Z');

	it('gives those who are asked later time of their own, and leaves the promise', () => {
		expect(asked).toMatchObject({
			promisedAt: '2026-01-08T11:00:00.000Z',
			term: { startedAt: '2026-01-08T12:00:00.000Z', minutes: 60 },
			warnAt: '2026-01-08T12:45:00.000Z',
			dueAt: '2026-01-08T13:00:00.000Z',
		});
	});

	it('stays as long as it is when the promise changes', () => {
		expect(adjustClock(asked, { targetMinutes: 600 })).toMatchObject({
			targetMinutes: 600,
			promisedAt: '2026-01-08T14:00:00.000Z',
			dueAt: '2026-01-08T13:00:00.000Z',
		});
	});
});

describe('a clock that is adjusted', () => {
	it('counts anew from when it was started', () => {
		expect(adjustClock(started, { targetMinutes: 60 })).toEqual(
			startClock({ ...settings, targets: { standard: 60 } }),
		);
		expect(adjustClock(started, { calendar: alwaysOpen })).toEqual(
			startClock({ ...settings, calendar: alwaysOpen }),
		);
	});

	it('is refused a target that is none', () => {
		expect(() => adjustClock(started, { targetMinutes: -1 })).toThrow(ClockSettingInvalidError);
	});
});

describe('a clock that is stopped', () => {
	it.each([
		[
			'before its time',
			'2026-01-08T08:00:00Z',
			{ met: true, warned: false, workedMinutes: 300, lateMinutes: 0 },
		],
		[
			'in time',
			'2026-01-08T11:00:00Z',
			{ met: true, warned: true, workedMinutes: 480, lateMinutes: 0 },
		],
		[
			'late',
			'2026-01-09T08:00:00Z',
			{ met: false, warned: true, workedMinutes: 780, lateMinutes: 300 },
		],
	])('%s tells so, and by how much working time', (_when, now, stopped) => {
		expect(stopClock(started, now).stopped).toEqual({
			at: new Date(now).toISOString(),
			...stopped,
		});
	});

	it('does not count its pauses', () => {
		const paused = pauseClock(started, pause);
		expect(stopClock(paused, '2026-01-09T07:30:00Z').stopped).toMatchObject({
			met: false,
			workedMinutes: 510,
			lateMinutes: 30,
		});
	});

	it('stays so', () => {
		const stopped = stopClock(started, '2026-01-08T08:00:00Z');
		expect(stopClock(stopped, '2026-01-09T08:00:00Z')).toBe(stopped);
		expect(() => pauseClock(stopped, pause)).toThrow('The clock was stopped at 2026-01-08T08:00');
		expect(() => resumeClock(stopped, pause.from)).toThrow(ClockStateError);
		expect(() => adjustClock(stopped, { targetMinutes: 60 })).toThrow(ClockStateError);
	});
});

describe('a clock of before 0.2', () => {
	it('has its one due time for a promise', () => {
		const { class: name, targetMinutes, startedAt, warnAt, dueAt } = started;
		const { hours, zone, holidays } = office;
		const calendar = { name: 'Office', hours, zone, holidays };
		const old = { class: name, targetMinutes, startedAt, warnAt, dueAt, calendar };
		expect(slaSectionSchema.parse(old)).toEqual({ ...started, warnings: [] });
	});
});

describe('what changes about a clock', () => {
	it('holds the calendar only when it is another', () => {
		expect(changeOf(started, beginTerm(started, 60, pause.to))).not.toHaveProperty('calendar');
		expect(changeOf(started, adjustClock(started, { calendar: alwaysOpen }))).toMatchObject({
			calendar: alwaysOpen,
		});
	});
});
