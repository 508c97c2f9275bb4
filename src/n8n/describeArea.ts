import type { AreaDescription } from '../advisory/summary/SummarizedCase';
import { unknownProfile } from '../domain/advice/adviceProfile';
import { areas } from '../domain/areas/areas';
import { inWords } from '../domain/inWords';

/** What a clerk knows about an area; of one that somebody made up there is its name alone. */
export function describeArea(id: string): AreaDescription {
	const area = areas.find((one) => one.id === id);
	if (!area) return { label: inWords(id), profile: unknownProfile, facts: {} };
	return { label: area.label, profile: area.advice, facts: area.factDeclarations };
}
