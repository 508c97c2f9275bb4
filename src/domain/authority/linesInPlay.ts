import { scopeKeys, type Authority, type ScopeKey } from './authority';
import type { LeftOut } from './errors';
import type { ApprovalNeed } from './findObjection';
import { nameOf } from './nameOf';

export interface LinesInPlay {
	rows: Authority[];
	/** Whoever a line names that is for something else. */
	leftOut: LeftOut[];
}

/** The lines of the matrix that count for what has to be approved, whatever their role. */
export function linesInPlay(rows: readonly Authority[], need: ApprovalNeed): LinesInPlay {
	const leftOut: LeftOut[] = [];
	const inPlay = rows.filter((row) => {
		const reason = whyOutOfPlay(row, need);
		if (reason !== null) leftOut.push({ who: nameOf(row.approver), reason });
		return reason === null;
	});
	return { rows: inPlay, leftOut };
}

function whyOutOfPlay(row: Authority, need: ApprovalNeed): string | null {
	const { areas, validFrom, validUntil, scope } = row;
	if (areas.length > 0 && !areas.includes(need.area)) return `approves ${areas.join(', ')} only`;
	const today = need.at.slice(0, 10);
	if (validFrom !== undefined && today < validFrom) return `may approve from ${validFrom} on`;
	if (validUntil !== undefined && today > validUntil) return `might approve until ${validUntil}`;
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

/** What is not known is not taken for what the line is confined to. */
function whyOutOfScope(
	key: ScopeKey,
	names: readonly string[] | undefined,
	{ facts }: ApprovalNeed,
): string | null {
	if (names === undefined) return null;
	const limits = `approves for the ${words[key]} ${names.join(', ')} only`;
	const fact = facts[key] ?? null;
	if (fact === null) return `${limits}, and that of the record is not known`;
	const found = [fact].flat().map((one) => String(one).toLowerCase());
	return names.some((name) => found.includes(name.toLowerCase())) ? null : limits;
}

/**
 * Whether a line's level is asked about this case at all. What is not known speaks for asking: one
 * approval too many is better than one too few.
 */
export function isAskedFor(
	{ above, currency, whenFact }: Authority,
	{ amount, currency: inCurrency, facts }: ApprovalNeed,
): boolean {
	const isComparable = amount !== null && (currency === undefined || currency === inCurrency);
	if (above !== undefined && isComparable && amount <= above) return false;
	return whenFact === undefined || facts[whenFact] !== false;
}
