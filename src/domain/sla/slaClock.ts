import { DateTime } from 'luxon';
import type { SlaSection } from '../case/caseFile';
import { SlaClassUnknownError } from './errors';
import type { WorkCalendar } from './workCalendar';
import { addWorkingMinutes } from './workingTime';

export interface ClockSettings {
	class: string;
	/** Working minutes that each class promises. */
	targets: Readonly<Record<string, number>>;
	calendar: WorkCalendar;
	/** Share of the target, in percent, after which people are warned. */
	warnPercent: number;
	/** ISO 8601. */
	now: string;
}

export type ClockReading = 'on_time' | 'warning' | 'breached';

/**
 * Starts the clock of a case: from now on, working time counts against the target of its class.
 * @throws {SlaClassUnknownError} no target is given for the class
 * @throws {CalendarEmptyError} the target is never reached
 */
export function startClock(settings: ClockSettings): SlaSection {
	const { targets, calendar, warnPercent } = settings;
	const targetMinutes = Object.hasOwn(targets, settings.class)
		? targets[settings.class]
		: undefined;
	if (targetMinutes === undefined) {
		throw new SlaClassUnknownError(settings.class, Object.keys(targets));
	}
	const startedAt = DateTime.fromISO(settings.now, { zone: 'utc' });
	const after = (minutes: number) =>
		addWorkingMinutes(startedAt, minutes, calendar).toJSDate().toISOString();
	return {
		class: settings.class,
		targetMinutes,
		startedAt: startedAt.toJSDate().toISOString(),
		warnAt: after((targetMinutes * warnPercent) / 100),
		dueAt: after(targetMinutes),
		calendar,
	};
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
