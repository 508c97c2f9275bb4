import type { LanguageModel } from '../../../src/advisory/model/LanguageModel';
import { reportFallback } from '../../../nodes/AiSummarize/reportFallback';

const model: LanguageModel = { id: 'm', ask: async () => await Promise.reject(new Error('no')) };

describe('what the log is told', () => {
	const told = (asked: LanguageModel | string, source: string) => {
		const warn = jest.fn();
		const context = { logger: { warn } as never };
		reportFallback(context, { model: asked }, { source, fallbackReason: 'The model refused.' });
		return warn.mock.calls;
	};

	it('is why a model that was asked is of no use, and no more', () => {
		expect(told(model, 'rules')).toEqual([
			['AI Summarize goes on without its model', { reason: 'The model refused.' }],
		]);
	});

	it('is why a model that was wanted cannot be asked', () => {
		expect(told('The credential of the model cannot be used.', 'rules')).toHaveLength(1);
	});

	it('is nothing when a model wrote it, or none was to be asked', () => {
		expect(told(model, 'model')).toEqual([]);
		expect(told('No model is attached.', 'rules')).toEqual([]);
	});
});
