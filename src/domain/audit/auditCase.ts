import { caseEventSchema, type CaseEvent } from '../case/caseEvents';
import type { ApprovalCase } from '../case/ApprovalCase';
import { replay } from '../case/evolve';
import { verifyChain, type AuditEntry } from './verifyChain';

/** A case as people see it in Odoo, with what there is to check it by. */
export interface AuditedCase {
	caseId: number;
	caseName: string;
	state: string;
	outcome: string;
	lastHash: string;
	/** Its trail as it is stored, by sequence. */
	entries: readonly AuditEntry[];
	/** Hashes that the record's chatter names for cases of this name. */
	seals: readonly string[];
}

/**
 * What the record's chatter says of the trail.
 *
 * - `found`: it names the hash of an entry
 * - `none`: nothing was concluded yet, so nothing was written there
 * - `missing`: something was concluded, but the chatter does not say so any more
 * - `differs`: it names a hash that no trail of the record has: the trail was written anew
 */
export type SealVerdict = 'found' | 'none' | 'missing' | 'differs';

export interface CaseAudit {
	caseId: number;
	caseName: string;
	intact: boolean;
	/** How many entries the trail has. */
	count: number;
	lastHash: string;
	seal: SealVerdict;
	/** Sequence number of the first entry at fault; `null` where no single entry is. */
	brokenAt: number | null;
	/** What is wrong; `null` when all is well. */
	reason: string | null;
}

/**
 * Checks a case by everything that is known of it: its chain of hashes, what its events come to, and
 * what was written into the record's chatter at the time.
 *
 * @param hashesOfRecord of every entry of every case about the record: cases of one name share it
 */
export function auditCase(audited: AuditedCase, hashesOfRecord: ReadonlySet<string>): CaseAudit {
	const { caseId, caseName, entries, lastHash } = audited;
	const verdict = verifyChain(entries, { caseId, lastHash });
	const seal = sealOf(audited, hashesOfRecord);
	const fault = verdict.intact
		? (findContradiction(audited) ?? findForgery(seal))
		: { brokenAt: verdict.brokenAt, reason: verdict.reason };
	return {
		caseId,
		caseName,
		intact: fault === null,
		count: entries.length,
		lastHash,
		seal,
		brokenAt: fault?.brokenAt ?? null,
		reason: fault?.reason ?? null,
	};
}

interface Fault {
	brokenAt: number | null;
	reason: string;
}

function sealOf(
	{ outcome, entries, seals }: AuditedCase,
	hashesOfRecord: ReadonlySet<string>,
): SealVerdict {
	if (seals.some((seal) => !hashesOfRecord.has(seal))) return 'differs';
	if (entries.some(({ hash }) => seals.includes(hash))) return 'found';
	return ['released', 'kept', 'not_released'].includes(outcome) ? 'missing' : 'none';
}

function findForgery(seal: SealVerdict): Fault | null {
	if (seal !== 'differs') return null;
	const reason = "the record's chatter names another hash: the trail was written anew";
	return { brokenAt: null, reason };
}

/** What people see of the case must be what its events come to. */
function findContradiction({ entries, state, outcome }: AuditedCase): Fault | null {
	const come = comeTo(entries);
	if (come === null) return { brokenAt: null, reason: 'its events do not make a case' };
	if (come.state !== state)
		return { brokenAt: null, reason: `it is shown as ${state}, but its events say ${come.state}` };
	if (come.outcome === outcome) return null;
	return {
		brokenAt: null,
		reason: `its outcome is shown as ${outcome}, but its events say ${come.outcome}`,
	};
}

function comeTo(entries: readonly AuditEntry[]): ApprovalCase | null {
	const events: CaseEvent[] = [];
	for (const { payload } of entries) {
		const parsed = caseEventSchema.safeParse(JSON.parse(payload));
		if (!parsed.success) return null;
		events.push(parsed.data);
	}
	return events[0]?.type === 'opened' ? replay(events) : null;
}
