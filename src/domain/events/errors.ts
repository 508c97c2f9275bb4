import { DomainError } from '../errors';

/** A webhook that lacks something or says it in another form. */
export class WebhookMalformedError extends DomainError {
	readonly code = 'WEBHOOK_MALFORMED';
}

/** A webhook that nobody signed who has the key. */
export class WebhookForgedError extends DomainError {
	readonly code = 'WEBHOOK_FORGED';
}

/** A webhook that was signed too long ago, or in the future. */
export class WebhookStaleError extends DomainError {
	readonly code = 'WEBHOOK_STALE';
}

/** Without a key anybody could sign, so nothing is verified and nothing is sent. */
export class SigningKeyMissingError extends DomainError {
	readonly code = 'SIGNING_KEY_MISSING';
}
