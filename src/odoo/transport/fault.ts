import {
	OdooAccessError,
	OdooConcurrencyError,
	type OdooError,
	type OdooErrorDetails,
	OdooKeyRefusedError,
	OdooMissingError,
	OdooProtocolError,
	OdooRequestError,
	OdooServerError,
	OdooUserError,
	OdooValidationError,
} from '../errors';
import type { Answering } from './Answering';

/** An exception as Odoo reports it; `debug`, the traceback with server paths, stays behind. */
export interface Fault {
	/** Python class path. The only stable sign: status and code differ by version and transport. */
	name: string;
	message: string;
}

type ErrorClass = new (call: string, message: string, details: OdooErrorDetails) => OdooError;

const CLASSES = new Map<string, ErrorClass>([
	['odoo.exceptions.AccessError', OdooAccessError],
	['odoo.exceptions.AccessDenied', OdooKeyRefusedError],
	['odoo.http.SessionExpiredException', OdooKeyRefusedError],
	['odoo.exceptions.MissingError', OdooMissingError],
	['odoo.exceptions.UserError', OdooUserError],
	['odoo.exceptions.RedirectWarning', OdooUserError],
	['odoo.exceptions.ValidationError', OdooValidationError],
	['odoo.exceptions.LockError', OdooConcurrencyError],
	['psycopg2.errors.SerializationFailure', OdooConcurrencyError],
	['psycopg2.errors.DeadlockDetected', OdooConcurrencyError],
	['psycopg2.errors.LockNotAvailable', OdooConcurrencyError],
	['psycopg2.errors.UniqueViolation', OdooValidationError],
	['psycopg2.errors.NotNullViolation', OdooValidationError],
	['psycopg2.errors.ForeignKeyViolation', OdooValidationError],
	['psycopg2.errors.CheckViolation', OdooValidationError],
	['builtins.AssertionError', OdooRequestError],
	['builtins.AttributeError', OdooRequestError],
	['builtins.IndexError', OdooRequestError],
	['builtins.KeyError', OdooRequestError],
	['builtins.TypeError', OdooRequestError],
	['builtins.ValueError', OdooRequestError],
	['werkzeug.exceptions.BadRequest', OdooRequestError],
	['werkzeug.exceptions.Forbidden', OdooAccessError],
	['werkzeug.exceptions.MethodNotAllowed', OdooRequestError],
	['werkzeug.exceptions.NotFound', OdooRequestError],
	['werkzeug.exceptions.Unauthorized', OdooKeyRefusedError],
	['werkzeug.exceptions.UnprocessableEntity', OdooRequestError],
	['werkzeug.exceptions.UnsupportedMediaType', OdooRequestError],
]);

/** The error for an exception that Odoo reported, with Odoo's words as its message. */
export function errorFromFault(answering: Answering, { name, message }: Fault): OdooError {
	const details = { exception: name };
	if (name === 'psycopg2.OperationalError') return databaseUnknown(answering, details);

	const Class = isUnknownModel(name, message) ? OdooRequestError : CLASSES.get(name);
	return new (Class ?? OdooServerError)(answering.call, answering.shown(words(message)), details);
}

/** A server action that fails quotes its whole program; what went wrong stands before it. */
function words(message: string): string {
	return message.split(' while evaluating\n', 1).join();
}

/** JSON-RPC reports an unknown model as a business error where JSON-2 says 404. */
function isUnknownModel(name: string, message: string): boolean {
	return name === 'odoo.exceptions.UserError' && /^Object \S+ doesn't exist$/.test(message);
}

/** Odoo's own words are left out on purpose: they name the host of the database. */
export function databaseUnknown(
	{ call, database }: Answering,
	details?: OdooErrorDetails,
): OdooProtocolError {
	return new OdooProtocolError(
		call,
		`Odoo cannot open the database "${database}". Check its name in the credential; if the name ` +
			'is right, its database server is down or full.',
		details,
	);
}
