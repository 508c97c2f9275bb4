import type { AdviceLanguage } from '../languages';
import { withoutPlaceholders } from '../privacy/Placeholders';
import type { Evidence } from './Evidence';
import { readSaid } from './Evidence';
import { readNumberWords } from './numberWords';
import type { DateReader } from './readDates';

export interface Reading {
	readDates: DateReader;
	language: AdviceLanguage;
	/** ISO 8601. */
	today: string;
}

/**
 * What a text says that the evidence does not: figures, dates, times, names of records, addresses.
 *
 * @returns the pieces as they stand in the text; none when all of it is founded
 */
export function findUnfounded(text: string, evidence: Evidence, reading: Reading): string[] {
	const plain = withoutPlaceholders(text);
	const { figures, dates, times, identifiers } = readSaid(plain, reading.readDates, reading.today);
	// A word of the evidence may be another word there: "once" is eleven in Spanish.
	const wordy = readNumberWords(plain, reading.language).filter(
		({ text: word, value }) =>
			!evidence.holdsFigure({ text: word, readings: [value], kind: 'plain' }) &&
			!evidence.holdsText(word),
	);
	return [
		...figures.filter((figure) => !evidence.holdsFigure(figure)),
		...dates.filter((date) => !evidence.holdsDate(date)),
		...wordy,
	]
		.map((one) => one.text.trim())
		.concat(times.filter((time) => !evidence.holdsTime(time)))
		.concat(identifiers.filter((name) => !evidence.holdsText(name)))
		.concat(strangeSigns(plain));
}

/** Digits of other scripts and addresses, which have no place in advice. */
function strangeSigns(text: string): string[] {
	const strange = /[^\P{N}0-9]|\b(?:https?:|www\.)\S*|\S+@\S+\.\S+/gu;
	return [...text.matchAll(strange)].map(([one]) => one);
}
