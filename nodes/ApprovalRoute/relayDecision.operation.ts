import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { CaseView } from '../../src/domain/case/caseView';
import { signRelay } from '../../src/domain/links/links';
import { DomainError } from '../../src/domain/errors';
import { sendLinks } from '../../src/n8n/approverPage/sendLinks';
import type { Emission } from '../../src/n8n/forEachItem';
import { logCase } from '../../src/n8n/logSteps';
import { n8nHttpSend } from '../../src/n8n/n8nHttpSend';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { withSections } from '../../src/n8n/withSections';
import type { Ledger } from '../../src/odoo/ledger/Ledger';
import { routingSection } from './routingSection';

const WOKEN = 0;
const NO_ONE_WAITING = 1;
const RELAY_SECONDS = 60;
/** As long as Approval Route has links work when nobody says otherwise: 14 days. */
const LINK_SECONDS = 1_209_600;
const TIMEOUT_MS = 30_000;
/** An execution that is woken is marked as running at once. */
const GOING_ON_MS = 500;

/** The execution could not be woken just now; the event stays open, and Odoo sends it again. */
export class NotWokenError extends DomainError {
	readonly code = 'NOT_WOKEN';
}

/**
 * Wakes the execution that waits for a case which was decided in Odoo. Where none waits any more the
 * item leaves by No One Waiting, so that the decision can be applied from here.
 */
export async function relayDecision(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	const { event } = readCaseFile(context, itemIndex, ['event']);
	const ledger = await ledgerFrom(context, itemIndex);
	const { case: view } = await ledger.execute<'show'>({ command: 'show', caseId: event.recordId });
	const json = withSections(context, itemIndex, {
		routing: routingSection(view, [], []),
		decision: view.decision ?? undefined,
	});

	if (view.state === 'pending') {
		await askNext(context, itemIndex, ledger, view);
		// Whoever waits may be due earlier than they know.
		const isClockSet = view.trail.some(({ type }) => type === 'clock_set');
		if (view.resumeUrl !== null && isClockSet)
			await knock(context, itemIndex, view.id, view.resumeUrl);
		await ledger.execute<'acknowledge'>({ command: 'acknowledge', outboxId: event.outboxId });
		return { output: WOKEN, json };
	}

	const isWoken =
		view.resumeUrl !== null && (await wakeForGood(context, itemIndex, view.id, view.resumeUrl));
	logCase(context, isWoken ? 'Approval decision relayed' : 'Nothing waits for a case', view);
	const isDone = isWoken || view.state === 'superseded' || view.outcome !== 'none';
	if (!isDone) return { output: NO_ONE_WAITING, json };
	await ledger.execute<'acknowledge'>({ command: 'acknowledge', outboxId: event.outboxId });
	return { output: WOKEN, json };
}

/** A step was approved in Odoo: whoever is asked next gets their link, and the execution waits on. */
async function askNext(
	context: IExecuteFunctions,
	itemIndex: number,
	ledger: Ledger,
	view: CaseView,
): Promise<void> {
	if (view.resumeUrl === null) return;
	assertOwnAddress(context, itemIndex, new URL(view.resumeUrl));
	const { current } = await signingKeysFrom(context, itemIndex);
	await sendLinks(ledger, view, current, Math.floor(Date.now() / 1000) + LINK_SECONDS);
}

/**
 * Whether somebody was there to be woken, and went on.
 *
 * n8n lets callers in also where an execution crashed while it waited: the node answers, and nothing ever
 * goes on. Whoever went on waits there no more, so a second call is answered otherwise.
 */
async function wakeForGood(
	context: IExecuteFunctions,
	itemIndex: number,
	caseId: number,
	resumeUrl: string,
): Promise<boolean> {
	const answer = await knock(context, itemIndex, caseId, resumeUrl);
	if (answer === null) return false;
	await sleep(GOING_ON_MS);
	const again = await knock(context, itemIndex, caseId, resumeUrl).catch((error: unknown) => {
		if (error instanceof NotWokenError) return null;
		throw error;
	});
	return again !== answer;
}

/** What whoever waits answers; `null` when nobody does. @throws {NotWokenError} */
async function knock(
	context: IExecuteFunctions,
	itemIndex: number,
	caseId: number,
	resumeUrl: string,
): Promise<string | null> {
	const url = new URL(resumeUrl);
	assertOwnAddress(context, itemIndex, url);
	const { current } = await signingKeysFrom(context, itemIndex);
	const exp = Math.floor(Date.now() / 1000) + RELAY_SECONDS;
	url.searchParams.set('relay', signRelay({ case: caseId, exp }, current));
	const { status, body } = await n8nHttpSend(context)({
		method: 'POST',
		url: url.href,
		headers: {},
		timeoutMs: TIMEOUT_MS,
	});
	if (status === 200) return body;
	// Finished, failed, stopped or deleted executions wait no more; one that runs may wait again.
	const isGone = status === 404 || (status === 409 && !/running/i.test(body));
	if (isGone) return null;
	throw new NotWokenError(
		`The execution that waits for case ${caseId} could not be woken (status ${status}). Odoo reports the decision again.`,
	);
}

/** The address comes from Odoo; only this n8n itself is called. */
function assertOwnAddress(context: IExecuteFunctions, itemIndex: number, url: URL): void {
	const own = new URL(String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex)));
	if (url.origin === own.origin) return;
	throw new NotWokenError(`The case waits at ${url.origin}, which is not this n8n (${own.origin})`);
}
