import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/startSandbox';
import { TestN8n } from './n8n/TestN8n';
import { SalesDesk } from './SalesDesk';

export interface Stage {
	odoo: Sandbox;
	n8n: TestN8n;
	desk: SalesDesk;
	close: () => Promise<void>;
}

/** For tests only; nothing outside this process ever accepts it. */
export const testSigningKey = 'workflow-tests-sign-with-this-key';

/** An Odoo and an n8n that know each other, both in this process, for one test. */
export async function startStage(options: SandboxOptions = {}): Promise<Stage> {
	const odoo = await startSandbox({ redeliveryIntervalMs: 0, ...options });
	const { url, database, users } = odoo;
	const n8n = await TestN8n.start({
		odooApprovalsApi: { url, database, login: 'integration', apiKey: users.integration.apiKey },
		approvalSigningApi: { keyId: 'key-1', secretKey: testSigningKey },
	});
	return {
		odoo,
		n8n,
		desk: new SalesDesk(odoo),
		close: async () => {
			await n8n.stop();
			await odoo.stop();
		},
	};
}
