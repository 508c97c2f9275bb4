import fc from 'fast-check';
import { eventPayload, genesisHash, hashEntry } from '../../../src/domain/audit/auditTrail';
import {
	auditEntrySchema,
	verifyChain,
	type AuditEntry,
} from '../../../src/domain/audit/verifyChain';
import type { CaseEventType } from '../../../src/domain/case/vocabulary';

const people = [null, { id: 11, name: 'Zoë Keller' }];

function anEntry(previousHash: string, seq: number, type: CaseEventType): AuditEntry {
	const at = `2026-01-07T12:00:0${seq}.250Z`;
	const actor = people[seq % 2] ?? null;
	const payload = eventPayload({ caseId: 7, seq, type, at, actor, data: { round: seq } });
	return {
		seq,
		type,
		at: `2026-01-07T12:00:0${seq}Z`,
		actorId: actor?.id ?? null,
		payload,
		previousHash,
		hash: hashEntry(previousHash, payload),
	};
}

function aTrail(
	types: CaseEventType[] = ['opened', 'voted', 'approved', 'released'],
): AuditEntry[] {
	return types.reduce<AuditEntry[]>(
		(trail, type, index) => [...trail, anEntry(trail.at(-1)?.hash ?? genesisHash, index + 1, type)],
		[],
	);
}

/** The trail with one entry changed, hashed again or not. */
function altered(seq: number, change: (entry: AuditEntry) => Partial<AuditEntry>): AuditEntry[] {
	return aTrail().map((entry) => (entry.seq === seq ? { ...entry, ...change(entry) } : entry));
}

function rehashed(entry: AuditEntry, payload: string): Partial<AuditEntry> {
	return { payload, hash: hashEntry(entry.previousHash, payload) };
}

describe('eventPayload', () => {
	it('writes an event in one way only', () => {
		expect(
			eventPayload({
				caseId: 7,
				seq: 1,
				type: 'opened',
				at: '2026-01-07T12:00:01.250Z',
				actor: { id: 11, name: 'Zoë Keller' },
				data: { b: 1, a: [true, null] },
			}),
		).toBe(
			'{"actor":{"id":11,"name":"Zoë Keller"},"at":"2026-01-07T12:00:01.250Z","case":7,"data":{"a":[true,null],"b":1},"seq":1,"type":"opened"}',
		);
	});

	it('says of a person no more than who it is', () => {
		const actor = { id: 11, name: 'Zoë', email: 'zoe@example.com' };
		const event = { caseId: 7, seq: 1, type: 'voted' as const, at: 'now', data: {} };
		expect(eventPayload({ ...event, actor })).toBe(
			'{"actor":{"id":11,"name":"Zoë"},"at":"now","case":7,"data":{},"seq":1,"type":"voted"}',
		);
	});
});

describe('hashEntry', () => {
	it('hashes the hash before and the text', () => {
		expect(hashEntry(genesisHash, '{"seq":1,"name":"Zoë"}')).toBe(
			'a614b7abb75fe1046f581b9553f2aab25d26dce8714a2f9c53ea7ccf438488b4',
		);
	});
});

describe('verifyChain', () => {
	it('finds a whole trail intact', () => {
		expect(verifyChain(aTrail())).toEqual({
			intact: true,
			count: 4,
			lastHash: '34f8e439f59c5563a7e2fd55593b3e24819d65976b50b782f1fe891414b9e467',
		});
	});

	it('finds a trail without entries intact', () => {
		expect(verifyChain([])).toEqual({ intact: true, count: 0, lastHash: genesisHash });
	});

	it('takes instants as Odoo writes them', () => {
		const trail = aTrail().map((entry) =>
			auditEntrySchema.parse({ ...entry, at: entry.at.replace('T', ' ').replace('Z', '') }),
		);
		expect(trail.map(({ at }) => at)).toEqual(aTrail().map(({ at }) => at));
		expect(verifyChain(trail)).toMatchObject({ intact: true, count: 4 });
	});

	it.each<{ name: string; trail: AuditEntry[]; brokenAt: number; reason: string }>([
		{
			name: 'a text that was altered',
			trail: altered(3, ({ payload }) => ({ payload: payload.replace('11', '12') })),
			brokenAt: 3,
			reason: 'its text or its hash was altered',
		},
		{
			name: 'a hash that was altered',
			trail: altered(4, () => ({ hash: genesisHash })),
			brokenAt: 4,
			reason: 'its text or its hash was altered',
		},
		{
			name: 'an entry that was altered and hashed again',
			trail: altered(1, (entry) => rehashed(entry, entry.payload.replace('Keller', 'Meier'))),
			brokenAt: 2,
			reason: 'it does not follow the entry before it',
		},
		{
			name: 'an entry that was taken out',
			trail: aTrail().filter(({ seq }) => seq !== 2),
			brokenAt: 2,
			reason: 'entry 2 is missing; the next is 3',
		},
		{
			name: 'the first entry taken out',
			trail: aTrail().slice(1),
			brokenAt: 1,
			reason: 'entry 1 is missing; the next is 2',
		},
		{
			name: 'an entry that is there twice',
			trail: aTrail().flatMap((entry) => (entry.seq === 2 ? [entry, entry] : [entry])),
			brokenAt: 3,
			reason: 'entry 3 is missing; the next is 2',
		},
		{
			name: 'a trail that begins anywhere',
			trail: [anEntry('1'.repeat(64), 1, 'opened')],
			brokenAt: 1,
			reason: 'it does not follow the entry before it',
		},
		{
			name: 'another type in the column',
			trail: altered(3, () => ({ type: 'rejected' })),
			brokenAt: 3,
			reason: 'its text says type approved',
		},
		{
			name: 'another time in the column',
			trail: altered(3, () => ({ at: '2026-01-07T12:00:04Z' })),
			brokenAt: 3,
			reason: 'its text says time 2026-01-07T12:00:03.250Z',
		},
		{
			name: 'another person in the column',
			trail: altered(3, () => ({ actorId: 12 })),
			brokenAt: 3,
			reason: 'its text says actor 11',
		},
		{
			name: 'a person in the column where nobody acted',
			trail: altered(2, () => ({ actorId: 12 })),
			brokenAt: 2,
			reason: 'its text says actor none',
		},
		{
			name: 'nobody in the column where a person acted',
			trail: altered(3, () => ({ actorId: null })),
			brokenAt: 3,
			reason: 'its text says actor 11',
		},
		{
			name: 'another sequence in the text',
			trail: altered(4, (entry) => rehashed(entry, entry.payload.replace('"seq":4', '"seq":3'))),
			brokenAt: 4,
			reason: 'its text says sequence 3',
		},
		{
			name: 'an entry of another case',
			trail: altered(4, (entry) => rehashed(entry, entry.payload.replace('"case":7', '"case":8'))),
			brokenAt: 4,
			reason: 'its text is about case 8',
		},
		{
			name: 'a text that is no event',
			trail: altered(4, (entry) => rehashed(entry, '{"seq":4}')),
			brokenAt: 4,
			reason: 'its text is not an event',
		},
		{
			name: 'a text that is no JSON',
			trail: altered(4, (entry) => rehashed(entry, 'released')),
			brokenAt: 4,
			reason: 'its text is not an event',
		},
	])('finds $name', ({ trail, brokenAt, reason }) => {
		expect(verifyChain(trail)).toEqual({ intact: false, brokenAt, reason });
	});

	it('finds that a whole trail belongs to another case', () => {
		expect(verifyChain(aTrail(), { caseId: 8 })).toEqual({
			intact: false,
			brokenAt: 1,
			reason: 'its text is about case 7',
		});
	});

	it('finds that the end was cut off, when the last hash is known from elsewhere', () => {
		const lastHash = aTrail().at(-1)?.hash ?? '';
		expect(verifyChain(aTrail(), { caseId: 7, lastHash })).toMatchObject({ intact: true });
		expect(verifyChain(aTrail().slice(0, 3), { lastHash })).toEqual({
			intact: false,
			brokenAt: 4,
			reason: 'the case names another last entry: entries are missing at the end',
		});
	});

	it('finds a change to any character of any text, at that entry', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), fc.nat(), (seq, place) => {
				const trail = altered(seq, ({ payload }) => {
					const index = place % payload.length;
					const other = payload[index] === '0' ? '1' : '0';
					return { payload: payload.slice(0, index) + other + payload.slice(index + 1) };
				});
				expect(verifyChain(trail)).toMatchObject({ intact: false, brokenAt: seq });
			}),
		);
	});
});
