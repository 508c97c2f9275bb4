import { z } from 'zod';
import { canonicalJson } from '../canonicalJson';
import { workCalendarSchema } from './workCalendar';

/** An instant, ISO 8601 in UTC. */
const instant = z.string().datetime();

/** More than one year around the clock is no promise any more. */
export const MOST_TARGET_MINUTES = 366 * 24 * 60;
export const targetMinutesSchema = z.number().positive().max(MOST_TARGET_MINUTES);

/** Share of a target in percent, after which people are warned. */
export const warnPercentSchema = z.number().positive().max(100);

/** A stretch in which the clock stands still, such as waiting for the customer. */
export const pauseSchema = z.object({
	from: instant,
	/** When it goes on by itself; earlier once somebody resumes it. */
	to: instant,
	reason: z.string().min(1),
	/** When somebody resumed it; `null` while nobody has. */
	resumedAt: instant.nullable(),
});

/** How a clock ended. */
export const stoppedClockSchema = z.object({
	at: instant,
	/** Whether it was stopped by the promised time. */
	met: z.boolean(),
	/** Whether people had been warned by then. */
	warned: z.boolean().default(false),
	/** Working time that passed on the clock, in minutes. */
	workedMinutes: z.number().nonnegative(),
	/** Working time by which the promise was broken, in minutes. */
	lateMinutes: z.number().nonnegative(),
});

const termSchema = z.object({ startedAt: instant, minutes: z.number().positive() });
const warningSchema = z.object({ percent: warnPercentSchema, at: instant });

/** The clock of a case. Every instant in it is computed from the promise, the term and the pauses. */
export const slaSectionSchema = z
	.object({
		class: z.string(),
		/** Working minutes within which the class promises a decision. */
		targetMinutes: z.number().positive(),
		startedAt: instant,
		/** By when the class promises a decision, whoever is asked. */
		promisedAt: instant.optional(),
		/** Since when and how long those who are asked now have: the promise, until others are asked. */
		term: termSchema.optional(),
		/** Points of the term at which people are warned, in order. */
		warnings: z.array(warningSchema).default([]),
		/** The first of them. */
		warnAt: instant,
		/** By when those who are asked now have to decide. */
		dueAt: instant,
		/** The calendar that is counted in, for those who are asked later as well. */
		calendar: workCalendarSchema,
		pauses: z.array(pauseSchema).default([]),
		stopped: stoppedClockSchema.nullable().default(null),
	})
	// A clock that was started by a package before 0.2 had one due time only.
	.transform(({ promisedAt, term, ...sla }) => ({
		...sla,
		promisedAt: promisedAt ?? sla.dueAt,
		term: term ?? { startedAt: sla.startedAt, minutes: sla.targetMinutes },
	}));

/** What changes about a clock; the calendar only when another one is counted in. */
export const slaChangeSchema = z.object({
	targetMinutes: z.number().positive(),
	promisedAt: instant,
	term: termSchema,
	warnings: z.array(warningSchema),
	warnAt: instant,
	dueAt: instant,
	pauses: z.array(pauseSchema),
	stopped: stoppedClockSchema.nullable(),
	calendar: workCalendarSchema.optional(),
});

/** What has become of a clock, for the ledger. */
export function changeOf(before: SlaSection, now: SlaSection): SlaChange {
	const { targetMinutes, promisedAt, term, warnings, warnAt, dueAt, pauses, stopped } = now;
	const change = { targetMinutes, promisedAt, term, warnings, warnAt, dueAt, pauses, stopped };
	const isSame = canonicalJson(before.calendar) === canonicalJson(now.calendar);
	return isSame ? change : { ...change, calendar: now.calendar };
}

export type SlaSection = z.infer<typeof slaSectionSchema>;
export type Pause = z.infer<typeof pauseSchema>;
export type SlaChange = z.infer<typeof slaChangeSchema>;
export type StoppedClock = z.infer<typeof stoppedClockSchema>;
