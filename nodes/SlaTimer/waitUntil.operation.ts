import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { signWake } from '../../src/domain/links/links';
import { checkClock, stopClock } from '../../src/domain/sla/slaClock';
import type { SlaSection } from '../../src/domain/sla/slaSection';
import { assertHostVersion } from '../../src/n8n/assertHostVersion';
import { assertNoTimeout } from '../../src/n8n/assertNoTimeout';
import { assertOneCase } from '../../src/n8n/assertOneCase';
import type { Emission } from '../../src/n8n/forEachItem';
import { ledgerFrom } from '../../src/n8n/odooClientFrom';
import { readCaseFile, type CaseFileWith } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import { signingKeysFrom } from '../../src/n8n/signingKeysFrom';
import { toItem } from '../../src/n8n/toItem';
import { withSections } from '../../src/n8n/withSections';
import { awaitedFrom, hasCome, type Awaited } from './awaited';
import { BREACHED, LOOK_AGAIN, MET, WARNING } from './outputs';

const parameters = z.object({ until: z.enum(['due', 'warning']) });

/** A call that comes a little late is told that nobody waits any more, rather than that it is forged. */
const WAKE_GRACE_SECONDS = 86_400;

type TimedFile = CaseFileWith<'sla'>;

/**
 * Waits until the clock warns or is due, or what is waited for comes.
 *
 * When a time has come n8n passes the item on without asking the node. So it leaves by Look Again, which
 * leads back here: then Odoo is asked, and only if it has not come either the clock is breached.
 */
export async function waitUntilOperation(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<Emission> {
	assertHostVersion(context.logger);
	assertNoTimeout(context);
	assertOneCase(context, 'Wait Until', 'Sweep');
	const file = readCaseFile(context, itemIndex, ['sla']);
	const { until } = readParameters(context, itemIndex, parameters);
	const awaited = awaitedFrom((name) => context.getNodeParameter(name, itemIndex, null), file);
	const now = new Date().toISOString();

	const leave = (output: number, sla: SlaSection): Emission => ({
		output,
		json: withSections(context, itemIndex, { sla, wait: undefined }),
	});
	if (await hasCome(context, awaited, itemIndex)) return leave(MET, stopClock(file.sla, now));
	if (checkClock(file.sla, now) === 'breached') return leave(BREACHED, file.sla);
	if (hasWarned(file, now)) return leave(WARNING, file.sla);
	return await putToWait(context, itemIndex, file, awaited, nextTime(file.sla, until, now));
}

/** Whether the warning that this very item waited for has come. */
function hasWarned({ wait }: TimedFile, now: string): boolean {
	return wait?.kind === 'warning' && Date.parse(wait.until) <= Date.parse(now);
}

function nextTime({ warnings, dueAt }: SlaSection, until: 'due' | 'warning', now: string) {
	const warning = warnings.find(({ at }) => Date.parse(at) > Date.parse(now));
	return until === 'warning' && warning && Date.parse(warning.at) < Date.parse(dueAt)
		? ({ kind: 'warning', until: warning.at } as const)
		: ({ kind: 'due', until: dueAt } as const);
}

async function putToWait(
	context: IExecuteFunctions,
	itemIndex: number,
	file: TimedFile,
	awaited: Awaited,
	time: { kind: 'due' | 'warning'; until: string },
): Promise<Emission> {
	const resumeUrl = String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex));
	const executionId = context.getExecutionId();
	if (awaited.kind === 'decision') {
		const ledger = await ledgerFrom(context, itemIndex);
		const { caseId } = awaited;
		await ledger.execute<'wait'>({ command: 'wait', caseId, resumeUrl, executionId, links: [] });
	}
	const { current } = await signingKeysFrom(context, itemIndex);
	const exp = Math.floor(Date.parse(file.sla.dueAt) / 1000) + WAKE_GRACE_SECONDS;
	const url = new URL(resumeUrl);
	url.searchParams.set('wake', signWake({ execution: executionId, exp }, current));
	const json = withSections(context, itemIndex, { wait: { ...time, url: url.href } });
	// A timer sends on what the node got, not what it returns.
	context.getExecuteData().data = { main: [[toItem(json, itemIndex)]] };
	await context.putExecutionToWait(new Date(time.until));
	return { output: LOOK_AGAIN, json };
}
