import type { IDataObject } from 'n8n-workflow';
import { askModel, goodReply } from '../kit/askingModel';
import { atDueTime } from '../kit/atTime';
import { heardByChatModel } from '../kit/n8n/chatModelNode';
import { sketchWorkflow } from '../kit/n8n/TestWorkflow';
import { clockStarted } from '../kit/sampleClock';
import { startStage } from '../kit/startStage';
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

	it('through waits: what was asked before is remembered by the execution', async () => {
		const stage = await startStage();
		const workflow = sketchWorkflow({
			Start: { type: 'n8n-nodes-base.manualTrigger', to: [['Clerk']] },
			Clerk: {
				type: 'aiSummarize',
				parameters: { operation: 'summarize', modelSource: 'attached' },
				to: [['Timer']],
			},
			Model: { type: 'n8n-nodes-base.chatModel', parameters: { says: adviceText() } },
			Timer: {
				type: 'slaTimer',
				parameters: {
					operation: 'waitUntil',
					awaited: 'record',
					awaitedField: 'state',
					awaitedValues: 'sale',
				},
				to: [['Clerk'], ['Late']],
				credentials: ['odooApprovalsApi', 'approvalSigningApi'],
			},
			Late: { type: 'n8n-nodes-base.noOp' },
		});
		workflow.connections['Model'] = {
			ai_languageModel: [[{ node: 'Clerk', type: 'ai_languageModel', index: 0 }]],
		};
		const record = { ...sampleFile.record, id: await stage.desk.write() };
		const file = { ...structuredClone(sampleFile), record, sla: clockStarted(0) };
		const heard = heardByChatModel.length;

		const execution = await stage.n8n.run(workflow, 'Start', [file as unknown as IDataObject]);
		expect(execution.status).toBe('waiting');
		atDueTime(execution);
		await stage.n8n.fireTimer(execution);
		await stage.n8n.settled();
		jest.useRealTimers();
		await stage.close();

		expect(execution.path).toEqual(['Start', 'Clerk', 'Timer', 'Clerk', 'Timer', 'Late']);
		expect(heardByChatModel.length - heard).toBe(1);
		expect(execution.outputsOf('Clerk')[0]?.[0]?.['advice']).toMatchObject({
			source: 'model',
			usage: { requests: 0 },
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
