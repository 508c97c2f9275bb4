import fc from 'fast-check';
import { quietHoursSchema, quietUntil } from '../../../src/domain/escalation/quietHours';

const night = { from: '20:00', to: '07:00', zone: 'Europe/Berlin' };
const noon = { from: '12:00', to: '13:30', zone: 'Europe/Berlin' };

describe('quietUntil', () => {
	it.each([
		{ name: 'before they begin', quiet: night, now: '2026-01-07T18:59:59Z', until: null },
		{ name: 'as they begin', quiet: night, now: '2026-01-07T19:00:00Z', until: '2026-01-08T06:00' },
		{ name: 'at midnight', quiet: night, now: '2026-01-07T23:00:00Z', until: '2026-01-08T06:00' },
		{
			name: 'before they end',
			quiet: night,
			now: '2026-01-08T05:59:59Z',
			until: '2026-01-08T06:00',
		},
		{ name: 'as they end', quiet: night, now: '2026-01-08T06:00:00Z', until: null },
		{ name: 'at noon', quiet: noon, now: '2026-01-07T11:10:00Z', until: '2026-01-07T12:30' },
		{ name: 'after noon', quiet: noon, now: '2026-01-07T12:30:00Z', until: null },
		{
			name: 'in the night in which clocks go forward',
			quiet: night,
			now: '2026-03-28T22:00:00Z',
			until: '2026-03-29T05:00',
		},
		{
			name: 'in the night in which clocks go back',
			quiet: night,
			now: '2026-10-24T20:00:00Z',
			until: '2026-10-25T06:00',
		},
	])('$name', ({ quiet, now, until }) => {
		expect(quietUntil(quiet, now)).toBe(until && `${until}:00.000Z`);
	});

	it('always lies ahead, at most a day and an hour, and then it is not quiet', () => {
		const times = fc.constantFrom('00:00', '02:15', '02:45', '07:00', '12:00', '20:00', '23:59');
		const zones = fc.constantFrom('Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe');
		const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
		fc.assert(
			fc.property(times, times, zones, instant, (from, to, zone, ms) => {
				fc.pre(from !== to);
				const now = new Date(ms).toISOString();
				const until = quietUntil({ from, to, zone }, now);
				if (until === null) return;
				const ahead = Date.parse(until) - ms;
				expect(ahead).toBeGreaterThan(0);
				expect(ahead).toBeLessThanOrEqual(25 * 3_600_000);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe('quietHoursSchema', () => {
	it.each([{ from: '7' }, { to: '24:00' }, { zone: 'Europe/Atlantis' }, { to: '20:00' }])(
		'refuses %j',
		(changes) => {
			expect(quietHoursSchema.safeParse({ ...night, ...changes }).success).toBe(false);
		},
	);
});
