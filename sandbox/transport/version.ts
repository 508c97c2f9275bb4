import type { OdooVersion } from '../wording';
import { html, json, type Answer } from './Answer';

const versionInfo = (version: OdooVersion) => [version, 0, 0, 'final', 0, ''];

/** What `common.version` answers. */
export function serverVersion(version: OdooVersion) {
	return {
		server_version: `${version}.0`,
		server_version_info: versionInfo(version),
		server_serie: `${version}.0`,
		protocol_version: 1,
	};
}

/** `GET /web/version`, which is how to tell Odoo 19 and later from what came before. */
export function answerVersion(version: OdooVersion): Answer {
	if (version < 19) return html(404, '<!DOCTYPE html>\n<title>Odoo</title>\n<h1>404</h1>\n');
	return json(200, { version_info: versionInfo(version), version: `${version}.0` });
}
