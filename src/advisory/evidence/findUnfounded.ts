import type { Language } from '../../domain/languages';
import { withoutPlaceholders } from '../privacy/Placeholders';
import { readSaid, type Evidence } from './Evidence';
import { readNumberWords } from './numberWords';
import type { DateReader } from './readDates';
import type { Figure } from './readFigures';

export interface Reading {
	readDates: DateReader;
	language: Language;
	/** ISO 8601. */
	today: string;
}

/**
 * What a text says that the evidence does not: figures, dates, times, names of records, addresses.
 *
 * @param evidence it is enough for one piece of it to hold what is said
 * @returns the pieces as they stand in the text; none when all of it is founded
 */
export function findUnfounded(
	text: string,
	evidence: readonly Evidence[],
	{ readDates, language, today }: Reading,
): string[] {
	const plain = withoutPlaceholders(text);
	const isUnheld = (holds: (piece: Evidence) => boolean) => !evidence.some(holds);
	const said = readSaid(plain, readDates, today);
	// A word of the evidence may be another word there: "once" is eleven in Spanish.
	const words = readNumberWords(plain, language).filter(({ text: word, value }) => {
		const figure: Figure = { text: word, readings: [value], kind: 'plain' };
		return isUnheld((piece) => piece.holdsFigure(figure) || piece.holdsWord(word));
	});
	return [
		...said.figures.filter((figure) => isUnheld((piece) => piece.holdsFigure(figure))),
		...said.dates.filter((date) => isUnheld((piece) => piece.holdsDate(date))),
		...words,
	]
		.map((one) => one.text.trim())
		.concat(said.times.filter((time) => isUnheld((piece) => piece.holdsTime(time))))
		.concat(said.identifiers.filter((name) => isUnheld((piece) => piece.holdsWord(name))))
		.concat(strangeSigns(plain));
}

/** Digits of other scripts and addresses, which have no place in advice. */
function strangeSigns(text: string): string[] {
	const strange = /[^\P{N}0-9]|\b(?:https?:|www\.)\S*|\S+@\S+\.\S+/gu;
	return [...text.matchAll(strange)].map(([one]) => one);
}
