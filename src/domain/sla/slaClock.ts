import { DateTime } from 'luxon';
import { ClockSettingInvalidError, ClockStateError, SlaClassUnknownError } from './errors';
import {
	MOST_TARGET_MINUTES,
	targetMinutesSchema,
	warnPercentSchema,
	type Pause,
	type SlaSection,
	type StoppedClock,
} from './slaSection';
import type { WorkCalendar } from './workCalendar';
import { addWorkingMinutes, workingMinutesBetween } from './workingTime';

export interface ClockSettings {
	class: string;
	/** Working minutes that each class promises. */
	targets: Readonly<Record<string, number>>;
	calendar: WorkCalendar;
	/** Shares of the target, in percent, after which people are warned; at least one. */
	warnPercents: readonly number[];
	/** When the clock began to count, ISO 8601; it may lie in the past. */
	startedAt: string;
}

export type ClockReading = 'on_time' | 'warning' | 'breached';

/** Longest pause: whoever still waits then has the clock paused again. */
const MOST_PAUSE_DAYS = 366;
const dayMs = 24 * 60 * 60_000;

/**
 * Starts the clock of a case: from then on, working time counts against the target of its class.
 *
 * @throws {SlaClassUnknownError} no target is given for the class
 * @throws {ClockSettingInvalidError} a target or a warning is none
 * @throws {CalendarEmptyError} the target is never reached
 */
export function startClock(settings: ClockSettings): SlaSection {
	const { targets, calendar, warnPercents } = settings;
	const targetMinutes = Object.hasOwn(targets, settings.class)
		? targets[settings.class]
		: undefined;
	if (targetMinutes === undefined) {
		throw new SlaClassUnknownError(settings.class, Object.keys(targets));
	}
	assertMinutes(targetMinutes);
	const startedAt = utc(settings.startedAt);
	const warnings = percentsOf(warnPercents).map((percent) => ({ percent, at: startedAt }));
	return recompute({
		class: settings.class,
		targetMinutes,
		startedAt,
		promisedAt: startedAt,
		term: { startedAt, minutes: targetMinutes },
		warnings,
		warnAt: startedAt,
		dueAt: startedAt,
		calendar,
		pauses: [],
		stopped: null,
	});
}

/**
 * Gives those who are asked from now on a term of their own; the promise stays what it was.
 *
 * @throws {ClockSettingInvalidError | CalendarEmptyError}
 */
export function beginTerm(sla: SlaSection, minutes: number, now: string): SlaSection {
	assertMinutes(minutes);
	return recompute({ ...sla, term: { startedAt: utc(now), minutes } });
}

/**
 * Counts anew, by another target or another calendar. Those who are asked beyond the promise keep their
 * minutes.
 *
 * @throws {ClockSettingInvalidError | CalendarEmptyError}
 */
export function adjustClock(
	sla: SlaSection,
	changes: { targetMinutes?: number | undefined; calendar?: WorkCalendar | undefined },
): SlaSection {
	const { targetMinutes = sla.targetMinutes, calendar = sla.calendar } = changes;
	assertMinutes(targetMinutes);
	assertRunning(sla);
	const isFirstTerm = sla.term.startedAt === sla.startedAt;
	const term = isFirstTerm ? { ...sla.term, minutes: targetMinutes } : sla.term;
	return recompute({ ...sla, targetMinutes, calendar, term });
}

/**
 * Lets the clock stand still, at most until an instant, so that it is always due some time.
 *
 * @param pause.from may lie in the past, for what was known late
 * @throws {ClockStateError} it was stopped, or stands still already
 * @throws {ClockSettingInvalidError} the pause ends before it begins, begins before the clock does, or lasts
 * more than a year
 */
export function pauseClock(
	sla: SlaSection,
	{ from, to, reason }: Pick<Pause, 'from' | 'to' | 'reason'>,
): SlaSection {
	assertRunning(sla);
	const pause: Pause = { from: utc(from), to: utc(to), reason: reason.trim(), resumedAt: null };
	const last = sla.pauses.at(-1);
	if (last && pause.from < last.to) {
		throw new ClockStateError(
			`The clock stands still until ${last.to} (${last.reason}); resume it before it is paused again`,
		);
	}
	assertPause(sla, pause);
	return recompute({ ...sla, pauses: [...sla.pauses, pause] });
}

/**
 * Lets the clock go on before its pause ends by itself.
 *
 * @throws {ClockStateError} it does not stand still
 */
export function resumeClock(sla: SlaSection, now: string): SlaSection {
	assertRunning(sla);
	const pause = pauseAt(sla, now);
	if (!pause) throw new ClockStateError('The clock does not stand still, so it cannot be resumed');
	const instant = utc(now);
	const pauses =
		instant === pause.from
			? sla.pauses.slice(0, -1)
			: sla.pauses.with(-1, { ...pause, to: instant, resumedAt: instant });
	return recompute({ ...sla, pauses });
}

/** The pause in which the clock stands still, if it does. */
export function pauseAt({ pauses }: Pick<SlaSection, 'pauses'>, now: string): Pause | null {
	const last = pauses.at(-1);
	const instant = Date.parse(now);
	return last && Date.parse(last.from) <= instant && instant < Date.parse(last.to) ? last : null;
}

/** Ends the clock, and tells whether the promise was kept and by how much working time it was not. */
export function stopClock(sla: SlaSection, now: string): SlaSection {
	if (sla.stopped) return sla;
	return { ...sla, stopped: readStop(sla, utc(now)) };
}

/** What the clock shows. The warning begins at `warnAt`, the breach at `dueAt`. */
export function checkClock(
	{ warnAt, dueAt }: Pick<SlaSection, 'warnAt' | 'dueAt'>,
	now: string,
): ClockReading {
	const instant = Date.parse(now);
	if (instant >= Date.parse(dueAt)) return 'breached';
	return instant >= Date.parse(warnAt) ? 'warning' : 'on_time';
}

function recompute(sla: SlaSection): SlaSection {
	const { calendar, pauses, term } = sla;
	const after = (start: string, minutes: number) =>
		addWorkingMinutes(instantOf(start), minutes, calendar, pauses).toJSDate().toISOString();
	const warnings = sla.warnings.map(({ percent }) => ({
		percent,
		at: after(term.startedAt, (term.minutes * percent) / 100),
	}));
	const dueAt = after(term.startedAt, term.minutes);
	return {
		...sla,
		promisedAt: after(sla.startedAt, sla.targetMinutes),
		warnings,
		warnAt: warnings[0]?.at ?? dueAt,
		dueAt,
	};
}

function readStop(sla: SlaSection, at: string): StoppedClock {
	const { startedAt, promisedAt, calendar, pauses, targetMinutes, warnings } = sla;
	const between = (start: string, end: string) =>
		workingMinutesBetween(instantOf(start), instantOf(end), calendar, pauses);
	const met = Date.parse(at) <= Date.parse(promisedAt);
	const workedMinutes = between(startedAt, at);
	const warnedAfter = ((warnings[0]?.percent ?? 100) * targetMinutes) / 100;
	return {
		at,
		met,
		warned: workedMinutes >= warnedAfter,
		workedMinutes,
		lateMinutes: met ? 0 : between(promisedAt, at),
	};
}

function percentsOf(given: readonly number[]): number[] {
	if (given.length === 0) throw new ClockSettingInvalidError('At least one warning is needed');
	const wrong = given.find((percent) => !warnPercentSchema.safeParse(percent).success);
	if (wrong !== undefined) {
		throw new ClockSettingInvalidError(
			`A warning after ${wrong} % is none; give a percentage above 0 and up to 100`,
		);
	}
	return [...new Set(given)].sort((left, right) => left - right);
}

function assertMinutes(minutes: number): void {
	if (targetMinutesSchema.safeParse(minutes).success) return;
	throw new ClockSettingInvalidError(
		`A target of ${minutes} working minutes is none; give a number above 0 and up to ${MOST_TARGET_MINUTES} (a year)`,
	);
}

function assertRunning({ stopped }: SlaSection): void {
	if (stopped) throw new ClockStateError(`The clock was stopped at ${stopped.at}`);
}

function assertPause({ startedAt }: SlaSection, { from, to, reason }: Pause): void {
	const faults: Array<[isAtFault: boolean, rule: string]> = [
		[reason === '', 'says why: give a reason'],
		[to <= from, 'ends after it begins'],
		[from < startedAt, `begins once the clock runs (since ${startedAt})`],
		[
			Date.parse(to) - Date.parse(from) > MOST_PAUSE_DAYS * dayMs,
			`lasts ${MOST_PAUSE_DAYS} days at most`,
		],
	];
	const fault = faults.find(([isAtFault]) => isAtFault);
	if (fault) throw new ClockSettingInvalidError(`A pause ${fault[1]}`);
}

function instantOf(iso: string): DateTime {
	return DateTime.fromISO(iso, { zone: 'utc' });
}

/** The instant as ISO 8601 in UTC, in which texts sort as times do. */
function utc(iso: string): string {
	const instant = instantOf(iso);
	if (instant.isValid) return instant.toJSDate().toISOString();
	throw new ClockSettingInvalidError(
		`"${iso}" is no instant; write it as ISO 8601, such as 2026-03-02T08:00:00Z`,
	);
}
