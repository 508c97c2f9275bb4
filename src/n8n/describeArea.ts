import type { AreaDescription } from '../advisory/summary/SummarizedCase';
import { unknownProfile } from '../domain/advice/adviceProfile';
import { builtInArea } from '../domain/areas/areas';
import { inWords } from '../domain/inWords';

/** What a clerk knows about an area; of one that somebody made up there is its name alone. */
export function describeArea(id: string): AreaDescription {
	const area = builtInArea(id);
	if (!area) return { label: inWords(id), profile: unknownProfile, facts: {} };
	return { label: area.label, profile: area.advice, facts: area.factDeclarations };
}
