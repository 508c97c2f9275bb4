import { callAsOdoo, signedWebhook, type WebhookDraft } from '../kit/signedWebhook';
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

		expect({ status, answer }).toEqual({ status: 202, answer: { status: 'accepted', id: 77 } });
		expect(stage.n8n.executions.map((one) => one.outputsOf('Odoo Trigger'))).toEqual([
			[
				[
					{
						schema: 'approval-case/1',
						event: {
							outboxId: 77,
							topic: 'record',
							area: 'sales_order_release',
							model: 'sale.order',
							recordId: 5,
							sentAt: new Date(ts * 1000).toISOString(),
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
			status: 400,
			code: 'WEBHOOK_MALFORMED',
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
		{ name: 'no JSON', body: '{"_id": ', status: 400, code: 'WEBHOOK_MALFORMED' },
		{ name: 'about another event', body: { _id: 2 }, status: 400, code: 'WEBHOOK_MALFORMED' },
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

	it('still accepts what was signed with the key before', async () => {
		const n8n = stage.n8n;
		n8n.useCredential('approvalSigningApi', {
			keyId: 'key-2',
			secretKey: newKey,
			previousKeyId: 'key-1',
			previousSecretKey: testSigningKey,
		});
		expect(await callAsOdoo(signedWebhook({ url }))).toMatchObject({ status: 202 });
	});

	it('says what is wrong with a key that is too short, when it is published', async () => {
		stage.n8n.useCredential('approvalSigningApi', { keyId: 'key-1', secretKey: 'short' });
		await expect(stage.n8n.publish(listening)).rejects.toThrow('secretKey: at least 32 characters');
	});
});
