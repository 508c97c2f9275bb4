import { castIn, writeHistory } from '../../../scripts/history/writeHistory';
import type { Cast, PastCase } from '../../../scripts/history/pastCases';
import { startOdoo } from '../../../scripts/real/odoo';
import { createApiKey } from '../../../scripts/real/odooApiKey';
import { bringOdoo } from '../../../scripts/real/odooPackage';
import { Postgres } from '../../../scripts/real/Postgres';
import { areas } from '../../../src/domain/areas/areas';
import { axiosHttpSend } from '../../../src/http/axiosHttpSend';
import { install } from '../../../src/odoo/blueprint/install';
import { Ledger } from '../../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../../src/odoo/OdooClient';
import { Crew } from '../../contract/ledger/Crew';

/** A real Odoo whose ledger gets histories that were made up. */
export class HistoryStage {
	private constructor(
		readonly ledger: Ledger,
		readonly cast: Cast,
		private readonly postgres: Postgres,
		private readonly database: string,
		readonly close: () => Promise<void>,
	) {}

	static async open(): Promise<HistoryStage> {
		const odoo = await startOdoo();
		const close = async () => {
			await odoo.drop();
		};
		try {
			const { url, database, adminLogin, adminPassword } = odoo;
			const key = { login: adminLogin, password: adminPassword, name: 'Insights' };
			const client = (login: string, apiKey: string) =>
				new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
			const admin = client(adminLogin, await createApiKey(odoo, key));
			await install(admin, areas);
			const crew = new Crew(odoo, admin);
			const hire = async (name: string, role: 'integration' | 'approver') =>
				await crew.hire({ name, login: `${name.toLowerCase()}@example.com`, role, groups: [] });
			const { login, apiKey } = await hire('Ina', 'integration');
			for (const name of ['Ada', 'Ben', 'Cleo']) await hire(name, 'approver');
			const postgres = await Postgres.open((await bringOdoo()).folder);
			const ledger = new Ledger(client(login, apiKey));
			const cast = await castIn(postgres, database);
			return new HistoryStage(ledger, cast, postgres, database, close);
		} catch (error) {
			await close();
			throw error;
		}
	}

	/** Puts a history in the place of what was there. */
	async remember(cases: readonly PastCase[]): Promise<void> {
		await this.sql('TRUNCATE x_approval_case, x_approval_event, x_approval_outbox CASCADE');
		await writeHistory(this.postgres, this.database, cases);
	}

	/** Rows of Odoo's own tables, columns parted by `|`. */
	async sql(query: string): Promise<string[]> {
		return await this.postgres.query(query, this.database);
	}
}
