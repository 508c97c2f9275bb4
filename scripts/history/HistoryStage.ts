import { areas } from '../../src/domain/areas/areas';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { grant } from '../../src/odoo/blueprint/grant';
import { install } from '../../src/odoo/blueprint/install';
import { OdooClient } from '../../src/odoo/OdooClient';
import { recordIds } from '../../src/odoo/recordIds';
import { createApiKey, startOdoo, type RealOdoo } from '../real/odoo';
import { bringOdoo } from '../real/odooPackage';
import { Postgres } from '../real/Postgres';
import type { Cast, PastCase } from './pastCases';
import { castIn, writeHistory } from './writeHistory';

const approvers = ['Ada', 'Ben', 'Cleo', 'Dan'];

/** A real Odoo whose ledger gets histories that were made up. */
export class HistoryStage {
	private constructor(
		private readonly odoo: RealOdoo,
		private readonly login: { login: string; apiKey: string },
		readonly cast: Cast,
		private readonly postgres: Postgres,
	) {}

	static async open(): Promise<HistoryStage> {
		const odoo = await startOdoo();
		try {
			const { url, database, adminLogin: login, adminPassword: password } = odoo;
			const apiKey = await createApiKey(odoo, { login, password, name: 'History' });
			const admin = new OdooClient({ url, database, login, apiKey }, axiosHttpSend);
			await install(admin, areas);
			await grant(admin, { login, role: 'integration' });
			const vals_list = approvers.map((name) => ({ name, login: name.toLowerCase() }));
			await admin.call('res.users', 'create', { vals_list }, recordIds);
			const postgres = await Postgres.open((await bringOdoo()).folder);
			const cast = await castIn(postgres, database);
			return new HistoryStage(odoo, { login, apiKey }, cast, postgres);
		} catch (error) {
			await odoo.drop();
			throw error;
		}
	}

	/** A client as n8n has it. @param url another way to the same Odoo */
	client(url = this.odoo.url): OdooClient {
		const { database } = this.odoo;
		return new OdooClient({ url, database, ...this.login }, axiosHttpSend);
	}

	get url(): string {
		return this.odoo.url;
	}

	/** Puts a history in the place of what was there. */
	async remember(cases: readonly PastCase[]): Promise<void> {
		await this.sql('TRUNCATE x_approval_case, x_approval_event, x_approval_outbox CASCADE');
		await writeHistory(this.postgres, this.odoo.database, cases);
	}

	/** Rows of Odoo's own tables, columns parted by `|`. */
	async sql(query: string): Promise<string[]> {
		return await this.postgres.query(query, this.odoo.database);
	}

	async close(): Promise<void> {
		await this.odoo.drop();
	}
}
