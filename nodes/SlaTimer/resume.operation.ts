import type { IExecuteFunctions } from 'n8n-workflow';
import { pauseAt, resumeClock } from '../../src/domain/sla/slaClock';
import type { Emission } from '../../src/n8n/forEachItem';
import { setClock } from './setClock';

/** Lets the clock of a case go on; one that is running goes on as it is. */
export async function resumeOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const now = new Date().toISOString();
	return await setClock(context, itemIndex, {
		change: 'resumed',
		reason: '',
		set: (sla) => (pauseAt(sla, now) ? resumeClock(sla, now) : sla),
	});
}
