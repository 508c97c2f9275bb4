import { z } from 'zod';
import { personSchema } from '../case/person';
import { genesisHash, hashEntry } from './auditTrail';

/** Odoo's columns know no zone and drop fractions of a second; both ways of writing are taken. */
const instant = z
	.string()
	.transform((text) => (text.includes('T') ? text : `${text.replace(' ', 'T')}Z`))
	.refine((text) => !Number.isNaN(Date.parse(text)), 'must be an instant');

/** One entry of the trail as it is stored: columns for people to search, and the text that was hashed. */
export const auditEntrySchema = z.object({
	seq: z.number().int(),
	type: z.string(),
	at: instant,
	actorId: z.number().int().positive().nullable(),
	payload: z.string(),
	previousHash: z.string(),
	hash: z.string(),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

export type ChainVerdict =
	| { intact: true; count: number; lastHash: string }
	| {
			intact: false;
			/** Sequence number of the first entry at fault. */ brokenAt: number;
			reason: string;
	  };

/** What is known about the trail from elsewhere; a chain alone cannot show that its end was cut off. */
export interface ChainExpectation {
	caseId?: number;
	lastHash?: string;
}

const payloadSchema = z.object({
	actor: personSchema.nullable(),
	at: instant,
	case: z.number(),
	data: z.record(z.unknown()),
	seq: z.number(),
	type: z.string(),
});

/**
 * Checks that a trail is whole: nothing changed, left out, added or moved.
 *
 * @param entries all entries of one case, as they are stored, by sequence
 */
export function verifyChain(
	entries: readonly AuditEntry[],
	expected: ChainExpectation = {},
): ChainVerdict {
	const caseId = expected.caseId ?? readPayload(entries[0]?.payload)?.case;
	let lastHash = genesisHash;
	for (const [index, entry] of entries.entries()) {
		const reason = findBreak(entry, index + 1, lastHash) ?? findContradiction(entry, caseId);
		if (reason !== null) return { intact: false, brokenAt: index + 1, reason };
		lastHash = entry.hash;
	}
	if (expected.lastHash !== undefined && expected.lastHash !== lastHash) {
		const reason = 'the case names another last entry: entries are missing at the end';
		return { intact: false, brokenAt: entries.length + 1, reason };
	}
	return { intact: true, count: entries.length, lastHash };
}

function findBreak(entry: AuditEntry, seq: number, lastHash: string): string | null {
	if (entry.seq !== seq) return `entry ${seq} is missing; the next is ${entry.seq}`;
	if (entry.previousHash !== lastHash) return 'it does not follow the entry before it';
	if (entry.hash !== hashEntry(entry.previousHash, entry.payload)) {
		return 'its text or its hash was altered';
	}
	return null;
}

/** The columns beside the text are what people see in Odoo, so they must not say anything else. */
function findContradiction(entry: AuditEntry, caseId: number | undefined): string | null {
	const payload = readPayload(entry.payload);
	if (payload === null) return 'its text is not an event';
	if (payload.case !== caseId) return `its text is about case ${payload.case}`;
	if (payload.seq !== entry.seq) return `its text says sequence ${payload.seq}`;
	if (payload.type !== entry.type) return `its text says type ${payload.type}`;
	if (secondsOf(payload.at) !== secondsOf(entry.at)) return `its text says time ${payload.at}`;
	if ((payload.actor?.id ?? null) !== entry.actorId) {
		return `its text says actor ${payload.actor ? payload.actor.id : 'none'}`;
	}
	return null;
}

function secondsOf(at: string): number {
	return Math.floor(Date.parse(at) / 1000);
}

function readPayload(text: string | undefined): z.infer<typeof payloadSchema> | null {
	try {
		return payloadSchema.parse(JSON.parse(text ?? ''));
	} catch {
		return null;
	}
}
