import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey, startOdoo } from '../scripts/real/odoo';
import { openStage, type OpenStage } from '../scripts/scenario/openStage';
import { prepareOdoo, type PreparedOdoo } from '../scripts/scenario/prepareOdoo';
import { startCountingProxy, type CountingProxy } from './CountingProxy';

/**
 * Measures on real n8n and real Odoo 19, brought for it and ended again.
 *
 * @param isCounted whether n8n's calls pass the proxy, which takes a little time
 */
export async function onRealStage<T>(
	work: (stage: OpenStage, proxy: CountingProxy, odoo: PreparedOdoo) => Promise<T>,
	{ isCounted = false }: { isCounted?: boolean } = {},
): Promise<T> {
	const server = await startOdoo();
	const proxy = await startCountingProxy(server.url);
	const folder = await mkdtemp(join(tmpdir(), 'odoo-approvals-bench-'));
	try {
		const { url, database, adminLogin, adminPassword: password } = server;
		const key = { login: adminLogin, password, name: 'bench' };
		const adminApiKey = await createApiKey(server, key);
		const odoo = await prepareOdoo({ url, database, adminLogin, adminApiKey });
		const stage = await openStage(odoo, { folder, ...(isCounted && { odooUrl: proxy.url }) });
		try {
			return await work(stage, proxy, odoo);
		} finally {
			await stage.close();
		}
	} finally {
		await proxy.stop();
		await server.drop();
		await rm(folder, { recursive: true, force: true });
	}
}
