import { formatValue } from '../formatValue';
import { scopeKeys, type Authority, type ScopeKey } from './authority';
import type { ApprovalNeed } from './findObjection';

export interface SortedLines {
	rows: Authority[];
	/** Lines that do not count, each with the reason. */
	others: Array<{ row: Authority; reason: string }>;
}

/** The lines of the matrix that count for what has to be approved, whatever their role. */
export function linesInPlay(rows: readonly Authority[], need: ApprovalNeed): SortedLines {
	return sorted(rows, (row) => whyOutOfPlay(row, need));
}

/**
 * The lines whose level is asked about this case at all. What is not known speaks for asking: one
 * approval too many is better than one too few.
 */
export function linesAsked(rows: readonly Authority[], need: ApprovalNeed): SortedLines {
	return sorted(rows, (row) => whyNotAsked(row, need));
}

function sorted(
	rows: readonly Authority[],
	reasonAgainst: (row: Authority) => string | null,
): SortedLines {
	const lines: SortedLines = { rows: [], others: [] };
	for (const row of rows) {
		const reason = reasonAgainst(row);
		if (reason === null) lines.rows.push(row);
		else lines.others.push({ row, reason });
	}
	return lines;
}

function whyOutOfPlay(row: Authority, need: ApprovalNeed): string | null {
	const { areas, validFrom, validUntil, scope } = row;
	if (areas.length > 0 && !areas.includes(need.area)) return `approves ${areas.join(', ')} only`;
	const today = need.at.slice(0, 10);
	if (validFrom !== undefined && today < validFrom) return `may approve from ${validFrom} on`;
	if (validUntil !== undefined && today > validUntil) return `could approve until ${validUntil}`;
	for (const key of scopeKeys) {
		const reason = whyOutOfScope(key, scope[key], need);
		if (reason !== null) return reason;
	}
	return null;
}

const words: Readonly<Record<ScopeKey, string>> = {
	company: 'company',
	region: 'region',
	warehouse: 'warehouse',
	productCategory: 'product category',
};

/**
 * Everything the record has of it must be within what the line is confined to; what is not known is
 * not.
 */
function whyOutOfScope(
	key: ScopeKey,
	names: readonly string[] | undefined,
	{ facts }: ApprovalNeed,
): string | null {
	if (names === undefined) return null;
	const limits = `approves for the ${words[key]} ${names.join(', ')} only`;
	const fact = facts[key] ?? null;
	if (fact === null) return `${limits}, and that of the record is not known`;
	const found = [fact].flat().map(String);
	const isWithin = (one: string) => names.some((name) => covers(name, one));
	return found.length > 0 && found.every(isWithin) ? null : limits;
}

/** `Germany` covers `Germany / Bavaria`, as a parent does in Odoo's names of categories. */
function covers(name: string, fact: string): boolean {
	const [outer, inner] = [name.toLowerCase(), fact.toLowerCase()];
	return inner === outer || inner.startsWith(`${outer} / `);
}

function whyNotAsked(
	{ above, currency, whenFact }: Authority,
	{ amount, currency: inCurrency, facts }: ApprovalNeed,
): string | null {
	const isComparable = amount !== null && (currency === undefined || currency === inCurrency);
	if (above !== undefined && isComparable && amount <= above) {
		return `is asked above ${formatValue(above, 'money', currency ?? inCurrency)} only`;
	}
	const isUntrue = whenFact !== undefined && facts[whenFact] === false;
	return isUntrue ? `is asked where ${whenFact} is true only` : null;
}
