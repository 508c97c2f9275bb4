import type { AdviceSection } from '../domain/case/caseFile';
import { formatValue } from '../domain/formatValue';
import type { SummarizedCase } from './prompt';

/**
 * The summary that needs no model: the same case always gives the same words.
 * @param fallbackReason why no model was asked, or why its answer is not used
 */
export function adviceFromRules(file: SummarizedCase, fallbackReason: string): AdviceSection {
	return {
		source: 'rules',
		summary: summaryOf(file),
		points: file.policy.missingFacts.map((fact) => ({
			kind: 'question' as const,
			text: `${fact} is not known.`,
		})),
		confidence: null,
		fallbackReason,
		model: null,
		promptVersion: null,
		tokens: null,
	};
}

function summaryOf({ record, policy }: SummarizedCase): string {
	const amount =
		record.amount === null ? '' : ` over ${formatValue(record.amount, 'money', record.currency)}`;
	const reasons = policy.rules.map(({ reason }) => reason.replace(/\.?$/, '.')).join(' ');
	return `${record.name}${amount}. ${reasons || 'No single rule asks for it; the policy does by default.'}`;
}
