import { z } from 'zod';
import { step } from '../real/bootstrap.cjs';
import type { OdooSide } from '../scenario/OdooSide';
import { prepareOdoo } from '../scenario/prepareOdoo';
import { startSandboxOdoo } from '../scenario/sandboxOdoo';

const environment = z.object({
	ODOO_URL: z.string().url(),
	ODOO_DATABASE: z.string().min(1),
	ODOO_ADMIN_LOGIN: z.string().min(1),
	ODOO_ADMIN_API_KEY: z.string().min(1),
});

/** The Odoo that the environment names, or else the sandbox. */
export async function chooseOdoo(env: NodeJS.ProcessEnv): Promise<OdooSide> {
	if (env['ODOO_URL'] === undefined)
		return await step('Starting the sandbox Odoo', startSandboxOdoo);
	const named = environment.safeParse(env);
	if (!named.success) {
		const missing = named.error.issues.map(({ path }) => path.join('.')).join(', ');
		throw new Error(`To use your own Odoo, set ${missing} as well`);
	}
	const { ODOO_URL: url, ODOO_DATABASE: database } = named.data;
	process.stderr.write(
		`This writes to ${url}, database "${database}": it installs approvals and makes four demo users,\n` +
			'three customers, four products and some quotations. Interrupt now if that is not wanted.\n',
	);
	return await step('Preparing people, customers and products', () =>
		prepareOdoo({
			url,
			database,
			adminLogin: named.data.ODOO_ADMIN_LOGIN,
			adminApiKey: named.data.ODOO_ADMIN_API_KEY,
		}),
	);
}
