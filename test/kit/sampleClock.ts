import { slaSectionSchema, type SlaSection } from '../../src/domain/sla/slaSection';
import { alwaysOpen } from '../../src/domain/sla/workCalendar';

/** A clock around the clock, with eight hours from a Monday morning on, as it differs in one test. */
export function clockWith(changes: Partial<SlaSection> = {}): SlaSection {
	return slaSectionSchema.parse({
		class: 'standard',
		targetMinutes: 480,
		startedAt: '2031-03-03T08:00:00.000Z',
		warnings: [{ percent: 75, at: '2031-03-03T14:00:00.000Z' }],
		warnAt: '2031-03-03T14:00:00.000Z',
		dueAt: '2031-03-03T16:00:00.000Z',
		calendar: alwaysOpen,
		...changes,
	});
}

const hour = 3_600_000;

/** A clock that was started so many hours ago, with two hours to go from then on. */
export const clockStarted = (hoursAgo: number) => {
	const start = Date.now() - hoursAgo * hour;
	const after = (hours: number) => new Date(start + hours * hour).toISOString();
	return clockWith({
		targetMinutes: 120,
		startedAt: after(0),
		warnings: [{ percent: 75, at: after(1.5) }],
		warnAt: after(1.5),
		dueAt: after(2),
		promisedAt: after(2),
		term: { startedAt: after(0), minutes: 120 },
	});
};
