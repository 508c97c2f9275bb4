import type { INodeParameters } from 'n8n-workflow';
import { TestN8n } from '../kit/n8n/TestN8n';
import { outputs, runNode } from '../kit/runNode';
import { sampleFile } from '../kit/sampleFile';
import { startModel, type Model } from '../kit/startModel';

const advice = {
	summary: 'A discount of 18 % leaves a margin of 11.25 %.',
	points: [{ kind: 'question', text: 'Would 12 % do?' }],
	confidence: 0.8,
};
const fromRules = {
	source: 'rules',
	summary:
		'S00042 over 12,400 EUR. Margin 11.25 % is below 15 %. Discount of up to 18 % is above 10 %.',
	points: [],
	confidence: null,
	model: null,
	promptVersion: null,
	tokens: null,
};
const parameters: INodeParameters = {
	useModel: true,
	model: 'test-model',
	facts: ['marginPercent', 'maxDiscountPercent'],
	shareFigures: false,
	shareLines: true,
	timeoutSeconds: 1,
	minimumConfidence: 50,
};

describe('AI Summarize', () => {
	let model: Model;
	afterEach(async () => {
		await model.stop();
	});

	/** The advice section, from a model that replies so. */
	async function summarize(
		reply: Parameters<typeof startModel>[0],
		changes: INodeParameters = {},
		credentials = ['openAiApi'],
	): Promise<unknown> {
		model = await startModel(reply);
		const n8n = await TestN8n.start({ openAiApi: { apiKey: 'sk-test', url: model.url } });
		const execution = await runNode(n8n, {
			type: 'aiSummarize',
			parameters: { ...parameters, ...changes },
			items: [structuredClone(sampleFile)],
			credentials,
		});
		await n8n.stop();
		return outputs(execution)[0]?.[0]?.['advice'];
	}

	it('asks the model of the credential and keeps what it said, by whom and at what price', async () => {
		const section = await summarize({ content: JSON.stringify(advice) });
		expect(section).toEqual({
			source: 'model',
			...advice,
			fallbackReason: null,
			model: 'test-model-2',
			promptVersion: 'advice/1',
			tokens: 360,
		});
		expect(model.requests).toMatchObject([
			{
				authorization: 'Bearer sk-test',
				path: '/v1/chat/completions',
				body: { model: 'test-model', response_format: { type: 'json_schema' } },
			},
		]);
	});

	it('shares the chosen facts and no names', async () => {
		await summarize({ content: JSON.stringify(advice) });
		const sent = model.requests[0]?.body.messages[1]?.content ?? '';
		expect(sent).toContain('"facts":{"marginPercent":11.25,"maxDiscountPercent":18}');
		expect(sent).toContain('Acoustic Bloc Screen');
		expect(sent).not.toContain('customerTier');
		expect(sent).not.toContain('Azure Interior');
		expect(sent).not.toContain('Sam Seller');
	});

	it.each<{ name: string; reply: Parameters<typeof startModel>[0]; fallbackReason: RegExp }>([
		{
			name: 'is unsure',
			reply: { content: JSON.stringify({ ...advice, confidence: 0.49 }) },
			fallbackReason: /^The model was only 49 % sure of its advice\.$/,
		},
		{
			name: 'says something else',
			reply: { content: 'Approve it, I would say.' },
			fallbackReason: /^The answer of the model was not advice as it was asked for\.$/,
		},
		{
			name: 'leaves something out',
			reply: { content: JSON.stringify({ summary: 'Short' }) },
			fallbackReason: /^The answer of the model was not advice as it was asked for\.$/,
		},
		{
			name: 'refuses',
			reply: { content: null, refusal: 'I cannot help with that.' },
			fallbackReason: /^The model refused to give advice\.$/,
		},
		{
			name: 'is down',
			reply: { status: 503, content: null },
			fallbackReason: /^The model did not answer: 503/,
		},
		{
			name: 'is too slow',
			reply: null,
			fallbackReason: /^The model did not answer: No complete answer within 1000 ms$/,
		},
	])(
		'goes on with the summary from rules when the model $name',
		async ({ reply, fallbackReason }) => {
			const section = await summarize(reply);
			expect(section).toEqual({
				...fromRules,
				fallbackReason: expect.stringMatching(fallbackReason),
			});
		},
	);

	it.each([
		{ name: 'is switched off', changes: { useModel: false }, credentials: ['openAiApi'] },
		{ name: 'has no credential', changes: {}, credentials: [] },
	])('asks nobody when the model $name', async ({ changes, credentials }) => {
		const section = await summarize({ content: '' }, changes, credentials);
		expect(section).toEqual({ ...fromRules, fallbackReason: 'No model is set up.' });
		expect(model.requests).toEqual([]);
	});
});
