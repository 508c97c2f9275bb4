import type { IExecuteFunctions } from 'n8n-workflow';
import { caseFromFile } from '../../src/domain/simulation/caseFromFile';
import type { Simulation } from '../../src/domain/simulation/Simulation';
import type { SimulationSource } from '../../src/domain/simulation/SimulationSource';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import type { SimulationProgress } from './SimulationProgress';

/** Adds the incoming case files to a simulation. */
export async function simulateItems(
	context: IExecuteFunctions,
	simulation: Simulation,
	progress: SimulationProgress,
): Promise<SimulationSource> {
	const items = context.getInputData().length;
	for (let index = 0; index < items; index += 1) {
		await simulation.add(`Item ${index}`, () =>
			caseFromFile(readCaseFile(context, index, ['record', 'facts'])),
		);
		await progress.afterWork();
		progress.tell(index + 1, items, 'items');
	}
	return { model: null, filter: '', found: items, taken: items };
}
