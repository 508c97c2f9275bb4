import type { IExecuteFunctions } from 'n8n-workflow';
import { stopClock } from '../../src/domain/sla/slaClock';
import type { Emission } from '../../src/n8n/forEachItem';
import { setClock } from './setClock';

/**
 * Ends the clock of a case, at its decision where there is one, and tells whether the promise was kept
 * and by how much working time it was not.
 */
export async function stopOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	return await setClock(context, itemIndex, {
		change: 'stopped',
		reason: '',
		set: (sla, view) => stopClock(sla, view?.decision?.at ?? new Date().toISOString()),
	});
}
