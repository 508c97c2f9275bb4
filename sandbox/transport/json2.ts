import { z } from 'zod';
import { callMethod, type Dialect } from '../callMethod';
import { badRequest, notFound, OdooFault, unauthorized } from '../OdooFault';
import { bindNamed } from '../orm/bindArguments';
import type { Server } from '../orm/Environment';
import { html, json, type Answer, type Request } from './Answer';
import { flatFault } from './flatFault';
import { jsonFault } from './jsonFault';
import { environmentOf, userWithKey } from './sessions';

const pathPattern = /^\/json\/2\/([^/]+)\/([^/]+)$/;
const bodySchema = z.record(z.unknown());

const wrongDatabase = `<!DOCTYPE html>
<title>404 Not Found</title>
<h1>Not Found</h1>
<p>No database is selected and the requested URL was not found in the server-wide controllers.</p>
<p>Please verify the hostname, <a href=/web/login>login</a> and try again.</p>

<!-- Alternatively, use the X-Odoo-Database header. -->
`;

const wrongContentType = `<!doctype html>
<html lang=en>
<title>415 Unsupported Media Type</title>
<h1>Unsupported Media Type</h1>
<p>Request inferred type is compatible with [&#39;http&#39;] but &#39;/json/2/&lt;__model__&gt;/&lt;__method__&gt;&#39; is type=&#39;json2&#39;.<br><br>Please verify the Content-Type request header and try again.</p>
`;

/** `POST /json/2/<model>/<method>`: Odoo 19 and later. */
export function answerJson2(server: Server, database: string, request: Request): Answer {
	if ((request.headers['x-odoo-database'] ?? database) !== database)
		return html(404, wrongDatabase);
	const contentType = request.headers['content-type'] ?? 'application/json';
	if (request.body !== '' && !contentType.startsWith('application/json'))
		return html(415, wrongContentType);
	try {
		return json(200, call(server, request));
	} catch (error) {
		if (!(error instanceof OdooFault)) throw error;
		const headers = error.status === 401 ? { 'www-authenticate': 'Bearer ' } : {};
		return json(error.status, flatFault(error), headers);
	}
}

function call(server: Server, request: Request): unknown {
	const [, model = '', method = ''] = pathPattern.exec(request.path) ?? [];
	if (request.method !== 'POST' || model === '' || method === '')
		throw notFound('Did you mean POST /json/2/<model>/<method>?');
	const userId = authenticate(server, request.headers['authorization'] ?? '');
	const { ids, context, ...named } = parseBody(request.body);
	const dialect: Dialect = {
		unknownModel: (name) => notFound(`the model '${name}' does not exist`),
		unknownMethod: (name, missing) => notFound(`The method '${name}.${missing}' does not exist`),
		bind: (where, found) => bindNamed(where, found, ids, named),
	};
	return callMethod(environmentOf(server, userId, context), model, method, dialect) ?? null;
}

function authenticate(server: Server, authorization: string): number {
	const [, key] = /^bearer (.+)$/i.exec(authorization) ?? [];
	if (key === undefined)
		throw unauthorized(
			'User not authenticated, use an API Key with a Bearer Authorization header.',
		);
	const user = userWithKey(server, key);
	if (!user) throw unauthorized('Invalid apikey');
	return user.id;
}

/** Anything that is JSON passes; what is no object has no arguments in it. */
function parseBody(text: string): Record<string, unknown> {
	if (text === '') return {};
	const parsed = bodySchema.safeParse(parseJson(text));
	return parsed.success ? parsed.data : {};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw badRequest(`could not parse the body as json: ${jsonFault(text)}`);
	}
}
