import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { CaseView } from '../../src/domain/case/caseView';
import {
	approverLinks,
	leadsToPage,
	type ApproverLink,
} from '../../src/n8n/approverPage/approverLinks';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readParameters } from '../../src/n8n/readParameters';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { withSections } from '../../src/n8n/withSections';
import { messageReader } from './messageReader';
import { openCase } from './openCase';
import { routingSection, withMessages } from './routingSection';

const outputs = { opened: 0, already_handled: 1, changed: 2 } as const;

const parameters = z.object({ linkDays: z.number().min(1).max(90) });

/** Opens the case and asks the approvers in Odoo; the relay workflow applies what they decide. */
export async function routeOnly(context: IExecuteFunctions, itemIndex: number): Promise<Emission> {
	const ledger = await ledgerFrom(context, itemIndex);
	const opened = await openCase(context, itemIndex, ledger, null);
	const output = outputs[opened.status];
	if (opened.status !== 'opened') {
		return { output, json: withSections(context, itemIndex, { routing: undefined }) };
	}
	const { view, leftOut } = opened;
	const links = await linksTo(context, itemIndex, view);
	const reader = await messageReader(context, itemIndex, view);
	const routing = withMessages(routingSection(view, leftOut, links), view, reader);
	return { output, json: withSections(context, itemIndex, { routing }) };
}

/** Everyone's own link, where a relay workflow serves the page: nothing here waits for an answer. */
async function linksTo(
	context: IExecuteFunctions,
	itemIndex: number,
	view: CaseView,
): Promise<ApproverLink[]> {
	const ownUrl = String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex));
	if (!leadsToPage(view, ownUrl)) return [];
	const { linkDays } = readParameters(context, itemIndex, parameters);
	const { current } = await signingKeysFrom(context, itemIndex);
	return approverLinks(view, ownUrl, current, { days: linkDays, now: new Date() });
}
