import { acknowledgement } from './acknowledgement';
import { areaCalls } from './areaCalls';
import { drain } from './drain';
import { dueTimes } from './dueTimes';
import { insightFigures } from './insightFigures';
import type { Measure } from './Measure';
import { approvedCalls, straightThroughCalls } from './odooCalls';
import { plainNodes } from './plainNodes';
import { policyDecisions } from './policyDecisions';
import { policyNode } from './policyNode';
import { releaseTime } from './releaseTime';
import { simulationMemory } from './simulationMemory';
import { sweep } from './sweep';
import { waitingCases } from './waitingCases';

const measures: readonly Measure[] = [
	straightThroughCalls,
	approvedCalls,
	releaseTime,
	areaCalls,
	plainNodes,
	acknowledgement,
	drain,
	policyDecisions,
	policyNode,
	simulationMemory,
	dueTimes,
	waitingCases,
	sweep,
	insightFigures,
];

/** `npm run bench` runs all measures, `-- NAME …` some, `-- --list` names them. */
async function main(names: readonly string[]): Promise<void> {
	if (names.includes('--list')) {
		for (const { name, about } of measures) console.log(`${name}\t${about}`);
		return;
	}
	const unknown = names.filter((name) => !measures.some((measure) => measure.name === name));
	if (unknown.length > 0) {
		throw new RangeError(`No such measure: ${unknown.join(', ')}. See npm run bench -- --list`);
	}
	const chosen = measures.filter(({ name }) => names.length === 0 || names.includes(name));
	for (const measure of chosen)
		for (const line of [await measure.run()].flat()) console.log(JSON.stringify(line));
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
