import type { IExecuteFunctions } from 'n8n-workflow';
import type { Asking } from '../../src/advisory/model/orFallBack';
import { noModel } from './noModel';

const byChoice: readonly string[] = Object.values(noModel);

/** Tells the log that a model was to be asked and was of no use; without a word of what was said. */
export function reportFallback(
	context: Pick<IExecuteFunctions, 'logger'>,
	{ model }: Pick<Asking, 'model'>,
	{ source, fallbackReason }: { source: string; fallbackReason: string | null },
): void {
	if (source === 'model' || (typeof model === 'string' && byChoice.includes(model))) return;
	context.logger.warn('AI Summarize goes on without its model', { reason: fallbackReason });
}
