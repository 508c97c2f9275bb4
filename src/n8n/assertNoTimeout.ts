import type { IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../domain/errors';

/** A workflow that n8n would cancel while it waits, so that nobody hears that the case is overdue. */
export class WorkflowTimeoutError extends DomainError {
	readonly code = 'WORKFLOW_TIMEOUT';

	constructor(seconds: number) {
		super(
			`This workflow has a timeout of ${seconds} s, and n8n counts the time of waiting too: an approval ` +
				'that is not decided in time would be cancelled instead of leaving by Overdue. Switch off ' +
				'Timeout Workflow in the settings of the workflow.',
		);
	}
}

/**
 * Refuses to wait where n8n would cancel the execution when its timer ends.
 *
 * A timeout of the whole n8n (`EXECUTIONS_TIMEOUT`) does the same, but cannot be seen by a node.
 * @throws {WorkflowTimeoutError}
 */
export function assertNoTimeout(context: Pick<IExecuteFunctions, 'getWorkflowSettings'>): void {
	const { executionTimeout = -1 } = context.getWorkflowSettings();
	if (executionTimeout > 0) throw new WorkflowTimeoutError(executionTimeout);
}
