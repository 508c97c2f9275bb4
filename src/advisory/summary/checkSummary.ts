import { Evidence } from '../evidence/Evidence';
import { findUnfounded, type Reading } from '../evidence/findUnfounded';
import { fault, type Fault } from '../model/Fault';
import type { Placeholders } from '../privacy/Placeholders';
import type { Material } from './material';
import { claimsOf, type ModelSummary } from './modelSummary';

export interface SummaryCheck extends Reading {
	material: Material;
	placeholders: Placeholders;
	/** Roles that may be recommended. */
	roles: readonly string[];
}

/**
 * Finds what is wrong with a summary that a model wrote. Each figure, date and name of a record has
 * to stand in what its sentence cites, or in the record itself.
 */
export function checkSummary(summary: ModelSummary, check: SummaryCheck): Fault[] {
	const { role } = summary.suggestion;
	const offered = check.roles.join(', ') || 'none; it must be null';
	const evidenceFor = evidenceIn(check);
	return [
		...claimsOf(summary).flatMap((claim) => checkClaim(claim, check, evidenceFor)),
		...summary.keyFigures
			.filter((id) => !isGiven(id, check) || !id.startsWith('fact:'))
			.map((id) => unknownId('keyFigures', id)),
		...(role === null || check.roles.includes(role)
			? []
			: [fault('choice', `suggestion.role: "${role}" is not offered (${offered})`)]),
	];
}

interface PlacedClaim {
	where: string;
	text: string;
	cites: readonly string[];
}

function checkClaim(
	{ where, text, cites }: PlacedClaim,
	check: SummaryCheck,
	evidenceFor: (id: string) => Evidence,
): Fault[] {
	const known = cites.filter((id) => isGiven(id, check));
	const evidence = ['record', ...known].map(evidenceFor);
	const unfounded = findUnfounded(text, evidence, check);
	return [
		...cites.filter((id) => !isGiven(id, check)).map((id) => unknownId(where, id)),
		...check.placeholders
			.unknownIn(text)
			.map((one) => fault('citation', `${where}: nothing is called ${one}`)),
		...unfounded.map((piece) =>
			fault('figure', `${where}: "${piece}" is not in what it cites (${known.join(', ')})`),
		),
	];
}

/** Each part of the material is read once, however many texts rest on it. */
function evidenceIn({ material, readDates, today }: SummaryCheck): (id: string) => Evidence {
	const read = new Map<string, Evidence>();
	return (id) => {
		const known = read.get(id);
		if (known) return known;
		const evidence = new Evidence(readDates, today);
		evidence.add(id);
		evidence.add(material[id] ?? null);
		read.set(id, evidence);
		return evidence;
	};
}

function isGiven(id: string, { material }: SummaryCheck): boolean {
	return Object.hasOwn(material, id);
}

function unknownId(where: string, id: string): Fault {
	return fault('citation', `${where}: there is no data with the id "${id}"`);
}
