import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { LeftOut } from '../../src/domain/authority/errors';
import type { ApprovalNeed } from '../../src/domain/authority/findObjection';
import { resolveApprovers } from '../../src/domain/authority/resolveApprovers';
import type { CaseView } from '../../src/domain/case/caseView';
import { authorityShape } from '../../src/n8n/authorityFrom';
import { findAuthority } from '../../src/n8n/findAuthority';
import { EventMissingError, RecordMissingError } from '../../src/n8n/errors';
import { openCommandFrom, sectionsToOpen, type FileToOpen } from '../../src/n8n/openCommandFrom';
import { readCaseFile } from '../../src/n8n/readCaseFile';
import { readParameters } from '../../src/n8n/readParameters';
import type { Ledger } from '../../src/odoo/ledger/Ledger';

const routeOptions = z.object({
	odooFromRisk: z.number().nonnegative().optional(),
	bulkUpToRisk: z.number().nonnegative().optional(),
});
type RouteOptions = z.infer<typeof routeOptions>;

const parameters = z.object({ ...authorityShape, routeOptions: routeOptions.default({}) });

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
	const given = readParameters(context, itemIndex, parameters);
	const { matrix, stamp, users } = await findAuthority(ledger, given, file.record);
	const { steps, leftOut } = resolveApprovers(needOf(file, new Date()), matrix, users);
	const command = openCommandFrom(file, {
		steps,
		authority: stamp,
		...handlingOf(file, given.routeOptions),
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

function needOf({ record, requester, policy, facts }: FileToOpen, now: Date): ApprovalNeed {
	return {
		area: record.area,
		role: policy.role,
		amount: record.amount,
		currency: record.currency,
		facts,
		requesterId: requester.user.id,
		involvedIds: requester.involvedIds,
		at: now.toISOString(),
	};
}

/** How people may decide, by the risk that policy sees in the case. */
function handlingOf({ policy }: FileToOpen, { odooFromRisk, bulkUpToRisk }: RouteOptions) {
	const { riskScore, outcome } = policy;
	return {
		odooOnly: odooFromRisk !== undefined && riskScore >= odooFromRisk,
		bulkAllowed:
			bulkUpToRisk !== undefined && outcome === 'require_approval' && riskScore <= bulkUpToRisk,
	};
}
