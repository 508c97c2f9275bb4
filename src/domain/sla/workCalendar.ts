import { IANAZone } from 'luxon';
import { z } from 'zod';

/** `HH:mm`, and `24:00` for the end of the day. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time such as 08:30');

export const workCalendarSchema = z.object({
	/** For people. */
	name: z.string().min(1),
	/** IANA zone in which hours and holidays are meant. */
	zone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone'),
	/** Shifts; several a day and overlapping ones are allowed. */
	hours: z
		.array(
			z.object({
				/** 1 is Monday, 7 is Sunday. */
				weekday: z.number().int().min(1).max(7),
				from: timeOfDay,
				/** At or before `from`: on the next day. */
				to: timeOfDay,
			}),
		)
		.min(1),
	/** Days on which no shift begins, `YYYY-MM-DD`; the shift of the evening before runs to its end. */
	holidays: z.array(z.string().date()),
});

export type WorkCalendar = z.infer<typeof workCalendarSchema>;

/** Every minute counts. */
export const alwaysOpen: WorkCalendar = {
	name: 'Around the clock',
	zone: 'UTC',
	hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
	holidays: [],
};
