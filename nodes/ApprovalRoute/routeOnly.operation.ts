import type { IExecuteFunctions } from 'n8n-workflow';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { withSections } from '../../src/n8n/withSections';
import { openCase } from './openCase';
import { routingSection } from './routingSection';

const outputs = { opened: 0, already_handled: 1, changed: 2 } as const;

/** Opens the case and asks the approvers in Odoo; the relay workflow applies what they decide. */
export async function routeOnly(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const ledger = await ledgerFrom(context, itemIndex);
	const opened = await openCase(context, itemIndex, ledger, null);
	const routing =
		opened.status === 'opened' ? routingSection(opened.view, opened.leftOut, []) : undefined;
	return {
		output: outputs[opened.status],
		json: withSections(context, itemIndex, { routing }),
	};
}
