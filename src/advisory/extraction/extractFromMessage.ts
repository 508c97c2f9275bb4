import type { Extraction } from '../../domain/advice/extraction';
import { reasonToFallBack } from '../errors';
import { loadDateReader, type DateReader } from '../evidence/readDates';
import { askFor } from '../model/askFor';
import type { LanguageModel } from '../model/LanguageModel';
import { spentBetween, type Purse } from '../model/Purse';
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
import { dayInQuote, numberInQuote } from './readings';

export interface ExtractionSettings {
	/** A sentence says why there is none. */
	model: LanguageModel | string;
	purse: Purse;
	/** Names of people and companies to take out. */
	names: readonly string[];
	/** Below it the extraction is marked as uncertain. From 0 to 1. */
	minimumConfidence: number;
	/** When the message came, ISO 8601. */
	receivedAt: string;
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
	const { model, purse, receivedAt } = settings;
	const message = cleanText(given, most);
	const readDates = await loadDateReader();
	const receivedOn = receivedAt.slice(0, 10);
	const fallBack = (reason: string) => extractionFromRules(message, readDates, receivedOn, reason);
	if (typeof model === 'string') return fallBack(model);
	if (message === '') return fallBack('The message is empty.');
	const before = purse.spent();
	try {
		return await extractionByModel(given, readDates, { ...settings, model });
	} catch (error) {
		return { ...fallBack(reasonToFallBack(error)), usage: spentBetween(before, purse.spent()) };
	}
}

async function extractionByModel(
	given: string,
	readDates: DateReader,
	settings: ExtractionSettings & { model: LanguageModel },
): Promise<Extraction> {
	const { model, purse, names, minimumConfidence, receivedAt } = settings;
	const receivedOn = receivedAt.slice(0, 10);
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
	const isOpen =
		read.delay.signal === 'unclear' ||
		read.dates.some(({ day }) => day === null) ||
		read.quantities.some(({ value }) => value === null);
	return {
		source: 'model',
		...read,
		uncertain: isOpen || answer.confidence < minimumConfidence,
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
): Pick<Extraction, 'dates' | 'quantities' | 'delay' | 'references'> {
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
