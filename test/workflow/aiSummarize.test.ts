import { askModel, goodReply } from '../kit/askingModel';
import { heardByChatModel } from '../kit/n8n/chatModelNode';
import { failure } from '../kit/runNode';
import { adviceText, sampleAdvice } from '../kit/sampleAdvice';
import { sampleFile } from '../kit/sampleFile';
import { startModel, turnsOf, type ModelReply } from '../kit/startModel';

const otherFile = { ...sampleFile, facts: { ...sampleFile.facts, customerTier: 'B' } };

describe('AI Summarize, Summarize Case', () => {
	it('keeps what the model said, by whom, on what and at what price', async () => {
		const limits = { priceInput: 2, priceOutput: 10, currency: 'EUR', timeoutSeconds: 2 };
		const { advice, model } = await askModel(goodReply, { changes: { limits } });
		expect(advice).toEqual({
			source: 'model',
			summary: sampleAdvice.summary.text,
			summaryCites: sampleAdvice.summary.cites,
			cause: sampleAdvice.cause,
			points: sampleAdvice.points,
			keyFigures: [
				{ fact: 'marginPercent', label: 'Margin', value: '11.25 %' },
				{ fact: 'maxDiscountPercent', label: 'Highest discount', value: '18 %' },
			],
			urgency: 'normal',
			category: 'discount',
			suggestion: sampleAdvice.suggestion,
			narrative: sampleAdvice.narrative,
			confidence: 0.8,
			uncertain: false,
			language: 'en',
			fallbackReason: null,
			model: 'test-model-2',
			promptVersion: 'summary/1',
			promptHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
			tokens: 360,
			usage: {
				requests: 1,
				inputTokens: 300,
				outputTokens: 60,
				milliseconds: expect.any(Number) as number,
				cost: 0.0012,
				currency: 'EUR',
			},
		});
		expect(model.requests).toMatchObject([
			{
				headers: { authorization: 'Bearer sk-test' },
				path: '/v1/chat/completions',
				body: { model: 'test-model', temperature: 0, response_format: { type: 'json_schema' } },
			},
		]);
	});

	it('speaks the protocol of responses, and leaves nothing with the server', async () => {
		const { advice, model } = await askModel(goodReply, { changes: { protocol: 'responses' } });
		expect(advice).toMatchObject({ source: 'model', model: 'test-model-2', tokens: 360 });
		expect(model.requests).toMatchObject([
			{ path: '/v1/responses', body: { store: false, text: { format: { type: 'json_schema' } } } },
		]);
	});

	it('sends what the credential says beside the key', async () => {
		const credential = {
			organizationId: 'org-1',
			header: true,
			headerName: 'api-key',
			headerValue: 'azure-key',
		};
		const { model } = await askModel(goodReply, { credential });
		expect(model.requests[0]?.headers).toMatchObject({
			'openai-organization': 'org-1',
			'api-key': 'azure-key',
		});
	});

	it('keeps the version of the protocol in the address, as Azure wants it', async () => {
		const { model } = await askModel(goodReply, {
			address: (url) => `${url}/deployments/x?api-version=2026-01-01`,
		});
		expect(model.requests[0]?.path).toBe(
			'/v1/deployments/x/chat/completions?api-version=2026-01-01',
		);
	});

	it('asks without what a server does not know', async () => {
		const { advice, model } = await askModel((request) => {
			const { temperature, response_format: format } = request.body;
			const message = temperature === undefined ? 'response_format' : 'temperature';
			const isKnown = temperature === undefined && format === undefined;
			return isKnown ? goodReply : { status: 400, raw: JSON.stringify({ error: { message } }) };
		});
		expect(advice).toMatchObject({ source: 'model' });
		expect(model.requests).toHaveLength(3);
	});

	it('and remembers it for the next item', async () => {
		const items = [structuredClone(sampleFile), structuredClone(otherFile)];
		const asked = await askModel(
			(request) => {
				const isKnown = request.body.temperature === undefined;
				const message = 'temperature must be 1';
				return isKnown ? goodReply : { status: 400, raw: JSON.stringify({ error: { message } }) };
			},
			{ items },
		);
		expect(asked.model.requests).toHaveLength(3);
	});

	it('and remembers nothing where leaving it out was no help', async () => {
		const refused: ModelReply = { status: 400, raw: JSON.stringify({ error: { message: 'No' } }) };
		const setting = { changes: { model: 'picky' }, address: () => stays };
		const server = await startModel([refused, refused, goodReply]);
		const stays = server.url;
		expect((await askModel(goodReply, setting)).advice).toMatchObject({ source: 'rules' });
		expect((await askModel(goodReply, setting)).advice).toMatchObject({ source: 'model' });
		await server.stop();
		expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual([
			'json_schema',
			undefined,
			'json_schema',
		]);
	});

	it('tells the model the shape of the answer in words too', async () => {
		const { model } = await askModel(goodReply);
		const [system] = turnsOf(model.requests[0]);
		expect(system?.content).toContain('"additionalProperties":false');
	});

	it('understands models that think aloud and put JSON between marks', async () => {
		const content = `<think>Margin {low}</think>Here:\n\`\`\`json\n${adviceText()}\n\`\`\``;
		expect((await askModel({ content })).advice).toMatchObject({ source: 'model' });
	});

	it('marks advice that is less sure of itself than wanted', async () => {
		const unsure = { content: adviceText({ confidence: 0.49 }) };
		expect((await askModel(unsure)).advice).toMatchObject({ source: 'model', uncertain: true });
	});

	it('or takes the summary from rules instead, where that is wanted', async () => {
		const unsure = { content: adviceText({ confidence: 0.49 }) };
		const { advice } = await askModel(unsure, { changes: { options: { whenUnsure: 'rules' } } });
		expect(advice).toMatchObject({
			source: 'rules',
			fallbackReason: 'The model was only 49 % sure of its advice.',
			usage: { requests: 1, inputTokens: 300 },
		});
	});

	it.each([
		{
			name: 'is switched off',
			setting: { changes: { modelSource: 'none' } },
			reason: 'The use of a model is switched off.',
		},
		{
			name: 'has no credential',
			setting: { credentials: [] },
			reason: 'No credential for a model is chosen.',
		},
		{
			name: 'is not attached',
			setting: { changes: { modelSource: 'attached' } },
			reason: 'No model is attached.',
		},
	])('asks nobody when the model $name', async ({ setting, reason }) => {
		const { advice, model } = await askModel(goodReply, setting);
		expect(advice).toMatchObject({ source: 'rules', fallbackReason: reason, usage: null });
		expect(model.requests).toEqual([]);
	});

	describe('with a Chat Model attached', () => {
		const attached = { changes: { modelSource: 'attached' }, credentials: [] };

		it('asks that one', async () => {
			const { advice, model } = await askModel(goodReply, { ...attached, chatModel: adviceText() });
			expect(advice).toMatchObject({
				source: 'model',
				model: 'attached-model',
				tokens: 240,
				usage: { requests: 1, inputTokens: 200, outputTokens: 40 },
			});
			expect(heardByChatModel.at(-1)).toEqual([
				['system', expect.stringContaining('You are a clerk')],
				['human', expect.stringContaining('<record-data>')],
			]);
			expect(model.requests).toEqual([]);
		});

		it.each([
			{
				name: 'cannot be made ready',
				says: 'broken',
				reason: 'The attached model cannot be used; its own node says why.',
			},
			{ name: 'fails', says: '', reason: 'The attached model "Attached Model" failed.' },
			{
				name: 'dawdles',
				says: 'silence',
				reason: 'The attached model "Attached Model" did not answer within 0.2 s.',
			},
		])('goes on without it when it $name', async ({ says, reason }) => {
			const changes = { ...attached.changes, limits: { timeoutSeconds: 0.2 } };
			const { advice } = await askModel(goodReply, { ...attached, changes, chatModel: says });
			expect(advice).toMatchObject({ source: 'rules', fallbackReason: reason });
		});
	});

	it('says which field holds something that it cannot work with', async () => {
		const { execution } = await askModel(goodReply, {
			changes: { limits: { timeoutSeconds: -1 } },
		});
		expect(failure(execution)).toMatchObject({
			message: expect.stringContaining('limits.timeoutSeconds') as string,
			description: 'PARAMETER_INVALID',
		});
	});
});
