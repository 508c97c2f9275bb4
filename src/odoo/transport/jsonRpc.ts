import { z } from 'zod';

import type { HttpResponse } from '../../http/HttpSend';
import { OdooProtocolError } from '../errors';
import type { OdooCall } from '../OdooCall';
import type { OdooCredentials } from '../OdooCredentials';
import type { Answering } from './Answering';
import { errorFromFault } from './fault';
import { parseJson } from './parseJson';
import { arrangeArguments } from './positionalArguments';
import { unexpectedAnswer } from './unexpectedAnswer';
import type { WireRequest } from './WireRequest';

/** A method that returns `None` leaves `result` out altogether, in every version. */
const envelope = z.object({
	jsonrpc: z.literal('2.0'),
	result: z.unknown(),
	error: z.object({ data: z.object({ name: z.string(), message: z.string() }) }).optional(),
});

/** A request to one of JSON-RPC's services; Odoo answers HTTP 200 even to failures. */
export function jsonRpcRequest(service: 'common' | 'object', method: string, args: unknown[]) {
	return {
		method: 'POST',
		path: '/jsonrpc',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({
			jsonrpc: '2.0',
			method: 'call',
			params: { service, method, args },
			id: 1,
		}),
	} satisfies WireRequest;
}

/** @param userId what `common.authenticate` answered; the key stands in the place of the password */
export function executeKwRequest(
	call: OdooCall,
	{ database, apiKey }: OdooCredentials,
	userId: number,
): WireRequest {
	const { positional, named } = arrangeArguments(call);
	const { model, method } = call;
	return jsonRpcRequest('object', 'execute_kw', [
		database,
		userId,
		apiKey,
		model,
		method,
		positional,
		named,
	]);
}

/**
 * @returns the value that the method returned, `null` for none
 * @throws {OdooError} the error that Odoo reported, or `OdooProtocolError` for anything else
 */
export function jsonRpcAnswer(answering: Answering, response: HttpResponse): unknown {
	if (response.status === 404) throw notOffered(answering);

	const parsed = envelope.safeParse(parseJson(response.body));
	if (!parsed.success) throw unexpectedAnswer(answering, response);
	if (parsed.data.error) throw errorFromFault(answering, parsed.data.error.data);
	return parsed.data.result ?? null;
}

function notOffered({ call }: Answering): OdooProtocolError {
	return new OdooProtocolError(
		call,
		'The server offers no JSON-RPC (HTTP 404 on /jsonrpc). From Odoo 19 on use JSON-2, with an API ' +
			'key; if this is an older Odoo, check its address.',
	);
}
