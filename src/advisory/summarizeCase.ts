import type { AdviceSection } from '../domain/case/caseFile';
import { HttpAbortedError } from '../http/errors';
import { adviceFromRules } from './adviceFromRules';
import type { Advisor } from './Advisor';
import { AdvisoryError } from './errors';
import { buildPrompt, promptVersion, type Sharing, type SummarizedCase } from './prompt';

export interface SummarySettings {
	/** `null` when no model is set up. */
	advisor: Advisor | null;
	sharing: Sharing;
	/** Advice that is less sure of itself is not shown. From 0 to 1. */
	minimumConfidence: number;
}

/**
 * Summarises a case for the people who decide it. A model that fails, dawdles or is unsure never
 * holds a case up: then the summary is put together from the rules that matched.
 */
export async function summarizeCase(
	file: SummarizedCase,
	{ advisor, sharing, minimumConfidence }: SummarySettings,
): Promise<AdviceSection> {
	if (!advisor) return adviceFromRules(file, 'No model is set up.');
	try {
		const { advice, model, tokens } = await advisor.advise(buildPrompt(file, sharing));
		if (advice.confidence < minimumConfidence) {
			const share = Math.round(advice.confidence * 100);
			return adviceFromRules(file, `The model was only ${share} % sure of its advice.`);
		}
		return { source: 'model', ...advice, fallbackReason: null, model, promptVersion, tokens };
	} catch (error) {
		// Somebody stopped the execution: that is no reason to go on with another summary.
		if (error instanceof HttpAbortedError) throw error;
		if (error instanceof AdvisoryError) return adviceFromRules(file, error.message);
		throw error;
	}
}
