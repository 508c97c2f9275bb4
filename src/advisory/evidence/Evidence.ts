import { markRead } from './markRead';
import type { DateInText, DateReader } from './readDates';
import { readFigures, type Figure } from './readFigures';

/** Anything that JSON can hold. */
export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const clockTime = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?!\d)/g;
/** Words and names of records and goods: letters first. */
const names = /(?<![\p{L}\p{N}_/-])(?=[\p{L}_])[\p{L}\p{N}_]+(?:[-/][\p{L}\p{N}_]+)*/gu;

/** What a text speaks of that can be compared with something. */
export interface Said {
	figures: Figure[];
	dates: DateInText[];
	times: string[];
	identifiers: string[];
}

/** Reads figures, dates, times and names of records in a text, each piece of it once. */
export function readSaid(text: string, readDates: DateReader, today: string): Said {
	const dates = readDates(text, today).filter(({ writing }) => writing !== 'relative');
	const rest = markRead(text, dates);
	const times = [...rest.matchAll(clockTime)];
	const timeless = markRead(
		rest,
		times.map(({ 0: time, index }) => ({ text: time, index })),
	);
	return {
		figures: readFigures(timeless),
		dates,
		times: times.map(([, hour = '', minute = '']) => `${hour.padStart(2, '0')}:${minute}`),
		identifiers: [...rest.matchAll(names)].map(([one]) => one).filter((one) => /\d/.test(one)),
	};
}

/** Everything that is known about a case, or about a part of it, in a form to look things up in. */
export class Evidence {
	private readonly percents = new Set<number>();
	private readonly others = new Set<number>();
	private readonly days = new Set<string>();
	private readonly times = new Set<string>();
	/** In small letters. */
	private readonly words = new Set<string>();

	constructor(
		private readonly readDates: DateReader,
		private readonly today: string,
	) {}

	/** @param unit of the numbers in it, where one is known */
	add(known: Json, unit: string | null = null): void {
		if (typeof known === 'number') this.addNumber(known, unit);
		else if (typeof known === 'string') this.addText(known);
		else if (Array.isArray(known)) {
			this.others.add(known.length);
			for (const member of known as readonly Json[]) this.add(member, unit);
		} else if (typeof known === 'object' && known !== null)
			this.addMembers(known as JsonObject, unit);
	}

	holdsFigure({ readings, kind }: Figure): boolean {
		const sets = kind === 'percent' ? [this.percents] : [this.others];
		if (kind === 'plain') sets.push(this.percents);
		return readings.some((value) => sets.some((set) => set.has(rounded(value))));
	}

	holdsDate({ days, writing }: DateInText): boolean {
		if (writing !== 'yearless') return days.some((day) => this.days.has(day));
		return [...this.days].some((day) => days.some((one) => one.slice(5) === day.slice(5)));
	}

	holdsTime(time: string): boolean {
		return this.times.has(time);
	}

	/** Whether a word or the name of a record is in it, as a whole. */
	holdsWord(word: string): boolean {
		return this.words.has(word.toLowerCase());
	}

	private addMembers(known: JsonObject, inherited: string | null): void {
		const { unit = inherited } = known;
		for (const [name, member] of Object.entries(known)) {
			this.addWords(name);
			this.add(member, typeof unit === 'string' ? unit : null);
		}
	}

	private addWords(text: string): void {
		for (const [word] of text.matchAll(names)) this.words.add(word.toLowerCase());
	}

	private addNumber(value: number, unit: string | null): void {
		(unit === '%' ? this.percents : this.others).add(rounded(value));
	}

	private addText(text: string): void {
		this.addWords(text);
		const { figures, dates, times } = readSaid(text, this.readDates, this.today);
		for (const { readings, kind } of figures) {
			for (const value of readings) this.addNumber(value, kind === 'percent' ? '%' : null);
		}
		for (const day of dates.flatMap(({ days }) => days)) this.days.add(day);
		for (const time of times) this.times.add(time);
	}
}

type JsonObject = { readonly [key: string]: Json };

/** Shares of a unit that no text would show are no difference. */
function rounded(value: number): number {
	return Number(value.toFixed(4));
}
