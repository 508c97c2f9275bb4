import fc from 'fast-check';
import { auditCase, type AuditedCase } from '../../../src/domain/audit/auditCase';
import { eventPayload, genesisHash, hashEntry } from '../../../src/domain/audit/auditTrail';
import type { AuditEntry } from '../../../src/domain/audit/verifyChain';
import { ada, event, opened } from '../case/cases';

const noGrounds = { reasonCode: null, reason: null };
const happened = [
	opened(),
	event(
		'voted',
		{ step: 0, round: 1, decision: 'approved', channel: 'page', forIds: [], ...noGrounds },
		ada,
	),
	event('approved', noGrounds, ada),
	event('released', { recordState: 'sale', message: null }),
];

function entriesOf(caseId: number): AuditEntry[] {
	const entries: AuditEntry[] = [];
	for (const [index, { type, at, actor, data }] of happened.entries()) {
		const previousHash = entries.at(-1)?.hash ?? genesisHash;
		const payload = eventPayload({ caseId, seq: index + 1, type, at, actor, data });
		const hash = hashEntry(previousHash, payload);
		const actorId = actor?.id ?? null;
		entries.push({ seq: index + 1, type, at, actorId, payload, previousHash, hash });
	}
	return entries;
}

const entries = entriesOf(7);
const hashes = new Set(entries.map(({ hash }) => hash));
const lastHash = entries.at(-1)?.hash ?? '';
const whole: AuditedCase = {
	caseId: 7,
	caseName: 'S00042 · Sales order release',
	state: 'approved',
	outcome: 'released',
	lastHash,
	entries,
	seals: [lastHash],
};

describe('the audit of a case', () => {
	it('finds one intact that everything agrees on', () => {
		expect(auditCase(whole, hashes)).toEqual({
			caseId: 7,
			caseName: whole.caseName,
			intact: true,
			count: 4,
			lastHash,
			seal: 'found',
			brokenAt: null,
			reason: null,
		});
	});

	it.each<{ name: string; changes: Partial<AuditedCase>; seal: string; intact: boolean }>([
		{
			name: 'nothing was sealed yet',
			changes: { seals: [], outcome: 'none' },
			seal: 'none',
			intact: false,
		},
		{ name: 'the chatter was cleared', changes: { seals: [] }, seal: 'missing', intact: true },
		{
			name: 'another hash was sealed',
			changes: { seals: ['0'.repeat(64)] },
			seal: 'differs',
			intact: false,
		},
		{
			name: 'a sealed hash and another',
			changes: { seals: [lastHash, 'f'.repeat(64)] },
			seal: 'differs',
			intact: false,
		},
	])('says what the chatter says: $name', ({ changes, seal, intact }) => {
		expect(auditCase({ ...whole, ...changes }, hashes)).toMatchObject({ seal, intact });
	});

	it('takes the seal of another case about the record for what it is', () => {
		const others = new Set([...hashes, 'a'.repeat(64)]);
		const seals = ['a'.repeat(64), lastHash];
		expect(auditCase({ ...whole, seals }, others)).toMatchObject({ intact: true, seal: 'found' });
	});

	it('sees any single change to any entry', () => {
		const changed = fc.record({
			index: fc.nat(entries.length - 1),
			field: fc.constantFrom('type', 'payload', 'previousHash', 'hash'),
			at: fc.nat(400),
			to: fc.constantFrom(...'0123456789abcdefxyz{}"'),
		});
		fc.assert(
			fc.property(changed, ({ index, field, at, to }) => {
				const key = field as 'payload';
				const text = entries[index]?.[key] ?? '';
				const place = at % text.length;
				fc.pre(text[place] !== to);
				const altered = text.slice(0, place) + to + text.slice(place + 1);
				const tampered = entries.map((entry, position) =>
					position === index ? { ...entry, [key]: altered } : entry,
				);
				expect(auditCase({ ...whole, entries: tampered }, hashes)).toMatchObject({ intact: false });
			}),
			{ numRuns: 3_000 },
		);
	});

	it.each([
		{ name: 'left out', tampered: entries.filter((_entry, index) => index !== 1) },
		{ name: 'cut off', tampered: entries.slice(0, -1) },
		{ name: 'moved', tampered: [...entries.slice(0, 1), ...entries.slice(1).reverse()] },
		{ name: 'of another case', tampered: entriesOf(8) },
		{ name: 'gone altogether', tampered: [] },
	])('sees entries that are $name', ({ tampered }) => {
		expect(auditCase({ ...whole, entries: tampered }, hashes)).toMatchObject({ intact: false });
	});
});
