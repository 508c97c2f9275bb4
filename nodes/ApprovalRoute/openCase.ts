import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { LeftOut } from '../../src/domain/authority/errors';
import { approversToLookUp, resolveApprovers } from '../../src/domain/authority/resolveApprovers';
import type { CaseView } from '../../src/domain/case/caseView';
import { authorityFrom, authorityShape } from '../../src/n8n/authorityFields';
import { EventMissingError, RecordMissingError } from '../../src/n8n/errors';
import { openCommandFrom, sectionsToOpen, type FileToOpen } from '../../src/n8n/openCommandFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import type { Ledger } from '../../src/odoo/ledger/Ledger';

/** What waits for the case, if anything does. */
export interface Waiting {
	resumeUrl: string;
	executionId: string;
}

export type Opened =
	| { status: 'opened'; view: CaseView; leftOut: LeftOut[] }
	| { status: 'already_handled'; caseId: number | null }
	| { status: 'changed' };

/**
 * Finds who is asked and opens the case in Odoo, which asks them.
 *
 * @throws {NoApproverError} nobody is left who may decide, not even in the fallback group
 * @throws {EventMissingError | RecordMissingError}
 */
export async function openCase(
	context: IExecuteFunctions,
	itemIndex: number,
	ledger: Ledger,
	waiting: Waiting | null,
): Promise<Opened> {
	const file = readCaseFile(context, itemIndex, sectionsToOpen);
	const { steps, leftOut } = await resolve(context, itemIndex, ledger, file);
	const command = openCommandFrom(file, {
		steps,
		authority: null,
		odooOnly: false,
		bulkAllowed: false,
		resumeUrl: waiting?.resumeUrl ?? null,
		executionId: waiting?.executionId ?? null,
		policyDecision: null,
		effect: null,
	});
	const answer = await ledger.execute<'open'>(command);
	switch (answer.status) {
		case 'opened':
			return { status: 'opened', view: answer.case, leftOut };
		case 'already_handled':
			return { status: 'already_handled', caseId: answer.caseId };
		case 'changed':
			return { status: 'changed' };
		case 'event_missing':
			throw new EventMissingError(command.outboxId);
		case 'record_missing':
			throw new RecordMissingError(command.model, command.recordId);
	}
}

async function resolve(
	context: IExecuteFunctions,
	itemIndex: number,
	ledger: Ledger,
	{ record, requester, policy }: FileToOpen,
) {
	const matrix = authorityFrom(readParameters(context, itemIndex, z.object(authorityShape)));
	const lookUp = approversToLookUp(matrix, policy.role);
	const { users } = await ledger.execute<'directory'>({ command: 'directory', ...lookUp });
	const need = {
		role: policy.role,
		amount: record.amount,
		currency: record.currency,
		requesterId: requester.user.id,
		involvedIds: requester.involvedIds,
	};
	return resolveApprovers(need, matrix, users);
}
