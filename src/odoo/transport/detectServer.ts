import { z } from 'zod';

import type { HttpResponse } from '../../http/HttpSend';
import type { Answering } from './Answering';
import { jsonRpcAnswer, jsonRpcRequest } from './jsonRpc';
import { parseJson } from './parseJson';
import { unexpectedAnswer } from './unexpectedAnswer';
import type { WireRequest } from './WireRequest';

export type OdooTransport = 'json2' | 'jsonrpc';

export interface OdooVersion {
	/** 18 for 18.0 and for the online releases saas~18.1 to saas~18.4. */
	major: number;
	minor: number;
	/** As Odoo writes it: `19.0`, `saas~18.2`. */
	text: string;
}

export interface OdooServer {
	transport: OdooTransport;
	version: OdooVersion;
}

/** Sends a request and hands its answer to the reader, with limits and retries in between. */
export type Ask = <T>(
	call: string,
	request: WireRequest,
	read: (answering: Answering, response: HttpResponse) => T,
) => Promise<T>;

/** `[19, 0, …]`, or `["saas~18", 2, …]` on Odoo Online. */
const versionInfo = z
	.tuple([z.union([z.number().int(), z.string().regex(/^saas~\d+$/)]), z.coerce.number().int()])
	.rest(z.unknown());

const webVersion = z.object({ version_info: versionInfo, version: z.string() });

const commonVersion = z.object({ server_version_info: versionInfo, server_version: z.string() });

/**
 * Finds out which Odoo answers. `GET /web/version` exists from Odoo 19 on, as JSON-2 does; before
 * that, `common.version` of JSON-RPC tells. Neither needs a key.
 *
 * @throws {OdooProtocolError} no Odoo at this address
 */
export async function detectServer(ask: Ask): Promise<OdooServer> {
	const version = await ask('web.version', WEB_VERSION, readWebVersion);
	if (version) return { transport: 'json2', version };
	return {
		transport: 'jsonrpc',
		version: await ask(
			'common.version',
			jsonRpcRequest('common', 'version', []),
			readCommonVersion,
		),
	};
}

const WEB_VERSION: WireRequest = { method: 'GET', path: '/web/version', headers: {} };

/** @returns undefined from an Odoo that does not know the question */
function readWebVersion(answering: Answering, response: HttpResponse): OdooVersion | undefined {
	if (response.status === 404) return undefined;
	const answer = webVersion.safeParse(parseJson(response.body));
	if (response.status !== 200 || !answer.success) throw unexpectedAnswer(answering, response);
	return toVersion(answer.data.version_info, answer.data.version);
}

function readCommonVersion(answering: Answering, response: HttpResponse): OdooVersion {
	const answer = commonVersion.safeParse(jsonRpcAnswer(answering, response));
	if (!answer.success) throw unexpectedAnswer(answering, response);
	return toVersion(answer.data.server_version_info, answer.data.server_version);
}

function toVersion([major, minor]: z.infer<typeof versionInfo>, text: string): OdooVersion {
	return { major: Number(String(major).replace('saas~', '')), minor, text };
}
