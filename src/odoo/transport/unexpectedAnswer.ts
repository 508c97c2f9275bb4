import type { HttpResponse } from '../../http/HttpSend';
import { OdooProtocolError, OdooTransportError } from '../errors';
import type { Answering } from './Answering';

/** Said by a proxy whose Odoo is away, or by an Odoo that is starting. */
const AWAY = new Set([502, 503, 504]);

const TITLE = /<title>([^<]{1,80})/i;

export function isAway({ status }: HttpResponse): boolean {
	return AWAY.has(status);
}

export function awayError({ call }: Answering, { status }: HttpResponse): OdooTransportError {
	return new OdooTransportError(
		call,
		`Odoo is not available: HTTP ${status} from the server or the proxy before it`,
		{ retryable: true },
	);
}

/** For an answer that is no answer of Odoo's API; names the likely cause. */
export function unexpectedAnswer(answering: Answering, response: HttpResponse): OdooProtocolError {
	const { status, headers, body } = response;
	const title = TITLE.exec(body)?.[1]?.trim();
	const page = title === undefined ? '' : `, a page titled "${answering.shown(title)}"`;
	return new OdooProtocolError(
		answering.call,
		`Unexpected answer from the server: HTTP ${status}, ` +
			`${headers['content-type'] ?? 'no content type'}${page}. ${likelyCause(response)}`,
	);
}

function likelyCause({ status, headers }: HttpResponse): string {
	if (status >= 300 && status < 400) return `The server sends on to ${redirectTarget(headers)}.`;
	if (status === 429) return 'The server or a proxy before it limits the number of requests.';
	if (status === 413) return 'The request is larger than the server or a proxy before it allows.';
	return 'Perhaps the address is not that of an Odoo server, or a proxy or login page is in front of it.';
}

/** Only the host: the rest of the address may carry tokens. */
function redirectTarget(headers: Record<string, string>): string {
	const location = headers['location'] ?? '';
	return URL.canParse(location)
		? `${new URL(location).origin}; if that is your Odoo, use it as the address in the credential`
		: 'another page, probably a login or a database selector; check address and database';
}
