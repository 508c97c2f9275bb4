import type { Json } from '../evidence/Evidence';
import { hideIn } from '../privacy/hideIn';
import { Placeholders } from '../privacy/Placeholders';
import { factLabel, type AreaDescription, type SummarizedCase } from './SummarizedCase';

/** What of a case may leave the house. */
export interface Sharing {
	/** Names of facts; others are left out, with the reasons of rules that speak of them. */
	facts: readonly string[];
	/** Labels of figures. */
	figures: readonly string[];
	/** The lines of the document. */
	lines: boolean;
	/** Notes, messages and names of files, each with what it is. */
	texts: ReadonlyArray<{ label: string; text: string }>;
	/** Further names of people and companies to take out. */
	names: readonly string[];
}

/** Everything that a model is told about a case, by the ids under which it may be cited. */
export type Material = Readonly<Record<string, Json>>;

const most = { text: 300, note: 4_000, texts: 10, rows: 30, rules: 20, characters: 40_000 };

/** Records that are people or companies: their name is a name. */
const namesakes = ['res.partner', 'res.users', 'hr.employee'];

/** Takes what may leave out of a case, with personal and secret data replaced. */
export function gatherMaterial(
	file: SummarizedCase,
	area: AreaDescription,
	sharing: Sharing,
	placeholders: Placeholders,
): Material {
	const parts: Array<[string, Json]> = [
		['record', recordOf(file, area)],
		...factsOf(file, area, sharing),
		...rulesOf(file, sharing),
		...figuresOf(file, sharing),
		...linesOf(file, sharing),
	];
	const short = (text: string) => hideIn(text, placeholders, most.text);
	return bounded([
		...parts.map(([id, part]): [string, Json] => [short(id), inTexts(part, short)]),
		...sharing.texts
			.slice(0, most.texts)
			.map(({ label, text }): [string, Json] => [
				short(`text:${label}`),
				hideIn(text, placeholders, most.note),
			]),
	]);
}

/** The names that a case is known to hold. */
export function placeholdersFor(
	{ record, requester }: SummarizedCase,
	{ profile: { names } }: AreaDescription,
	further: readonly string[],
): Placeholders {
	const under = (labels: readonly string[]) =>
		record.figures.filter(({ label }) => labels.includes(label)).map(({ value }) => value);
	return new Placeholders({
		people: [...(requester ? [requester.user.name] : []), ...under(names.people)],
		organisations: [
			...under(names.organisations),
			...(namesakes.includes(record.model) ? [record.name] : []),
			...further,
		],
	});
}

function recordOf({ record, policy }: SummarizedCase, { label }: AreaDescription): Json {
	const { name, amount, currency } = record;
	const { outcome, sampled, rules } = policy;
	return { matter: label, name, amount, currency, outcome, sampled, rulesMatched: rules.length };
}

function factsOf(
	{ facts, policy }: SummarizedCase,
	area: AreaDescription,
	sharing: Sharing,
): Array<[string, Json]> {
	const known = sharing.facts.filter((name) => Object.hasOwn(facts, name));
	return [
		...known.map((name): [string, Json] => [
			`fact:${name}`,
			{
				label: factLabel(area, name),
				value: facts[name] ?? null,
				unit: area.facts[name]?.unit ?? null,
			},
		]),
		...policy.missingFacts.map((name): [string, Json] => [
			`missing:${name}`,
			`${factLabel(area, name)} is not known`,
		]),
	];
}

function rulesOf({ policy }: SummarizedCase, { facts }: Sharing): Array<[string, Json]> {
	const isShared = ({ fact }: { fact: string }) => facts.includes(fact);
	return [
		...policy.rules.slice(0, most.rules).map((rule): [string, Json] => {
			const { id, outcome, role, reason, conditions } = rule;
			const compared = conditions.filter(isShared).map(({ sentence }) => sentence);
			const words = conditions.every(isShared) ? { reason, compared } : { compared };
			return [`rule:${id}`, { outcome, role, ...words }];
		}),
		...policy.nearMisses
			.filter(isShared)
			.map(({ ruleId, sentence }): [string, Json] => [`nearMiss:${ruleId}`, sentence]),
	];
}

function figuresOf({ record }: SummarizedCase, { figures }: Sharing): Array<[string, Json]> {
	return record.figures
		.filter(({ label }) => figures.includes(label))
		.map(({ label, value }) => [`figure:${label}`, value]);
}

function linesOf({ record: { lines } }: SummarizedCase, sharing: Sharing): Array<[string, Json]> {
	if (!sharing.lines || lines.rows.length === 0) return [];
	const rows = lines.rows.slice(0, most.rows);
	return [['lines', { count: lines.rows.length, columns: lines.columns, rows }]];
}

function inTexts(part: Json, change: (text: string) => string): Json {
	if (typeof part === 'string') return change(part);
	if (typeof part !== 'object' || part === null) return part;
	if (Array.isArray(part)) return part.map((member: Json) => inTexts(member, change));
	return Object.fromEntries(
		Object.entries(part).map(([name, member]) => [name, inTexts(member, change)]),
	);
}

/** The longest cases are told without their last parts; the texts come last. */
function bounded(parts: ReadonlyArray<[string, Json]>): Material {
	let room = most.characters;
	return Object.fromEntries(
		parts.filter(([id, part]) => (room -= JSON.stringify([id, part]).length) >= 0),
	);
}
