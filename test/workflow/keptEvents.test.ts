import { z } from 'zod';
import { axiosHttpSend } from '../../src/http/axiosHttpSend';
import { Ledger } from '../../src/odoo/ledger/Ledger';
import { OdooClient } from '../../src/odoo/OdooClient';
import { TestN8n } from '../kit/n8n/TestN8n';
import { failure, runNode } from '../kit/runNode';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const outboxRows = z.array(z.object({ id: z.number(), x_state: z.string() }));

/** What cannot be worked on ends as an error; its event stays in Odoo and is sent again. */
describe('an event that cannot be worked on', () => {
	let stage: Stage;
	let orderId: number;
	beforeEach(async () => {
		stage = await startStage();
		const { url, database, users } = stage.odoo;
		const ledger = new Ledger(
			new OdooClient({ url, database, ...users.integration }, axiosHttpSend),
		);
		// Nobody listens at this address, so the event waits in the outbox.
		await ledger.execute<'subscribe'>({
			command: 'subscribe',
			key: 'nobody',
			topic: 'record',
			area: 'sales_order_release',
			url: 'http://127.0.0.1:9/nobody',
			signingKey: testSigningKey,
			instance: 'nobody',
			isPushed: true,
			includesCopies: false,
			workflowId: 'workflow-of-the-suite',
			isTest: false,
			filter: [],
			sendFields: [],
			watch: null,
		});
		orderId = await stage.desk.submit();
	});
	afterEach(async () => {
		await stage.close();
	});

	const outbox = async () => {
		const args = { domain: [['x_res_id', '=', orderId]], fields: ['x_state'] };
		const elena = stage.desk.as('elena');
		return await elena.call('x_approval_outbox', 'search_read', args, outboxRows);
	};

	const gather = async (n8n: TestN8n) => {
		const [row] = await outbox();
		const event = {
			outboxId: row?.id ?? 0,
			topic: 'record',
			area: 'sales_order_release',
			model: 'sale.order',
			recordId: orderId,
			sentAt: new Date().toISOString(),
		};
		return await runNode(n8n, {
			type: 'odooRecord',
			parameters: { operation: 'gatherFacts', source: 'event' },
			items: [{ schema: 'approval-case/1', event }],
		});
	};

	it('keeps its place when its record was deleted', async () => {
		await stage.desk.cancel(orderId);
		await stage.desk.as('admin').call('sale.order', 'unlink', { ids: [orderId] }, z.unknown());

		expect(failure(await gather(stage.n8n))).toMatchObject({ description: 'RECORD_MISSING' });
		expect(await outbox()).toMatchObject([{ x_state: 'pending' }]);
	});

	it('keeps its place when the user of the credential has no access', async () => {
		const { url, database, users } = stage.odoo;
		const n8n = await TestN8n.start({
			odooApprovalsApi: { url, database, login: 'tom', apiKey: users.tom.apiKey },
			approvalSigningApi: { keyId: 'key-1', secretKey: testSigningKey },
		});
		const failed = failure(await gather(n8n));
		await n8n.stop();

		expect(failed).toMatchObject({ description: expect.stringContaining('ODOO_ACCESS') });
		expect(await outbox()).toMatchObject([{ x_state: 'pending' }]);
	});
});
