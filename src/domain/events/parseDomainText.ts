import { DomainError } from '../errors';
import { odooDomainSchema, type OdooDomain } from './odooDomain';

/** A domain that cannot be read. */
export class DomainTextError extends DomainError {
	readonly code = 'DOMAIN_TEXT_INVALID';
}

/**
 * Reads a domain as Odoo shows it, in literals of Python, or as JSON. Nothing is evaluated: names
 * such as `uid` are refused.
 *
 * @throws {DomainTextError} says where, counted from 1, and what was expected there
 */
export function parseDomainText(text: string): OdooDomain {
	const parsed = odooDomainSchema.safeParse(new LiteralReader(text).read());
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const [part] = issue?.path ?? [];
	throw new DomainTextError(
		typeof part === 'number'
			? `Part ${part + 1} of the domain must be a condition, such as ('state', '=', 'sale'), or one of '&', '|', '!'`
			: `The domain must be a list of conditions: ${issue?.message ?? ''}`,
	);
}

const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const string = /'((?:[^'\\\n]|\\[^])*)'|"((?:[^"\\\n]|\\[^])*)"/y;
const escape =
	/\\(?:(?:x([\da-fA-F]{2})|u([\da-fA-F]{4}))|([0-7]{1,3})|(\n)|([\\'"/abfnrtv])|[^])/g;
const name = /[a-z_]\w*/iy;
const space = /\s*/y;

/** In a domain `None` says the same as `False`. */
const constants: ReadonlyMap<string, boolean> = new Map([
	['True', true],
	['true', true],
	['False', false],
	['false', false],
	['None', false],
	['null', false],
]);

const control: Readonly<Record<string, string>> = {
	a: '\x07',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
};

/** Reads lists, tuples, texts, numbers and names of constants, as Python and JSON write them. */
class LiteralReader {
	private at = 0;

	constructor(private readonly text: string) {}

	read(): unknown {
		const value = this.value();
		if (this.peek() !== '') throw this.expected('the end');
		return value;
	}

	private value(): unknown {
		const next = this.peek();
		if (next === '[') return this.items(']').items;
		if (next === '(') return this.tuple();
		const quoted = this.take(string);
		if (quoted) return this.unescaped(quoted[1] ?? quoted[2] ?? '');
		const digits = this.take(number);
		if (digits) return Number(digits[0]);
		const start = this.at;
		const constant = constants.get(this.take(name)?.[0] ?? '');
		if (constant !== undefined) return constant;
		this.at = start;
		throw this.expected('a list, a text in quotes, a number, True, False or None');
	}

	/** One value in parentheses without a comma is that value. */
	private tuple(): unknown {
		const { items, endsWithComma } = this.items(')');
		return items.length === 1 && !endsWithComma ? items[0] : items;
	}

	private items(end: string): { items: unknown[]; endsWithComma: boolean } {
		const items: unknown[] = [];
		let endsWithComma = true;
		this.at += 1;
		while (this.peek() !== end) {
			if (!endsWithComma) throw this.expected(`"," or "${end}"`);
			items.push(this.value());
			endsWithComma = this.peek() === ',';
			if (endsWithComma) this.at += 1;
		}
		this.at += 1;
		return { items, endsWithComma };
	}

	private unescaped(quoted: string): string {
		return quoted.replace(
			escape,
			(whole, x?: string, u?: string, octal?: string, line?: string, sign?: string) => {
				const hex = x ?? u;
				if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
				if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
				if (line !== undefined) return '';
				if (sign === undefined) throw this.strayBackslash(whole);
				return control[sign] ?? sign;
			},
		);
	}

	private peek(): string {
		this.take(space);
		return this.text.charAt(this.at);
	}

	private take(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text);
		if (found) this.at = pattern.lastIndex;
		return found;
	}

	private strayBackslash(found: string): DomainTextError {
		return new DomainTextError(
			`Before position ${this.at + 1}: expected \\\\ for a backslash, found ${found}`,
		);
	}

	private expected(what: string): DomainTextError {
		const found = this.text.slice(this.at, this.at + 12);
		const words = found === '' ? 'but the domain ends there' : `found ${found}`;
		return new DomainTextError(`Position ${this.at + 1}: expected ${what}, ${words}`);
	}
}
