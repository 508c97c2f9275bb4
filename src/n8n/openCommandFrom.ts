import type { CommandOf } from '../domain/case/commands';
import type { CaseFileWith } from './readCaseFile';

type OpenCommand = CommandOf<'open'>;

/** Sections that a case is opened with. */
export const sectionsToOpen = [
	'record',
	'requester',
	'facts',
	'watched',
	'fingerprint',
	'policy',
] as const;

export type FileToOpen = CaseFileWith<(typeof sectionsToOpen)[number]>;

/** What the node that opens the case adds: who decides it and what waits for it. */
export type Opening = Pick<
	OpenCommand,
	| 'steps'
	| 'authority'
	| 'odooOnly'
	| 'bulkAllowed'
	| 'resumeUrl'
	| 'executionId'
	| 'policyDecision'
	| 'effect'
>;

/** The command that opens a case out of its case file. */
export function openCommandFrom(file: FileToOpen, opening: Opening): OpenCommand {
	const { record, requester, facts, watched, fingerprint, policy } = file;
	return {
		command: 'open',
		area: record.area,
		model: record.model,
		recordId: record.id,
		recordName: record.name,
		// A relayed event is about a case, not about the record that the new case is for.
		outboxId: file.event?.topic === 'record' ? file.event.outboxId : null,
		fingerprint,
		watched,
		requesterId: requester.user.id,
		involvedIds: requester.involvedIds,
		amount: record.amount,
		currency: record.currency,
		facts,
		figures: record.figures,
		lines: record.lines,
		proposal: file.proposal ?? null,
		policy,
		advice: file.advice ?? null,
		sla: file.sla ?? null,
		...opening,
	};
}
