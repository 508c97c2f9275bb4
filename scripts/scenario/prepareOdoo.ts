import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { OdooClient } from '../../src/odoo/OdooClient';
import type { OdooSide } from './OdooSide';
import { prepareCatalogue } from './prepareCatalogue';
import { preparePeople, type PreparedPeople } from './preparePeople';

export interface OdooToPrepare {
	url: string;
	database: string;
	/** Login and key of an administrator. */
	adminLogin: string;
	adminApiKey: string;
}

export type PreparedOdoo = OdooSide & { people: PreparedPeople };

/**
 * Gives a real Odoo the scenario's people, customers and products, where it has none.
 *
 * What approvals themselves need is not among it: that is installed by the set-up template.
 */
export async function prepareOdoo(
	{ adminLogin, adminApiKey, ...address }: OdooToPrepare,
	close: () => Promise<void> = () => Promise.resolve(),
): Promise<PreparedOdoo> {
	const login = { login: adminLogin, apiKey: adminApiKey };
	const odoo = new OdooClient({ ...address, ...login }, axiosHttpSend);
	const people = await preparePeople(odoo, address);
	return {
		...address,
		administrator: { ...login, odoo },
		integration: people.integration,
		isSetUp: false,
		people,
		...(await prepareCatalogue(odoo)),
		close,
	};
}
