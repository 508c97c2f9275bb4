import type { IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../domain/errors';

/** n8n ends a wait for all items of an execution together. */
export class OneCaseOnlyError extends DomainError {
	readonly code = 'ONE_CASE_ONLY';
}

/**
 * @param instead what to use where there are several
 * @throws {OneCaseOnlyError}
 */
export function assertOneCase(
	context: IExecuteFunctions,
	operation: string,
	instead: string,
): void {
	const count = context.getInputData().length;
	if (count <= 1) return;
	throw new OneCaseOnlyError(
		`${operation} takes one case per execution and got ${count}. Put Loop Over Items before it, or use ${instead}.`,
	);
}
