import { OdooRequestError } from './errors';

export interface OdooCredentials {
	/** Base address, such as `https://example.odoo.com`. */
	url: string;
	database: string;
	/** Only JSON-RPC needs it; JSON-2 knows the user by the key. */
	login: string;
	apiKey: string;
}

/**
 * The same credentials with the address in one spelling: no trailing slash, query or fragment.
 *
 * @throws {OdooRequestError} the address is no http(s) address, or carries a user and password,
 * which would end up in logs
 */
export function normaliseCredentials(credentials: OdooCredentials): OdooCredentials {
	const url = URL.canParse(credentials.url) ? new URL(credentials.url) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw refusal('must begin with http:// or https://');
	}
	if (url.username || url.password) throw refusal('must not contain a user or password');
	return { ...credentials, url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

function refusal(reason: string): OdooRequestError {
	return new OdooRequestError('connect', `The address of the Odoo server ${reason}`);
}

/** Shorter secrets are words that may stand in any sentence, and are no API keys. */
const MASKED_LENGTH = 8;

/** Takes the key out of a text that is going to be shown. */
export function maskKey({ apiKey }: OdooCredentials, text: string): string {
	return apiKey.length < MASKED_LENGTH ? text : text.replaceAll(apiKey, '***');
}
