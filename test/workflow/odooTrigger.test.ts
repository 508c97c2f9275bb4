import { signBody } from '../../src/domain/events/webhook';
import {
	bodyOf,
	callAsOdoo,
	signedWebhook,
	signingKeyOf,
	type WebhookDraft,
} from '../kit/signedWebhook';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { startStage, testSigningKey, type Stage } from '../kit/startStage';

const listening = sketchWorkflow({
	'Odoo Trigger': {
		type: 'odooTrigger',
		parameters: { event: 'recordNeedsApproval', areas: ['sales_order_release'] },
	},
});

const newKey = 'workflow-tests-sign-with-this-new-key';

describe('Odoo Trigger', () => {
	let stage: Stage;
	let url: string;
	let unpublish: () => Promise<void>;
	beforeEach(async () => {
		stage = await startStage();
		const published = await stage.n8n.publish(listening);
		url = published.urls[0] ?? '';
		unpublish = published.unpublish;
	});
	afterEach(async () => {
		await stage.close();
	});

	it('starts with the identity of the event and nothing else', async () => {
		const ts = Math.floor(Date.now() / 1000);
		const { status, answer } = await callAsOdoo(signedWebhook({ url, id: 77, record: 5, ts }));
		await stage.n8n.settled();

		expect({ status, answer }).toEqual({ status: 200, answer: { status: 'accepted', id: 77 } });
		expect(stage.n8n.executions.map((one) => one.outputsOf('Odoo Trigger'))).toEqual([
			[
				[
					{
						schema: 'approval-case/1',
						event: {
							outboxId: 77,
							topic: 'record',
							area: 'sales_order_release',
							type: 'saved',
							model: 'sale.order',
							recordId: 5,
							traceId: null,
							sentAt: new Date(ts * 1000).toISOString(),
							workflowId: 'workflow-1',
						},
					},
				],
			],
		]);
	});

	const old = Math.floor(Date.now() / 1000) - 301;
	it.each<{ name: string; draft: Partial<WebhookDraft>; status: number; code: string }>([
		{
			name: 'signed with another key',
			draft: { key: 'another-key-that-is-long-enough-too' },
			status: 401,
			code: 'WEBHOOK_FORGED',
		},
		{ name: 'too old', draft: { ts: old }, status: 401, code: 'WEBHOOK_STALE' },
		{
			name: 'of another model',
			draft: { model: 'purchase.order' },
			status: 403,
			code: 'NOT_SUBSCRIBED',
		},
		{
			name: 'of something else that happened',
			draft: { event: 'created' },
			status: 403,
			code: 'NOT_SUBSCRIBED',
		},
		{ name: 'without a record', draft: { record: 0 }, status: 400, code: 'WEBHOOK_MALFORMED' },
		{
			name: 'of an area that nobody subscribed to',
			draft: { area: 'credit_release' },
			status: 403,
			code: 'NOT_SUBSCRIBED',
		},
		{ name: 'about a case', draft: { topic: 'case' }, status: 403, code: 'NOT_SUBSCRIBED' },
	])('refuses an event $name and starts nothing', async ({ draft, status, code }) => {
		const refused = await callAsOdoo(signedWebhook({ url, ...draft }));
		expect(refused).toEqual({
			status,
			answer: { status: 'refused', code, message: expect.stringMatching(/./) },
		});
		expect(stage.n8n.executions).toEqual([]);
	});

	it.each([
		{ name: 'a list', body: [1], status: 400, code: 'WEBHOOK_MALFORMED' },
		{ name: 'nothing', body: '', status: 400, code: 'WEBHOOK_MALFORMED' },
		{
			name: 'with something else than an id',
			body: { _id: { toString: 1 } },
			status: 400,
			code: 'WEBHOOK_MALFORMED',
		},
		{ name: 'about another event', body: { _id: 2 }, status: 400, code: 'WEBHOOK_MALFORMED' },
		{
			name: 'with values that are no text',
			body: { _id: 1, x_values: {} },
			status: 400,
			code: 'WEBHOOK_MALFORMED',
		},
		{
			name: 'with values that were not signed',
			body: { _id: 1, x_values: '{"a": 1}' },
			status: 401,
			code: 'WEBHOOK_FORGED',
		},
		{
			name: 'larger than Odoo ever sends',
			body: { _id: 1, text: 'x'.repeat(16 * 1024) },
			status: 413,
			code: 'BODY_TOO_LARGE',
		},
	])('refuses a body that is $name and starts nothing', async ({ body, status, code }) => {
		const refused = await callAsOdoo(signedWebhook({ url }), body);
		expect(refused).toMatchObject({ status, answer: { status: 'refused', code } });
		expect(stage.n8n.executions).toEqual([]);
	});

	it('refuses what n8n did not read, such as a body of an unknown type', async () => {
		const type = { 'content-type': 'application/octet-stream' };
		expect(await callAsOdoo(signedWebhook({ url }), '{}', type)).toMatchObject({ status: 400 });
	});

	describe('from a sender that signs the body', () => {
		const event = {
			id: 78,
			topic: 'record',
			area: 'sales_order_release',
			event: 'saved',
			model: 'sale.order',
			record: 6,
		};
		const ts = Math.floor(Date.now() / 1000);
		const send = async (signed: string, sent = signed, at = ts) =>
			await callAsOdoo(new URL(url), sent, {
				'x-approvals-timestamp': String(at),
				'x-approvals-signature': signBody(signingKeyOf({ url }), ts, Buffer.from(signed)),
			});

		it('starts with the identity in the body', async () => {
			expect(await send(JSON.stringify(event))).toEqual({
				status: 200,
				answer: { status: 'accepted', id: 78 },
			});
			await stage.n8n.settled();
			expect(stage.n8n.executions[0]?.outputsOf('Odoo Trigger')[0]?.[0]).toMatchObject({
				event: { outboxId: 78, recordId: 6, sentAt: new Date(ts * 1000).toISOString() },
			});
		});

		it.each([
			{ name: 'another body', sent: { ...event, record: 7 }, at: ts },
			{ name: 'another time', sent: event, at: ts + 1 },
		])('refuses $name than was signed', async ({ sent, at }) => {
			expect(await send(JSON.stringify(event), JSON.stringify(sent), at)).toMatchObject({
				status: 401,
				answer: { code: 'WEBHOOK_FORGED' },
			});
		});

		it('does not fall back on the address when the header is wrong', async () => {
			const headers = { 'x-approvals-signature': 'no signature' };
			const address = signedWebhook({ url });
			expect(await callAsOdoo(address, bodyOf(address), headers)).toMatchObject({
				status: 400,
				answer: { code: 'WEBHOOK_MALFORMED' },
			});
		});
	});

	it('refuses an event whose signed fields were altered', async () => {
		const address = signedWebhook({ url });
		address.searchParams.set('record', '17');
		expect(await callAsOdoo(address)).toMatchObject({
			status: 401,
			answer: { code: 'WEBHOOK_FORGED' },
		});
	});

	it('hears nothing any more once it is unpublished', async () => {
		await unpublish();
		await stage.desk.submit();
		expect(stage.n8n.executions).toEqual([]);
	});

	describe('when the signing key is changed', () => {
		const rotated = {
			keyId: 'key-2',
			secretKey: newKey,
			previousKeyId: 'key-1',
			previousSecretKey: testSigningKey,
		};

		it.each([
			{ name: 'the key before', key: testSigningKey, status: 200 },
			{ name: 'the key now', key: newKey, status: 200 },
			{ name: 'another key', key: 'another-key-that-is-long-enough-too', status: 401 },
		])('answers what was signed with $name by $status', async ({ key, status }) => {
			stage.n8n.useCredential('approvalSigningApi', rotated);
			expect(await callAsOdoo(signedWebhook({ url, key }))).toMatchObject({ status });
		});

		it('refuses the key before once it is taken out', async () => {
			stage.n8n.useCredential('approvalSigningApi', { keyId: 'key-2', secretKey: newKey });
			expect(await callAsOdoo(signedWebhook({ url }))).toMatchObject({ status: 401 });
		});

		it('has Odoo sign with the new key once it is published again', async () => {
			stage.n8n.useCredential('approvalSigningApi', { keyId: 'key-2', secretKey: newKey });
			await stage.n8n.publish(listening);
			await stage.desk.submit();
			await stage.n8n.settled();
			expect(stage.n8n.executions).toHaveLength(1);
		});
	});

	it('says what is wrong with a key that is too short, when it is published', async () => {
		stage.n8n.useCredential('approvalSigningApi', { keyId: 'key-1', secretKey: 'short' });
		await expect(stage.n8n.publish(listening)).rejects.toThrow('secretKey: at least 32 characters');
	});
});
