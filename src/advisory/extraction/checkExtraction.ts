import { readFigures } from '../evidence/readFigures';
import { fault, type Fault } from '../model/Fault';
import type { ModelExtraction } from './modelExtraction';

/**
 * Finds what a model read that the message does not say: quotes that are not there, and numbers and
 * references that are not in their quote.
 */
export function checkExtraction(given: ModelExtraction, message: string): Fault[] {
	const { dates, quantities, references, delay } = given;
	const said = flat(message);
	const isSaid = (quote: string) => said.includes(flat(quote));
	const quotes = [...dates, ...quantities, ...references].map(({ quote }) => quote);
	const all = delay.quote === null ? quotes : [...quotes, delay.quote];
	return [
		...all
			.filter((quote) => !isSaid(quote))
			.map((quote) => fault('quote', `the message does not say "${quote}"`)),
		...quantities
			.filter(({ value, quote }) => value !== null && !numbersIn(quote).includes(value))
			.map(({ value, quote }) => fault('figure', `${value} is not in its quote "${quote}"`)),
		...references
			.filter(({ value, quote }) => !flat(quote).includes(flat(value)))
			.map(({ value, quote }) => fault('figure', `${value} is not in its quote "${quote}"`)),
		...(delay.quote === null && delay.signal !== 'none' && delay.signal !== 'unclear'
			? [fault('quote', 'delay: the signal needs the words that it was read from')]
			: []),
	];
}

function numbersIn(quote: string): number[] {
	return readFigures(quote).flatMap(({ readings }) => readings);
}

/** White space and capitals are no difference. */
function flat(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
