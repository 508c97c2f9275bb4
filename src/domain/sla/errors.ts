import { DomainError } from '../errors';

/** A work calendar in which no working time comes, so that nothing would ever be due. */
export class CalendarEmptyError extends DomainError {
	readonly code = 'CALENDAR_EMPTY';

	constructor(calendar: string) {
		super(`The work calendar "${calendar}" has no working time for more than two years`);
	}
}

/** A work calendar that cannot be counted in; says what is wrong with it, and where. */
export class CalendarInvalidError extends DomainError {
	readonly code = 'CALENDAR_INVALID';
}

/** A case is of an SLA class for which no target is given. */
export class SlaClassUnknownError extends DomainError {
	readonly code = 'SLA_CLASS_UNKNOWN';

	constructor(slaClass: string, known: readonly string[]) {
		super(
			`No SLA target is given for the class "${slaClass}" (given: ${known.join(', ') || 'none'})`,
		);
	}
}

/** A target, a warning, a pause or an instant that no clock can run by. */
export class ClockSettingInvalidError extends DomainError {
	readonly code = 'CLOCK_SETTING_INVALID';
}

/** A clock is told to do what it cannot do as it stands: it was stopped, or is paused already. */
export class ClockStateError extends DomainError {
	readonly code = 'CLOCK_STATE';
}
