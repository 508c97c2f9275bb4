import type { IDataObject } from 'n8n-workflow';
import { askModel, goodReply } from '../kit/askingModel';
import { adviceText } from '../kit/sampleAdvice';
import { sampleFile } from '../kit/sampleFile';
import { turnsOf, type ModelReply } from '../kit/startModel';

describe('AI Summarize', () => {
	describe('spends what the execution may', () => {
		const twice = {
			items: [structuredClone(sampleFile), otherFile('S00043'), otherFile('S00044')],
		};

		it('asks the same once', async () => {
			const { items, model } = await askModel(goodReply, {
				items: [structuredClone(sampleFile), structuredClone(sampleFile)],
			});
			const sections = items.map(({ advice }) => advice as IDataObject);
			expect(sections).toMatchObject([
				{ source: 'model', usage: { requests: 1 } },
				{ source: 'model', usage: { requests: 0, inputTokens: 0 } },
			]);
			expect(model.requests).toHaveLength(1);
		});

		it.each([
			{ what: 'requests', limits: { maxRequests: 1 }, used: '1 requests' },
			{ what: 'tokens', limits: { maxTokens: 300 }, used: '300 tokens' },
			{
				what: 'cost',
				limits: { maxCost: 0.0001, priceInput: 1, priceOutput: 1 },
				used: 'the cost allowed',
			},
		])('and no more $what', async ({ limits, used }) => {
			const { items, model } = await askModel(answerFor, {
				...twice,
				changes: { limits: { timeoutSeconds: 2, ...limits } },
			});
			const sections = items.map(({ advice }) => advice as IDataObject);
			expect(sections.map(({ source }) => source)).toEqual(['model', 'rules', 'rules']);
			expect(sections[1]?.['fallbackReason']).toBe(
				`This execution has used what it may spend on models: ${used}.`,
			);
			expect(model.requests).toHaveLength(1);
		});

		it('and no more time', async () => {
			const { items } = await askModel((request) => ({ ...answerFor(request), delayMs: 60 }), {
				...twice,
				changes: { limits: { timeoutSeconds: 2, maxSeconds: 0.05 } },
			});
			const sections = items.map(({ advice }) => advice as IDataObject);
			expect(sections.map(({ source }) => source)).toEqual(['model', 'rules', 'rules']);
		});
	});
});

function otherFile(name: string) {
	const file = structuredClone(sampleFile);
	return { ...file, record: { ...file.record, name } };
}

/** Advice about whichever order is asked about. */
function answerFor(request: Parameters<typeof turnsOf>[0]): ModelReply {
	const [name = ''] = /S000\d\d/.exec(turnsOf(request)[1]?.content ?? '') ?? [];
	return { content: adviceText().replaceAll('S00042', name) };
}
