import type { Emission } from '../../src/n8n/forEachItem';
import { DomainError } from '../../src/domain/errors';

/** What a visitor is answered, and with what the execution goes on, if it does. */
export interface Reply {
	status: number;
	html: string;
	resume?: Emission;
}

/** What was posted is no answer that the page could have sent. */
export class RequestUnreadableError extends DomainError {
	readonly code = 'REQUEST_UNREADABLE';
}
