import { z } from 'zod';

import type { HttpResponse } from '../../http/HttpSend';
import type { OdooCall } from '../OdooCall';
import type { OdooCredentials } from '../OdooCredentials';
import type { Answering } from './Answering';
import { databaseUnknown, errorFromFault } from './fault';
import { parseJson } from './parseJson';
import { unexpectedAnswer } from './unexpectedAnswer';
import type { WireRequest } from './WireRequest';

const fault = z.object({ name: z.string(), message: z.string() });

/** Odoo's page for a request without a database; it is not translated. */
const NO_DATABASE = 'No database is selected';

/** JSON-2, Odoo 19 and later: one flat object of named arguments, the key as a bearer token. */
export function json2Request(call: OdooCall, credentials: OdooCredentials): WireRequest {
	return {
		method: 'POST',
		path: `/json/2/${call.model}/${call.method}`,
		headers: {
			Authorization: `bearer ${credentials.apiKey}`,
			'Content-Type': 'application/json',
			'X-Odoo-Database': credentials.database,
		},
		body: JSON.stringify(call.args),
	};
}

/**
 * @returns the bare value that the method returned, `null` for none
 * @throws {OdooError} the error that Odoo reported, or `OdooProtocolError` for anything else
 */
export function json2Answer(answering: Answering, response: HttpResponse): unknown {
	const value = parseJson(response.body);
	if (response.status === 200 && value !== undefined) return value;

	const reported = fault.safeParse(value);
	if (reported.success) throw errorFromFault(answering, reported.data);
	if (response.body.includes(NO_DATABASE)) throw databaseUnknown(answering);
	throw unexpectedAnswer(answering, response);
}
