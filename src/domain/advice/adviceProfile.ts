import type { Facts } from '../case/caseFile';
import type { AdviceCategory } from './adviceSection';

/** Something about a case that speaks for it. */
export interface Assurance {
	fact: string;
	is: { equal: number | string | boolean } | { atMost: number } | { atLeast: number };
	/** For people; `{{fact}}` stands for the fact's value. */
	text: string;
}

/** What of an area a clerk may be told, and how cases of it read. */
export interface AdviceProfile {
	category: AdviceCategory;
	/** Names of facts that may leave the house. */
	facts: readonly string[];
	/** Labels of figures that may leave the house. */
	figures: readonly string[];
	/** Labels of figures that hold names, which are replaced wherever they stand. */
	names: { people: readonly string[]; organisations: readonly string[] };
	assurances: readonly Assurance[];
}

/** For areas that nobody has described: nothing leaves but what the analyst chooses. */
export const unknownProfile: AdviceProfile = {
	category: 'other',
	facts: [],
	figures: [],
	names: { people: [], organisations: [] },
	assurances: [],
};

/** Whether an assurance holds. What is not known assures nobody. */
export function isAssured({ fact, is }: Assurance, facts: Facts): boolean {
	const value = facts[fact];
	if ('equal' in is) return value === is.equal;
	if (typeof value !== 'number') return false;
	return 'atMost' in is ? value <= is.atMost : value >= is.atLeast;
}
