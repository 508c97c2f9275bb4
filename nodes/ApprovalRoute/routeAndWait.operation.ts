import { WAIT_INDEFINITELY, type IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { LeftOut } from '../../src/domain/authority/errors';
import type { CaseView } from '../../src/domain/case/caseView';
import { approverLinks } from '../../src/n8n/approverPage/approverLinks';
import { assertHostVersion } from '../../src/n8n/assertHostVersion';
import { assertOneCase } from '../../src/n8n/assertOneCase';
import { assertNoTimeout } from '../../src/n8n/assertNoTimeout';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { toItem } from '../../src/n8n/toItem';
import { withSections } from '../../src/n8n/withSections';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { messageReader } from './messageReader';
import { openCase, type Waiting } from './openCase';
import { OVERDUE, outputOf } from './outputs';
import { routingSection, withMessages } from './routingSection';

const parameters = z.object({
	linkDays: z.number().min(1).max(90),
	routeOptions: z.object({ leaveAtWarnings: z.boolean().default(false) }).default({}),
});

interface Asked {
	view: CaseView;
	leftOut: LeftOut[];
}

/**
 * Opens the case, or finds the one that this execution opened before, asks whoever is asked now, and
 * waits until they decide or the due time comes. A case that has been decided leaves at once.
 */
export async function routeAndWait(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission | null> {
	assertHostVersion(context.logger);
	assertNoTimeout(context);
	assertOneCase(context, 'Route and Wait', 'Route Only');
	const waiting: Waiting = {
		resumeUrl: String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex)),
		executionId: context.getExecutionId(),
	};
	const ledger = await ledgerFrom(context, itemIndex);

	const asked = await findOrOpen(context, itemIndex, ledger, waiting);
	if (asked === 'changed') {
		return { output: outputOf.superseded, json: withSections(context, itemIndex, {}) };
	}
	if (asked === 'already_handled') {
		context.addExecutionHints({
			message: 'This event was handled before; nobody is asked a second time.',
			location: 'outputPane',
		});
		return null;
	}
	return await waitFor(context, itemIndex, ledger, asked, waiting);
}

async function findOrOpen(
	context: IExecuteFunctions,
	itemIndex: number,
	ledger: Ledger,
	waiting: Waiting,
): Promise<Asked | 'changed' | 'already_handled'> {
	const { routing } = readCaseFile(context, itemIndex, []);
	if (routing) return { view: await show(ledger, routing.caseId), leftOut: routing.leftOut };

	const opened = await openCase(context, itemIndex, ledger, waiting);
	if (opened.status !== 'already_handled') {
		return opened.status === 'changed' ? 'changed' : opened;
	}
	if (opened.caseId === null) return 'already_handled';
	const view = await show(ledger, opened.caseId);
	return isOurs(context, view, waiting) ? { view, leftOut: [] } : 'already_handled';
}

/**
 * Whether this execution may wait for a case that is open already: when it opened the case itself and
 * n8n runs the node again, or when somebody retries the execution that did.
 */
function isOurs(context: IExecuteFunctions, { executionId }: CaseView, waiting: Waiting): boolean {
	return (
		executionId === null || executionId === waiting.executionId || context.getMode() === 'retry'
	);
}

async function show(ledger: Ledger, caseId: number): Promise<CaseView> {
	return (await ledger.execute<'show'>({ command: 'show', caseId })).case;
}

async function waitFor(
	context: IExecuteFunctions,
	itemIndex: number,
	ledger: Ledger,
	{ view, leftOut }: Asked,
	waiting: Waiting,
): Promise<Emission> {
	if (view.state !== 'pending') return ended(context, itemIndex, view);

	const { linkDays, routeOptions } = readParameters(context, itemIndex, parameters);
	const { current } = await signingKeysFrom(context, itemIndex);
	const validity = { days: linkDays, now: new Date() };
	const links = approverLinks(view, waiting.resumeUrl, current, validity);
	const { case: told } = await ledger.execute<'wait'>({
		command: 'wait',
		caseId: view.id,
		...waiting,
		links,
	});
	if (told.state !== 'pending') return ended(context, itemIndex, told);

	const json = withSections(context, itemIndex, {
		routing: withMessages(
			routingSection(told, leftOut, links),
			told,
			await messageReader(context, itemIndex, told),
		),
		sla: told.sla ?? undefined,
	});
	// A timer sends on what the node got, not what it returns: so it gets the case file as it is now.
	context.getExecuteData().data = { main: [[toItem(json, itemIndex)]] };
	context.customData.set('approvalCase', told.name);
	await context.putExecutionToWait(wakeAt(told, routeOptions.leaveAtWarnings));
	return { output: OVERDUE, json };
}

/**
 * When the clock gives a reason to look again. In the manual queue it gives none any more: then only a
 * decision ends the wait.
 */
function wakeAt({ sla, exhausted }: CaseView, wakesAtWarnings: boolean): Date {
	if (!sla || exhausted) return WAIT_INDEFINITELY;
	const now = Date.now();
	const warnings = wakesAtWarnings ? sla.warnings.map(({ at }) => Date.parse(at)) : [];
	const checkpoints = [...warnings.filter((at) => at > now), Date.parse(sla.dueAt)];
	return new Date(Math.min(...checkpoints));
}

function ended(context: IExecuteFunctions, itemIndex: number, view: CaseView): Emission {
	if (view.state === 'pending') throw new TypeError('The case is still pending');
	const { routing } = readCaseFile(context, itemIndex, []);
	return {
		output: outputOf[view.state],
		json: withSections(context, itemIndex, {
			routing: routingSection(view, routing?.leftOut ?? [], []),
			decision: view.decision ?? undefined,
		}),
	};
}
