import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { HttpProxy } from '../../../scripts/real/HttpProxy';
import { type QueueN8n, startQueueN8n } from '../../../scripts/real/n8nQueue';
import { createApiKey, type OdooOptions, startOdoo } from '../../../scripts/real/odoo';
import { openStage, type OpenStage } from '../../../scripts/scenario/openStage';
import { packNodes } from '../../../scripts/scenario/packNodes';
import { prepareOdoo } from '../../../scripts/scenario/prepareOdoo';
import { bringOdoo } from '../../../scripts/real/odooPackage';
import { Postgres } from '../../../scripts/real/Postgres';
import { until } from '../../../scripts/scenario/until';
import type { OdooClient } from '../../../src/odoo/OdooClient';

/** Real Odoo 19 and n8n in queue mode, with a proxy on both ways between them. */
export interface QueueStage extends OpenStage {
	/** Its own proxy is where Odoo's events pass. */
	n8n: QueueN8n;
	/** Where n8n's calls to Odoo pass. */
	odooGate: HttpProxy;
	administrator: OdooClient;
	/** Ends Odoo's server and starts it again, after what happens `meanwhile`. */
	restartOdoo(clock?: Clock, meanwhile?: () => Promise<void>): Promise<void>;
	/** Instead of waiting for minutes: every event is due again, and Odoo looks for what is due. */
	letEventsBeDue(): Promise<void>;
}

type Clock = Pick<OdooOptions, 'clockAheadMinutes'>;

/** As Odoo advises for two processors. One that waits for a slow webhook answers nobody else. */
const odooWorkers = 5;

const beDue = `UPDATE x_approval_outbox SET x_next_at = now() AT TIME ZONE 'UTC'
	WHERE x_state = 'pending'`;

const externalIds = z.array(z.object({ res_id: z.number() }));

/** What Odoo does once a minute by itself. */
async function runSchedule(administrator: OdooClient): Promise<void> {
	const domain = [
		['module', '=', 'n8n_approvals'],
		['name', '=', 'cron_redeliver'],
	];
	const args = { domain, fields: ['res_id'] };
	const [cron] = await administrator.call('ir.model.data', 'search_read', args, externalIds);
	const ids = [cron?.res_id ?? 0];
	await until('Odoo never looked for what is due', 180_000, async () => {
		try {
			await administrator.call('ir.cron', 'method_direct_trigger', { ids }, z.unknown());
			return true;
		} catch (error) {
			// Its own run may have begun before the events were due.
			if (String(error).includes('already executing')) return undefined;
			throw error;
		}
	});
}

/** Brings everything; what was started is ended again when something fails on the way. */
export async function openQueueStage(): Promise<QueueStage> {
	const endings: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const end of endings.splice(0).reverse()) await end();
	};
	try {
		const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-queue-'));
		endings.push(() => rm(folder, { recursive: true, force: true }));
		let server = await startOdoo({ workers: odooWorkers });
		endings.push(() => server.drop());
		const { url, database, adminLogin, adminPassword: password } = server;
		const key = { login: adminLogin, password, name: 'e2e' };
		const adminApiKey = await createApiKey(server, key);
		const odoo = await prepareOdoo({ url, database, adminLogin, adminApiKey });

		const odooGate = await HttpProxy.start([url]);
		endings.push(() => odooGate.stop());
		const packages = [await packNodes()];
		const n8n = await startQueueN8n({ userFolder: folder, packages });
		endings.push(() => n8n.drop());
		const stage = await openStage(odoo, { folder, n8n, odooUrl: odooGate.url });
		endings.push(() => stage.close());

		const restartOdoo: QueueStage['restartOdoo'] = async (clock = {}, meanwhile) => {
			await server.stop();
			await meanwhile?.();
			const port = Number(new URL(url).port);
			server = await startOdoo({ database, port, workers: odooWorkers, ...clock });
		};
		const administrator = odoo.administrator.odoo;
		const postgres = await Postgres.open((await bringOdoo()).folder);
		const letEventsBeDue = async () => {
			await postgres.query(beDue, database);
			await runSchedule(administrator);
		};
		const own = { n8n, odooGate, administrator, restartOdoo, letEventsBeDue };
		return { ...stage, ...own, close };
	} catch (error) {
		await close();
		throw error;
	}
}
