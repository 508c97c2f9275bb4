import type { AdviceSection } from '../../domain/advice/adviceSection';
import { AdviceUnfitError } from '../errors';
import { loadDateReader } from '../evidence/readDates';
import type { Language } from '../../domain/languages';
import { askFor } from '../model/askFor';
import type { LanguageModel } from '../model/LanguageModel';
import { orFallBack, type Asking } from '../model/orFallBack';
import type { Placeholders } from '../privacy/Placeholders';
import { checkSummary } from './checkSummary';
import { keyFigure } from './keyFigures';
import { gatherMaterial, placeholdersFor, type Sharing } from './material';
import { modelSummarySchema, type ModelSummary } from './modelSummary';
import type { AreaDescription, SummarizedCase } from './SummarizedCase';
import { summaryFromRules } from './summaryFromRules';
import {
	summaryInstruction,
	summaryPromptVersion,
	summaryQuestion,
	type Tone,
} from './summaryPrompt';

export interface SummarySettings extends Asking {
	sharing: Sharing;
	language: Language;
	tone: Tone;
	/** Roles that may be recommended beside those of the rules. */
	roles: readonly string[];
	/** Below it advice is unsure of itself. From 0 to 1. */
	minimumConfidence: number;
	/** What becomes of advice that is unsure of itself. */
	whenUnsure: 'mark' | 'rules';
	/** ISO 8601. */
	now: string;
}

/**
 * Summarises a case for the people who decide it. A model that fails, dawdles or makes things up
 * never holds a case up: then the summary is put together from the rules that matched.
 *
 * @throws {HttpAbortedError} somebody stopped the execution
 */
export async function summarizeCase(
	file: SummarizedCase,
	area: AreaDescription,
	settings: SummarySettings,
): Promise<AdviceSection> {
	return await orFallBack(
		settings,
		async (model) => await summaryByModel(file, area, { ...settings, model }),
		(reason) => summaryFromRules(file, area, settings.language, reason),
	);
}

async function summaryByModel(
	file: SummarizedCase,
	area: AreaDescription,
	settings: SummarySettings & { model: LanguageModel },
): Promise<AdviceSection> {
	const { model, purse, sharing, language, tone, now } = settings;
	const placeholders = placeholdersFor(file, area, sharing.names);
	const material = gatherMaterial(file, area, sharing, placeholders);
	const roles = rolesOf(file, settings.roles);
	const readDates = await loadDateReader(language === 'en' ? ['en'] : [language, 'en']);
	const check = { material, placeholders, roles, readDates, language, today: now };
	const asked = await askFor(
		{
			name: 'advice',
			shape: modelSummarySchema,
			system: summaryInstruction(language, tone),
			user: summaryQuestion(material, roles),
			findFaults: (answer) => checkSummary(answer, check),
		},
		model,
		purse,
	);
	const { confidence } = asked.answer;
	const uncertain = confidence < settings.minimumConfidence;
	if (uncertain && settings.whenUnsure === 'rules') {
		const share = Math.round(confidence * 100);
		throw new AdviceUnfitError(`The model was only ${share} % sure of its advice.`);
	}
	const { inputTokens, outputTokens } = asked.usage;
	return {
		...shown(restored(asked.answer, placeholders), file, area),
		uncertain,
		language,
		model: asked.model,
		promptVersion: summaryPromptVersion,
		promptHash: asked.promptHash,
		tokens: inputTokens + outputTokens,
		usage: asked.usage,
	};
}

function rolesOf({ policy }: SummarizedCase, further: readonly string[]): string[] {
	const asked = [policy.role, ...policy.rules.map(({ role }) => role)];
	return [...new Set([...asked.filter((role) => role !== null), ...further])];
}

function restored(summary: ModelSummary, placeholders: Placeholders): ModelSummary {
	const back = <T extends { text: string }>(claim: T): T => ({
		...claim,
		text: placeholders.restore(claim.text),
	});
	return {
		...summary,
		summary: back(summary.summary),
		cause: summary.cause && back(summary.cause),
		points: summary.points.map(back),
		suggestion: back(summary.suggestion),
		narrative: back(summary.narrative),
	};
}

function shown(summary: ModelSummary, file: SummarizedCase, area: AreaDescription) {
	const { summary: opening, keyFigures, ...rest } = summary;
	const facts = keyFigures.map((id) => id.replace(/^fact:/, ''));
	return {
		...rest,
		source: 'model' as const,
		fallbackReason: null,
		summary: opening.text,
		summaryCites: opening.cites,
		keyFigures: [...new Set(facts)].map((name) => keyFigure(name, file, area)),
	};
}
