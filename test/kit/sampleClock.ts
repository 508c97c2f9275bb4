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
