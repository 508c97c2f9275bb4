import type { IWebhookFunctions } from 'n8n-workflow';
import type { CaseView } from '../../src/domain/case/caseView';
import type { Emission } from '../../src/n8n/forEachItem';
import { parseCaseFile, type CaseFileWith } from '../../src/n8n/readCaseFile';
import { OVERDUE, outputOf } from './outputs';
import { routingSection } from './routingSection';

export type WaitingFile = CaseFileWith<'routing'>;

/** The case file that the execution was put to wait with. */
export function readWaitingFile(context: IWebhookFunctions): WaitingFile {
	return parseCaseFile(context.evaluateExpression('{{ $json }}', 0), ['routing']);
}

/** With what the execution goes on now that its case has ended; `null` while it is pending. */
export function resumeWith(file: WaitingFile, view: CaseView): { resume: Emission } | null {
	if (view.state === 'pending') return null;
	const { decision, ...rest } = file;
	const decided = view.decision ?? decision;
	return {
		resume: {
			output: outputOf[view.state],
			json: {
				...rest,
				routing: routingSection(view, file.routing.leftOut, []),
				...(decided && { decision: decided }),
			},
		},
	};
}

/**
 * With what the execution goes on where its case is due earlier than it knew, since the clock was set:
 * Escalate looks at the time and sends it back to waiting. `null` where it waits long enough already.
 */
export function dueEarlier(
	{ sla: known, ...file }: WaitingFile,
	{ state, sla }: CaseView,
): { resume: Emission } | null {
	const isEarlier = known && sla && Date.parse(sla.dueAt) < Date.parse(known.dueAt);
	if (state !== 'pending' || !isEarlier) return null;
	return { resume: { output: OVERDUE, json: { ...file, sla } } };
}
