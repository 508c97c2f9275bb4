import { startSandbox } from '../../sandbox/startSandbox';
import type { SandboxUser } from '../../sandbox/seed/people';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { OdooClient } from '../../src/odoo/OdooClient';
import { people } from './catalogue';
import { mapRecord } from './mapRecord';
import type { OdooSide } from './OdooSide';
import { prepareCatalogue } from './prepareCatalogue';

/** Starts the sandbox, whose company has the scenario's people and goods already. */
export async function startSandboxOdoo(port?: number): Promise<OdooSide> {
	const sandbox = await startSandbox(port === undefined ? {} : { port });
	const { url, database, users } = sandbox;
	const as = ({ id, name, login, apiKey }: SandboxUser) => {
		const odoo = new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
		return { id, name, login, apiKey, odoo };
	};
	const administrator = as(users.admin);
	return {
		url,
		database,
		administrator,
		integration: users.integration,
		isSetUp: true,
		people: await mapRecord(people, ({ login }) => Promise.resolve(as(users[login]))),
		...(await prepareCatalogue(administrator.odoo)),
		close: sandbox.stop,
	};
}
