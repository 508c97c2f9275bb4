import { DomainError } from '../errors';

/** A work calendar in which no working time comes, so that nothing would ever be due. */
export class CalendarEmptyError extends DomainError {
	readonly code = 'CALENDAR_EMPTY';

	constructor(calendar: string) {
		super(`The work calendar "${calendar}" has no working time for more than two years`);
	}
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
