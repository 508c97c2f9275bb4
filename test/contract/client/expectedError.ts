import { z } from 'zod';

import {
	OdooAccessError,
	OdooConcurrencyError,
	OdooKeyRefusedError,
	OdooMissingError,
	OdooProtocolError,
	OdooRequestError,
	OdooUserError,
	OdooValidationError,
} from '../../../src/odoo/errors';
import type { Exchange } from './recordings';

interface Expected {
	Class: new (...args: never[]) => Error;
	code: string;
	message: string;
}

const fault = z.object({ name: z.string(), message: z.string(), debug: z.string() });

const ACCESS = { Class: OdooAccessError, code: 'ODOO_ACCESS' };
const KEY = { Class: OdooKeyRefusedError, code: 'ODOO_KEY_REFUSED' };
const REQUEST = { Class: OdooRequestError, code: 'ODOO_REQUEST' };
const CONCURRENCY = { Class: OdooConcurrencyError, code: 'ODOO_CONCURRENCY' };
const PROTOCOL = { Class: OdooProtocolError, code: 'ODOO_PROTOCOL' };

/** Every exception that the recordings hold, and what it has to become. */
const BY_EXCEPTION: Record<string, Omit<Expected, 'message'>> = {
	'builtins.AssertionError': REQUEST,
	'builtins.AttributeError': REQUEST,
	'builtins.TypeError': REQUEST,
	'builtins.ValueError': REQUEST,
	'odoo.exceptions.AccessDenied': KEY,
	'odoo.exceptions.AccessError': ACCESS,
	'odoo.exceptions.MissingError': { Class: OdooMissingError, code: 'ODOO_MISSING' },
	'odoo.exceptions.UserError': { Class: OdooUserError, code: 'ODOO_USER' },
	'odoo.exceptions.ValidationError': { Class: OdooValidationError, code: 'ODOO_VALIDATION' },
	'psycopg2.OperationalError': PROTOCOL,
	'psycopg2.errors.SerializationFailure': CONCURRENCY,
	'werkzeug.exceptions.NotFound': REQUEST,
	'werkzeug.exceptions.Unauthorized': KEY,
	'werkzeug.exceptions.UnprocessableEntity': REQUEST,
};

/** The error that a recorded answer has to become; undefined for an answer that is none. */
export function expectedError(exchange: Exchange): Expected | undefined {
	const { body } = exchange.response;
	if (typeof body === 'string' && body.includes('No database is selected')) {
		return { ...PROTOCOL, message: wrongDatabase('nope') };
	}
	const reported = z.object({ error: z.object({ data: fault }) }).safeParse(body);
	const bare = fault.safeParse(reported.success ? reported.data.error.data : body);
	return bare.success ? fromFault(bare.data) : undefined;
}

function fromFault({ name, message }: z.infer<typeof fault>): Expected {
	const kind = BY_EXCEPTION[name];
	if (!kind) throw new Error(`No expectation for ${name}`);
	if (kind === KEY) return { ...kind, message: keyRefused(message) };
	if (kind === PROTOCOL) return { ...kind, message: wrongDatabase('nope') };
	// JSON-RPC calls an unknown model a business error; we call it the caller's mistake everywhere.
	if (/^Object nope(\.model)? doesn't exist$/.test(message)) return { ...REQUEST, message };
	return { ...kind, message };
}

export function keyRefused(words: string): string {
	return (
		`Odoo refused the API key ("${words}"): it is invalid or has expired. Keys of users who are ` +
		'not administrators expire after at most 90 days. Make a new key in Odoo (My Profile, Account ' +
		'Security), and check the login and the database in the credential.'
	);
}

/** Odoo's own words would name the host of the database. */
export function wrongDatabase(database: string): string {
	return (
		`Odoo cannot open the database "${database}". Check its name in the credential; if the name ` +
		'is right, its database server is down or full.'
	);
}
