import { formatValue } from '../formatValue';
import type { PolicyFigures } from './PolicyTally';
import type { SimulationResult } from './Simulation';

/** What a simulation found, in a sentence or two. */
export function headline(result: SimulationResult): string {
	const { total, simulated, compared, changes, faulty } = result;
	const unread = faulty === 0 ? '' : ` ${faultWords(faulty)}`;
	if (total.cases === 0) return `There was no case to simulate.${unread}`;
	const cases = total.cases === 1 ? 'Of one case' : `Of ${formatValue(total.cases)} cases`;
	const first = `${cases}, ${releasedBy(simulated)}`;
	if (!compared || !changes) return `${first}.${unread}`;
	const change =
		changes.cases === 0
			? 'no case changes'
			: `${formatValue(changes.cases)} ${changes.cases === 1 ? 'changes' : 'change'}`;
	return `${first}, and ${formatValue(releasedShare(compared), '%')} under ${named(compared)}: ${change}.${unread}`;
}

function releasedBy(figures: PolicyFigures): string {
	return `${formatValue(releasedShare(figures), '%')} would be approved automatically under ${named(figures)}`;
}

function releasedShare({ outcomes }: PolicyFigures): number {
	return outcomes.find(({ outcome }) => outcome === 'auto_approve')?.share ?? 0;
}

function named({ id, version }: PolicyFigures): string {
	return `${id}, version ${version}`;
}

function faultWords(faulty: number): string {
	return faulty === 1
		? 'One case could not be read or evaluated and is in no other figure.'
		: `${formatValue(faulty)} cases could not be read or evaluated and are in no other figure.`;
}
