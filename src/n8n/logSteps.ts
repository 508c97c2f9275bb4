import type { FunctionsBase } from 'n8n-workflow';
import type { CaseView } from '../domain/case/caseView';
import type { CommandName } from '../domain/case/commands';
import type { CommandResults } from '../domain/case/commandResults';
import type { EventSection } from '../domain/events/eventSection';

export type LoggingContext = Pick<FunctionsBase, 'logger' | 'getExecutionId'>;

/** What has happened to a case, by what the ledger answers; other answers tell of nothing new. */
const steps: Readonly<Record<string, string>> = {
	opened: 'Approval case opened',
	recorded: 'Answer to an approval case recorded',
	escalated: 'Approval case escalated',
	clock_set: 'Clock of an approval case set',
	superseded: 'Approval case superseded',
	applied: 'Approval decision applied',
};

/**
 * Writes a line to n8n's log for each step that a command of the ledger has taken, with the ids that
 * lead to it in Odoo and in n8n. Nothing of what records hold is in it.
 */
export function logStep(
	context: LoggingContext,
	command: CommandName,
	answer: CommandResults[CommandName],
): void {
	if (answer.status === 'claimed') {
		for (const event of answer.events) logEvent(context, 'claimed', event);
		return;
	}
	if (!('case' in answer)) return;
	const step = command === 'wait' ? waiting(answer.case) : steps[answer.status];
	if (step) logCase(context, decidedAtOnce(answer.status, answer.case) ?? step, answer.case);
}

/** Writes what becomes of a case to n8n's log. */
export function logCase(context: LoggingContext, step: string, view: CaseView): void {
	const { id: caseId, traceId, area, state, outcome } = view;
	const executionId = context.getExecutionId();
	const about = { traceId, caseId, area, state, outcome, executionId };
	context.logger.info(line(step, `case ${caseId}`, traceId), about);
}

/** Writes how an event has reached n8n to its log. */
export function logEvent(
	context: LoggingContext,
	how: 'received' | 'claimed',
	{ traceId, outboxId, area, type, model, recordId }: EventSection,
): void {
	const event = { traceId, outboxId, area, type, model, recordId };
	context.logger.info(line(`Event of Odoo ${how}`, `event ${outboxId}`, traceId), event);
}

/** With the ids in it: of what stands beside it, n8n's console shows nothing at level info. */
function line(step: string, what: string, traceId: string | null): string {
	return `${step} (${what}, trace ${traceId ?? 'unknown'})`;
}

function waiting({ state }: CaseView): string | undefined {
	return state === 'pending' ? 'Approval case waits for people' : undefined;
}

function decidedAtOnce(status: string, { state }: CaseView): string | null {
	return status === 'opened' && state !== 'pending' ? 'Approval case decided by policy' : null;
}
