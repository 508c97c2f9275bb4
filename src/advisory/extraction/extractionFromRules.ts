import type { Extraction } from '../../domain/advice/extraction';
import { markRead } from '../evidence/markRead';
import type { DateReader } from '../evidence/readDates';
import { readFigures } from '../evidence/readFigures';
import { dayOf, isOpen } from './readings';
import {
	dateWords,
	negation,
	orderWords,
	shipmentWords,
	signalWords,
	unitWords,
} from './messageWords';

/** How far before something the words that tell what it is may stand. */
const nearby = 60;
const most = 30;

/**
 * What can be read in a message without a model, by words of four languages. It finds less, and
 * what it is not sure of it leaves open.
 *
 * @param receivedOn ISO day, from which "in two weeks" is counted
 */
export function extractionFromRules(
	message: string,
	readDates: DateReader,
	receivedOn: string,
	fallbackReason: string,
): Extraction {
	const found = readDates(message, receivedOn).slice(0, most);
	const dates = found.map((date) => ({
		kind: kindOfDate(message.slice(Math.max(0, date.index - nearby), date.index)),
		...dayOf(date),
		quote: date.text.trim(),
	}));
	const rest = markRead(message, found);
	const read = {
		dates,
		quantities: quantitiesIn(rest),
		delay: delayIn(message),
		references: referencesIn(rest),
	};
	return {
		source: 'rules',
		...read,
		uncertain: isOpen(read),
		confidence: null,
		fallbackReason,
		model: null,
		promptVersion: null,
		promptHash: null,
		usage: null,
	};
}

function kindOfDate(before: string) {
	return dateWords.find(([, words]) => words.test(before))?.[0] ?? 'other';
}

/** Signals that contradict each other leave open what is meant. */
function delayIn(message: string): Extraction['delay'] {
	const said = signalWords.flatMap(([signal, words]) => {
		const first = [...message.matchAll(words)].find(({ index }) => !isDenied(message, index));
		return first ? [{ signal, quote: sentenceAround(message, first.index) }] : [];
	});
	const signals = said.map(({ signal }) => signal).filter((signal) => signal !== 'partial');
	if (said.length === 0) return deniedDelay(message);
	if (signals.length > 1) return { signal: 'unclear', reason: null, quote: said[0]?.quote ?? null };
	const told = said.find(({ signal }) => signal === signals[0]) ?? said[0];
	return { signal: told?.signal ?? 'none', reason: null, quote: told?.quote ?? null };
}

/** "There is no delay" says that it comes on time. */
function deniedDelay(message: string): Extraction['delay'] {
	const [, words] = signalWords.find(([signal]) => signal === 'delayed') ?? [];
	const denied = words && [...message.matchAll(words)][0];
	if (!denied) return { signal: 'none', reason: null, quote: null };
	return { signal: 'on_time', reason: null, quote: sentenceAround(message, denied.index) };
}

function isDenied(message: string, index: number): boolean {
	return negation.test(message.slice(Math.max(0, index - nearby), index));
}

function sentenceAround(message: string, index: number): string {
	const start = Math.max(...['. ', '! ', '? ', '\n'].map((end) => startAfter(message, end, index)));
	const length = message.slice(index).search(/[.!?](?:\s|$)|\n|$/);
	return message
		.slice(start, index + length + 1)
		.trim()
		.slice(0, 400);
}

function startAfter(message: string, end: string, index: number): number {
	const found = message.lastIndexOf(end, index - 1);
	return found < 0 ? 0 : found + end.length;
}

function quantitiesIn(rest: string): Extraction['quantities'] {
	let from = 0;
	return readFigures(rest)
		.flatMap(({ text, readings, kind }) => {
			const index = rest.indexOf(text, from);
			from = index + text.length;
			const unit = unitWords.exec(rest.slice(from, from + 20));
			if (kind !== 'plain' || !unit) return [];
			const quote = `${text}${unit[0]}`.trim();
			const value = readings.length === 1 ? (readings[0] ?? null) : null;
			return [{ value, readings, unit: unit[1] ?? null, item: null, quote }];
		})
		.slice(0, most);
}

/** Letters with digits, such as `P00042`, and bare numbers behind a word such as "order". */
function referencesIn(rest: string): Extraction['references'] {
	const candidates = [...rest.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_/-]*/gu)];
	const found = candidates.flatMap(({ 0: text, index }) => {
		const value = text.replace(/[-/_]+$/, '');
		if (!/\d{2}/.test(value)) return [];
		const before = rest.slice(Math.max(0, index - nearby), index);
		if (orderWords.test(before)) return [reference(value, 'order')];
		if (shipmentWords.test(before)) return [reference(value, 'shipment')];
		const isName = /^\p{L}/u.test(value) && /\d{3}/.test(value);
		if (!isName) return [];
		return [reference(value, /^(?:PO?|SO?|BC|BE)[-/]?\d/i.test(value) ? 'order' : 'other')];
	});
	const byValue = new Map(found.map((one) => [one.value, one]));
	return [...byValue.values()].slice(0, most);
}

function reference(value: string, kind: Extraction['references'][number]['kind']) {
	return { value, kind, quote: value };
}
