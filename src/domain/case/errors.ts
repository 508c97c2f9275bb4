import { DomainError } from '../errors';

/** The events of a case do not begin with its opening, or open it twice. */
export class TrailBrokenError extends DomainError {
	readonly code = 'TRAIL_BROKEN';
}
