import type { IWebhookFunctions } from 'n8n-workflow';
import type { CaseView } from '../../src/domain/case/caseView';
import type { Emission } from '../../src/n8n/forEachItem';
import { parseCaseFile, type CaseFileWith } from '../../src/n8n/readCaseFile';
import { outputOf } from './outputs';
import { routingSection } from './routingSection';

export type WaitingFile = CaseFileWith<'routing'>;

/** The case file that the execution was put to wait with. */
export function readWaitingFile(context: IWebhookFunctions): WaitingFile {
	return parseCaseFile(context.evaluateExpression('{{ $json }}', 0), ['routing']);
}

/** With what the execution goes on now that its case has ended; nothing while it is pending. */
export function resumeWith(file: WaitingFile, view: CaseView): { resume?: Emission } {
	if (view.state === 'pending') return {};
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
