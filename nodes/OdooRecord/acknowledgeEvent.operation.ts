import type { IExecuteFunctions } from 'n8n-workflow';
import { EventMissingError } from '../../src/n8n/errors';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { withSections } from '../../src/n8n/withSections';

const RESULT = 0;
const ALREADY_HANDLED = 1;

/**
 * Tells Odoo that an event is dealt with, so that it does not come again. Events that lead to a case
 * are acknowledged by opening it; the others end here.
 */
export async function acknowledgeEvent(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { event } = readCaseFile(context, itemIndex, ['event']);
	const ledger = await ledgerFrom(context, itemIndex);
	const { outboxId } = event;
	const { status } = await ledger.execute<'acknowledge'>({ command: 'acknowledge', outboxId });
	if (status === 'event_missing') throw new EventMissingError(outboxId);
	const output = status === 'acknowledged' ? RESULT : ALREADY_HANDLED;
	return { output, json: withSections(context, itemIndex, {}) };
}
