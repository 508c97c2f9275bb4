import { z } from 'zod';
import { timeZoneSchema } from '../timeZone';
import { minutesOf } from '../sla/timeOfDay';
import { wallClockOf } from '../sla/wallClock';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 20:00');

/** When nobody is disturbed, by the clocks of a zone. */
export const quietHoursSchema = z
	.object({
		from: timeOfDay,
		/** Before `from`: on the next day. */
		to: timeOfDay,
		zone: timeZoneSchema,
	})
	.refine(({ from, to }) => from !== to, 'quiet hours end after they begin');

export type QuietHours = z.infer<typeof quietHoursSchema>;

/** When the quiet hours that are on now will be over, ISO 8601 in UTC; `null` when none are. */
export function quietUntil({ from, to, zone }: QuietHours, now: string): string | null {
	const clock = wallClockOf(zone);
	const instant = Date.parse(now);
	const face = clock.faceAt(instant);
	const midnight = Math.floor(face / dayMs) * dayMs;
	const minute = (face - midnight) / minuteMs;
	const [begin, end] = [minutesOf(from), minutesOf(to)];
	const isOvernight = end < begin;
	const isQuiet = isOvernight ? minute >= begin || minute < end : minute >= begin && minute < end;
	if (!isQuiet) return null;
	const lastDay = isOvernight && minute >= begin ? midnight + dayMs : midnight;
	const over = clock.firstInstantOf(lastDay + end * minuteMs);
	// Where clocks go back meanwhile, the end comes twice: the first time may be behind us.
	return new Date(over > instant ? over : instant + minuteMs).toISOString();
}
