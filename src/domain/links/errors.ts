import { DomainError } from '../errors';

/** A link that was altered, cut off, or signed with a key that is no longer in use. */
export class LinkInvalidError extends DomainError {
	readonly code = 'LINK_INVALID';
}

/** A genuine link whose time has passed. */
export class LinkExpiredError extends DomainError {
	readonly code = 'LINK_EXPIRED';
}
