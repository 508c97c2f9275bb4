import type { INodeParameters } from 'n8n-workflow';
import { askModel, goodReply } from '../kit/askingModel';
import { adviceText } from '../kit/sampleAdvice';
import type { ModelReply } from '../kit/startModel';

describe('AI Summarize on a bad day', () => {
	describe('goes on with the summary from rules when the model', () => {
		it.each<{ name: string; reply: ModelReply; reason: string; changes?: INodeParameters }>([
			{
				name: 'says something else',
				reply: { content: 'Approve it, I would say.' },
				reason: 'The answer of the model was not what it was asked for.',
			},
			{
				name: 'leaves something out',
				reply: { content: JSON.stringify({ summary: { text: 'Short', cites: ['record'] } }) },
				reason: 'The answer of the model was not what it was asked for.',
			},
			{
				name: 'says nothing',
				reply: { content: null },
				reason: 'The answer of the model was not what it was asked for.',
			},
			{
				name: 'is cut off',
				reply: { content: adviceText().slice(0, 80), finishReason: 'length' },
				reason: 'The answer of the model was cut off.',
			},
			{
				name: 'refuses',
				reply: { content: null, refusal: 'I cannot help with that.' },
				reason: 'The model refused to give advice.',
			},
			{
				name: 'refuses in the protocol of responses',
				reply: { refusal: 'I cannot help with that.' },
				reason: 'The model refused to give advice.',
				changes: { protocol: 'responses' },
			},
			{
				name: 'is cut off in the protocol of responses',
				reply: { content: '{', finishReason: 'max_output_tokens' },
				reason: 'The answer of the model was cut off.',
				changes: { protocol: 'responses' },
			},
			{
				name: 'is filtered',
				reply: { content: null, finishReason: 'content_filter' },
				reason: 'The model refused to give advice.',
			},
			{
				name: 'is down',
				reply: { status: 503 },
				reason: 'The server of the model failed (503).',
			},
			{
				name: 'is too busy',
				reply: { status: 429, headers: { 'retry-after': '1' } },
				reason: 'The server of the model is too busy, or the quota is used up (429).',
			},
			{
				name: 'has no such address',
				reply: { status: 404 },
				reason:
					'The server knows no such address or model; most base URLs have to end in /v1 (404).',
			},
			{
				name: 'refuses the key, and repeats it',
				reply: {
					status: 401,
					raw: JSON.stringify({
						error: { message: 'Bad key sk-test', code: 'invalid_api_key' },
					}),
				},
				reason: 'The server of the model refused the key (401, invalid_api_key).',
			},
			{
				name: 'finds the case too long',
				reply: {
					status: 400,
					raw: JSON.stringify({ error: { message: 'x', code: 'context_length_exceeded' } }),
				},
				reason: 'The case is too long for the model (400, context_length_exceeded).',
			},
			{
				name: 'answers with a fault and no status for it',
				reply: { raw: JSON.stringify({ error: { message: 'No credits', code: 402 } }) },
				reason: 'The answer held no text of a model.',
			},
			{
				name: 'is a web site',
				reply: { raw: '<html></html>', headers: { 'content-type': 'text/html' } },
				reason: 'The answer held no text of a model.',
			},
			{
				name: 'answers without end',
				reply: { content: 'x'.repeat(200_000) },
				reason: 'The answer of the model was far too long.',
			},
			{
				name: 'breaks off in the middle',
				reply: { content: adviceText(), breaksAfter: 100 },
				reason: 'The server of the model cannot be reached',
			},
			{
				name: 'is too slow',
				reply: { silent: true },
				reason: 'The model did not answer within 0.5 s.',
				changes: { limits: { timeoutSeconds: 0.5, retries: 0 } },
			},
		])('$name', async ({ reply, reason, changes = {} }) => {
			const { advice } = await askModel(reply, { changes });
			expect(advice).toMatchObject({
				source: 'rules',
				summary:
					'Sales order release: S00042 over 12,400 EUR, asked for by Sam Seller. It needs approval: Margin 11.25 % is below 15 %. Discount of up to 18 % is above 10 %.',
				model: null,
			});
			expect(advice['fallbackReason']).toContain(reason);
			expect(JSON.stringify(advice)).not.toContain('sk-test');
		});

		it.each([
			{
				name: 'is spoken to in TLS and knows none',
				address: (url: string) => url.replace('http:', 'https:'),
				reason: /^The server of the model cannot be reached \((EPROTO|ERR_SSL_\w+)\)\.$/,
			},
			{
				name: 'is not there',
				address: () => 'http://127.0.0.1:1/v1',
				reason: /^The server of the model cannot be reached \(ECONNREFUSED\)\.$/,
			},
		])('$name', async ({ address, reason }) => {
			const { advice } = await askModel(goodReply, { address });
			expect(advice['fallbackReason']).toMatch(reason);
		});
	});

	it.each([
		{
			name: 'holds no address',
			credential: { url: 'openai' },
			reason: 'The credential of the model cannot be used (url: Invalid url).',
		},
		{
			name: 'holds something else',
			credential: { apiKey: 5, url: 'http://127.0.0.1/v1' },
			reason:
				'The credential of the model cannot be used (apiKey: Expected string, received number).',
		},
	])('goes on when the credential $name', async ({ credential, reason }) => {
		const { advice, model } = await askModel(goodReply, { credential });
		expect(advice).toMatchObject({ source: 'rules', fallbackReason: reason });
		expect(model.requests).toEqual([]);
	});

	it('does not wait longer than it may, however long a busy server asks it to', async () => {
		const busy: ModelReply = { status: 429, headers: { 'retry-after': '30' } };
		const { advice, model } = await askModel([busy, goodReply], {
			changes: { limits: { timeoutSeconds: 0.5, retries: 2 } },
		});
		expect(advice).toMatchObject({
			source: 'rules',
			fallbackReason: 'The model did not answer within 0.5 s.',
		});
		expect(model.requests).toHaveLength(1);
	});

	it('asks a busy server again', async () => {
		const busy: ModelReply = { status: 429, headers: { 'retry-after-ms': '5' } };
		const { advice, model } = await askModel([busy, goodReply], {
			changes: { limits: { timeoutSeconds: 2, retries: 2 } },
		});
		expect(advice).toMatchObject({ source: 'model' });
		expect(model.requests).toHaveLength(2);
	});
});
