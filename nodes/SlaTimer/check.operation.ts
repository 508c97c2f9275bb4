import type { IExecuteFunctions } from 'n8n-workflow';
import { checkClock } from '../../src/domain/sla/slaClock';
import type { Emission } from '../../src/n8n/forEachItem';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';

const outputs = { on_time: 0, warning: 1, breached: 2 } as const;

/** Reads the clock that an earlier SLA Timer has started. */
export async function checkClockOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { sla } = readCaseFile(context, itemIndex, ['sla']);
	const reading = checkClock(sla, new Date().toISOString());
	return { output: outputs[reading], json: withSections(context, itemIndex, {}) };
}
