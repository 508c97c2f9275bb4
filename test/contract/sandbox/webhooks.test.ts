import { createServer, type IncomingMessage, type Server } from 'node:http';

import { z } from 'zod';

import { SandboxCaller } from './SandboxCaller';

const addressSchema = z.object({ port: z.number() });

interface Heard {
	path: string;
	method: string;
	userAgent: string;
	contentType: string;
	body: unknown;
}

describe('webhooks of the sandbox', () => {
	let caller: SandboxCaller;
	let receiver: Server;
	let heard: Heard[];
	let ledgerId: number;

	beforeEach(async () => {
		heard = [];
		receiver = createServer((request, response) => {
			void readBody(request).then((body) => {
				heard.push(heardOf(request, body));
				response.end();
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		caller = await SandboxCaller.start();
		const search = { domain: [], fields: ['x_ledger_action_id'] };
		const rows = await caller.call('integration', 'x_approval_blueprint', 'search_read', search);
		[{ x_ledger_action_id: ledgerId }] = blueprintSchema.parse(rows);
		await subscribe();
	});
	afterEach(async () => {
		await caller.stop();
		receiver.closeAllConnections();
		receiver.close();
	});

	const ledger = async (command: object) =>
		await caller.call('integration', 'ir.actions.server', 'run', {
			ids: [ledgerId],
			context: { approval_command: command },
		});
	const subscribe = async () => {
		const { port } = addressSchema.parse(receiver.address());
		return await ledger({
			command: 'subscribe',
			key: 'test',
			topic: 'record',
			area: 'sales_order_release',
			url: `http://127.0.0.1:${String(port)}/hook`,
			signingKey: 'k'.repeat(32),
			instance: 'n8n',
			isPushed: true,
			includesCopies: false,
			workflowId: 'workflow-of-the-suite',
			isTest: false,
			filter: [],
			sendFields: [],
			watch: null,
		});
	};
	const send = async (login: 'sofia' | 'integration', id: number) => {
		await caller.post(login, 'sale.order', 'action_quotation_sent', { ids: [id] });
		await caller.sandbox.settled();
	};

	it('are posted as Odoo posts them, and name the event only', async () => {
		await send('sofia', await caller.quotation());

		expect(heard).toEqual([
			{
				path: '/hook',
				method: 'POST',
				userAgent: 'python-requests/2.28.1',
				contentType: 'application/json',
				body: {
					_action: 'Approval event(#1)',
					_id: 1,
					_model: 'x_approval_outbox',
				},
			},
		]);
	});

	it('are not sent for a draft, nor for what the integration user does', async () => {
		const id = await caller.quotation();
		await caller.sandbox.settled();
		await send('integration', id);

		expect(heard).toEqual([]);
	});

	it('are not sent for a save that was undone', async () => {
		const [first, second] = [await caller.quotation(), await caller.quotation()];
		await caller.call('sofia', 'sale.order', 'action_cancel', { ids: [second] });
		const both = { ids: [first, second] };
		const answer = await caller.post('sofia', 'sale.order', 'action_quotation_sent', both);
		await caller.sandbox.settled();

		expect(answer.status).toBe(422);
		expect(heard).toEqual([]);
	});

	it('are sent once a save, whatever it touched, and again when they are due', async () => {
		const id = await caller.quotation();
		await send('sofia', id);
		const vals = { payment_term_id: 1, order_line: [[0, 0, { product_id: 2 }]] };
		await caller.call('sofia', 'sale.order', 'write', { ids: [id], vals });
		await caller.sandbox.settled();
		expect(heard).toHaveLength(2);

		caller.sandbox.deliver();
		await caller.sandbox.settled();
		expect(heard).toHaveLength(2);

		caller.sandbox.deliver(new Date(Date.now() + 61_000));
		await caller.sandbox.settled();
		expect(heard).toHaveLength(4);
	});
});

const blueprintSchema = z.tuple([z.object({ x_ledger_action_id: z.number() })]);

function heardOf({ url = '', method = '', headers }: IncomingMessage, body: string): Heard {
	return {
		path: url.split('?')[0] ?? '',
		method,
		userAgent: headers['user-agent'] ?? '',
		contentType: headers['content-type'] ?? '',
		body: JSON.parse(body),
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks).toString();
}
