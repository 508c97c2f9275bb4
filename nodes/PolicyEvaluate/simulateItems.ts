import type { IExecuteFunctions } from 'n8n-workflow';
import { formatValue } from '../../src/domain/formatValue';
import { caseFromFile } from '../../src/domain/simulation/caseFromFile';
import type { Simulation } from '../../src/domain/simulation/Simulation';
import type { SimulationSource } from '../../src/domain/simulation/SimulationSource';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import type { LongWork } from '../../src/n8n/LongWork';

/** Adds the incoming case files to a simulation. */
export async function simulateItems(
	context: IExecuteFunctions,
	simulation: Simulation,
	work: LongWork,
): Promise<SimulationSource> {
	const items = context.getInputData().length;
	for (let index = 0; index < items; index += 1) {
		await simulation.add(`Item ${index}`, () =>
			caseFromFile(readCaseFile(context, index, ['record', 'facts'])),
		);
		await work.afterWork();
		work.tell(() => `Simulated ${formatValue(index + 1)} of ${formatValue(items)} items`);
	}
	return { model: null, filter: '', found: items, taken: items };
}
