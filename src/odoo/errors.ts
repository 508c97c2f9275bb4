export interface OdooErrorDetails {
	/** Python class of the exception, such as `odoo.exceptions.UserError`. */
	exception?: string | undefined;
}

/**
 * Base of everything the Odoo client raises.
 *
 * The message keeps Odoo's own words (in the user's language) and never holds a key or a traceback.
 * There is no `cause`: what an HTTP library throws carries the request, and with it the key.
 * Callers branch on the class or on `code`.
 */
export abstract class OdooError extends Error {
	abstract readonly code: string;

	/** Whether the same call may succeed later. It says nothing about whether repeating is safe. */
	readonly retryable: boolean = false;

	/** Python class of the exception, where Odoo named one. */
	readonly exception: string | undefined;

	/** @param call what was called, such as `sale.order.action_confirm` */
	constructor(
		readonly call: string,
		message: string,
		{ exception }: OdooErrorDetails = {},
	) {
		super(message);
		this.exception = exception;
	}

	override get name(): string {
		return this.constructor.name;
	}
}

/** The user lacks a right, or a record rule or a field's group forbids it. */
export class OdooAccessError extends OdooError {
	readonly code: string = 'ODOO_ACCESS';
}

/** Odoo does not know the user by this key. An access error too, but with another next step. */
export class OdooKeyRefusedError extends OdooAccessError {
	override readonly code = 'ODOO_KEY_REFUSED';

	/** @param words what Odoo said, such as "Invalid apikey" */
	constructor(call: string, words: string, details?: OdooErrorDetails) {
		super(
			call,
			`Odoo refused the API key ("${words}"): it is invalid or has expired. Keys of users who are ` +
				'not administrators expire after at most 90 days. Make a new key in Odoo (My Profile, ' +
				'Account Security), and check the login and the database in the credential.',
			details,
		);
	}
}

/** Odoo's business logic said no. */
export class OdooUserError extends OdooError {
	readonly code = 'ODOO_USER';
}

/** A value broke a constraint: a required, unique or linked field, or a rule of the model. */
export class OdooValidationError extends OdooError {
	readonly code = 'ODOO_VALIDATION';
}

/** The record is gone. `read` does not raise this: it leaves missing records out. */
export class OdooMissingError extends OdooError {
	readonly code = 'ODOO_MISSING';
}

/** Another transaction was in the way, even after Odoo's own retries. Nothing was written. */
export class OdooConcurrencyError extends OdooError {
	readonly code = 'ODOO_CONCURRENCY';
	override readonly retryable = true;
}

/** The call itself is wrong: model, method, field, domain, argument or ids. */
export class OdooRequestError extends OdooError {
	readonly code = 'ODOO_REQUEST';
}

/** Odoo failed for a reason that none of the other classes names. */
export class OdooServerError extends OdooError {
	readonly code = 'ODOO_SERVER';
}

/** No answer from Odoo itself: unreachable, or a proxy answered 502, 503 or 504. */
export class OdooTransportError extends OdooError {
	readonly code = 'ODOO_TRANSPORT';
	override readonly retryable: boolean;

	constructor(call: string, message: string, details: OdooErrorDetails & { retryable: boolean }) {
		super(call, message, details);
		this.retryable = details.retryable;
	}
}

/** No complete answer in time. Odoo may have carried the call out: read before repeating a write. */
export class OdooTimeoutError extends OdooError {
	readonly code = 'ODOO_TIMEOUT';
	override readonly retryable = true;
}

/** An answer came that Odoo does not give when all is well; the message names the likely cause. */
export class OdooProtocolError extends OdooError {
	readonly code = 'ODOO_PROTOCOL';
}
