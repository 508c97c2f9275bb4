import { z } from 'zod';

import type { HttpResponse } from '../../http/HttpSend';
import { OdooKeyRefusedError } from '../errors';
import type { OdooCredentials } from '../OdooCredentials';
import type { Answering } from './Answering';
import { jsonRpcAnswer, jsonRpcRequest } from './jsonRpc';
import { unexpectedAnswer } from './unexpectedAnswer';
import type { WireRequest } from './WireRequest';

const userId = z.union([z.number().int().positive(), z.literal(false)]);

/** Asks JSON-RPC who the user is. The empty object is the client's environment, which Odoo ignores. */
export function authenticateRequest({ database, login, apiKey }: OdooCredentials): WireRequest {
	return jsonRpcRequest('common', 'authenticate', [database, login, apiKey, {}]);
}

/** @throws {OdooKeyRefusedError} login and key do not fit: Odoo answers `false`, not an error */
export function readUserId(answering: Answering, response: HttpResponse): number {
	const answer = userId.safeParse(jsonRpcAnswer(answering, response));
	if (!answer.success) throw unexpectedAnswer(answering, response);
	if (answer.data === false) throw new OdooKeyRefusedError(answering.call, 'Access Denied');
	return answer.data;
}
