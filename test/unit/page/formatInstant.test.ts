import { formatDistance, formatInstant } from '../../../src/page/formatInstant';

describe('formatInstant', () => {
	it.each([
		{ zone: 'Europe/Berlin', written: 'Mon 2 Mar 2026, 17:00 (Europe/Berlin)' },
		{ zone: 'America/New_York', written: 'Mon 2 Mar 2026, 11:00 (America/New_York)' },
		{ zone: 'Asia/Kathmandu', written: 'Mon 2 Mar 2026, 21:45 (Asia/Kathmandu)' },
		{ zone: '', written: 'Mon 2 Mar 2026, 16:00 (UTC)' },
		{ zone: 'Mars/Olympus', written: 'Mon 2 Mar 2026, 16:00 (UTC)' },
	])('reads as the clock in "$zone" does', ({ zone, written }) => {
		expect(formatInstant('2026-03-02T16:00:00.000Z', zone, 'en')).toBe(written);
	});
});

describe('formatDistance', () => {
	it.each([
		{ now: '2026-03-02T13:00:00.000Z', written: 'in 3 hours' },
		{ now: '2026-03-02T15:30:00.000Z', written: 'in 30 minutes' },
		{ now: '2026-03-04T16:00:00.000Z', written: '2 days ago' },
	])('seen from $now it is $written', ({ now, written }) => {
		expect(formatDistance('2026-03-02T16:00:00.000Z', now, 'en')).toBe(written);
	});
});
