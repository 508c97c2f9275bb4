import type { Extraction } from '../../domain/advice/extraction';
import { loadDateReader, type DateReader } from '../evidence/readDates';
import { askFor } from '../model/askFor';
import type { LanguageModel } from '../model/LanguageModel';
import { orFallBack, type Asking } from '../model/orFallBack';
import { hideIn } from '../privacy/hideIn';
import { Placeholders } from '../privacy/Placeholders';
import { cleanText } from '../text/cleanText';
import { checkExtraction } from './checkExtraction';
import { extractionFromRules } from './extractionFromRules';
import {
	extractionInstruction,
	extractionPromptVersion,
	extractionQuestion,
} from './extractionPrompt';
import { modelExtractionSchema, type ModelExtraction } from './modelExtraction';
import { dayInQuote, isOpen, numberInQuote, type WhatWasRead } from './readings';

export interface ExtractionSettings extends Asking {
	/** Names of people and companies to take out. */
	names: readonly string[];
	/** Below it the extraction is marked as uncertain. From 0 to 1. */
	minimumConfidence: number;
	/** ISO day on which the message came. */
	receivedOn: string;
}

/** Characters of a message that are read. */
const most = 20_000;

/**
 * Reads dates, quantities, delays and references out of a message. Without a model, or when it
 * fails or makes things up, words of four languages are all that is gone by.
 *
 * @throws {HttpAbortedError} somebody stopped the execution
 */
export async function extractFromMessage(
	given: string,
	settings: ExtractionSettings,
): Promise<Extraction> {
	const message = cleanText(given, most);
	const readDates = await loadDateReader();
	const fallBack = (reason: string) =>
		extractionFromRules(message, readDates, settings.receivedOn, reason);
	if (typeof settings.model !== 'string' && message === '') {
		return fallBack('The message is empty.');
	}
	return await orFallBack(
		settings,
		async (model) => await extractionByModel(given, readDates, { ...settings, model }),
		fallBack,
	);
}

async function extractionByModel(
	given: string,
	readDates: DateReader,
	settings: ExtractionSettings & { model: LanguageModel },
): Promise<Extraction> {
	const { model, purse, names, minimumConfidence, receivedOn } = settings;
	const placeholders = new Placeholders({ people: [], organisations: names });
	const hidden = hideIn(given, placeholders, most);
	const { answer, usage, ...about } = await askFor(
		{
			name: 'extraction',
			shape: modelExtractionSchema,
			system: extractionInstruction,
			user: extractionQuestion(hidden, receivedOn),
			findFaults: (extraction) => checkExtraction(extraction, hidden),
		},
		model,
		purse,
	);
	const read = readAgain(answer, readDates, receivedOn, (text) => placeholders.restore(text));
	return {
		source: 'model',
		...read,
		uncertain: isOpen(read) || answer.confidence < minimumConfidence,
		confidence: answer.confidence,
		fallbackReason: null,
		promptVersion: extractionPromptVersion,
		usage,
		...about,
	};
}

/** What a model read, as far as the quotes bear it out. */
function readAgain(
	{ dates, quantities, delay, references }: ModelExtraction,
	readDates: DateReader,
	receivedOn: string,
	restore: (text: string) => string,
): WhatWasRead {
	const orNull = (text: string | null) => (text === null ? null : restore(text));
	return {
		dates: dates.map(({ kind, day, quote }) => ({
			kind,
			...dayInQuote(day, quote, readDates, receivedOn),
			quote: restore(quote),
		})),
		quantities: quantities.map(({ value, unit, item, quote }) => ({
			...numberInQuote(value, quote),
			unit: orNull(unit),
			item: orNull(item),
			quote: restore(quote),
		})),
		delay: { ...delay, reason: orNull(delay.reason), quote: orNull(delay.quote) },
		references: references.map(({ value, kind, quote }) => ({
			value: restore(value),
			kind,
			quote: restore(quote),
		})),
	};
}
