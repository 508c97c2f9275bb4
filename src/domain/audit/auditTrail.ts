import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import type { Person } from '../case/person';
import type { CaseEventType } from '../case/vocabulary';

/** What the first entry of a case names as the hash before it. */
export const genesisHash = '0'.repeat(64);

export interface EventToRecord {
	caseId: number;
	/** Entries of a case are counted from 1. */
	seq: number;
	type: CaseEventType;
	/** ISO 8601 in UTC. */
	at: string;
	/** `null` when policy or the clock acted. */
	actor: Person | null;
	data: Record<string, unknown>;
}

/** The text of an entry: it is stored as it was hashed, since no two languages write numbers alike. */
export function eventPayload({ caseId, seq, type, at, actor, data }: EventToRecord): string {
	const by = actor && { id: actor.id, name: actor.name };
	return canonicalJson({ actor: by, at, case: caseId, data, seq, type });
}

/** SHA-256 (hex) over the hash before and the text of an entry: one entry vouches for all before it. */
export function hashEntry(previousHash: string, payload: string): string {
	return createHash('sha256').update(previousHash).update(payload).digest('hex');
}
