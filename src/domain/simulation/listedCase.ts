import { outcomeWords, type PolicyOutcome, type PolicyResult } from '../policy/policyResult';
import type { SimulatedCase } from './SimulatedCase';

/** What one policy says about a case, and why. */
export interface Verdict {
	outcome: PolicyOutcome;
	/** Sentences of the rules that matched. */
	reasons: string[];
	missingFacts: string[];
	sampled: boolean;
	role: string | null;
	slaClass: string;
}

/** A case that is named one by one. */
export interface ListedCase {
	/** Its place among all cases, faulty ones included, counted from 0. */
	position: number;
	area: string;
	model: string;
	recordId: number;
	name: string;
	url: string | null;
	amount: number | null;
	currency: string | null;
	at: string | null;
	verdict: Verdict;
	/** What the second policy says; `null` when none was compared. */
	comparedVerdict: Verdict | null;
	changes: boolean;
	/** One sentence for each policy. */
	why: string;
}

/** Lays down what policies say about one case. */
export function listedCase(
	one: SimulatedCase,
	position: number,
	{ result, compared }: { result: PolicyResult; compared: PolicyResult | null },
): ListedCase {
	const { area, model, id, name, url, amount, currency, at } = one;
	return {
		position,
		area,
		model,
		recordId: id,
		name,
		url,
		amount,
		currency,
		at,
		verdict: toVerdict(result),
		comparedVerdict: compared && toVerdict(compared),
		changes: compared !== null && compared.outcome !== result.outcome,
		why: [result, compared ?? []].flat().map(sentenceOf).join('. '),
	};
}

/** The reasons behind an outcome in one line; never empty. */
export function reasonsOf({ reasons, missingFacts, sampled }: Verdict): string {
	const said = [
		...reasons,
		...(missingFacts.length > 0 ? [`not known: ${missingFacts.join(', ')}`] : []),
		...(sampled ? ['drawn as a sample'] : []),
	];
	return said.length === 0 ? 'no rule matches' : said.join('; ');
}

function toVerdict(result: PolicyResult): Verdict {
	const { outcome, rules, missingFacts, sampled, role, slaClass } = result;
	const reasons = rules.map(({ reason }) => reason);
	return { outcome, reasons, missingFacts, sampled, role, slaClass };
}

function sentenceOf(result: PolicyResult): string {
	const { id, version, outcome } = result;
	return `By policy ${id}, version ${version}, it ${outcomeWords[outcome]}: ${reasonsOf(toVerdict(result))}`;
}
