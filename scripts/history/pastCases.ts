import type { CaseEventType, CaseState, RecordOutcome } from '../../src/domain/case/vocabulary';
import type { PolicyOutcome } from '../../src/domain/policy/policyResult';
import { Dice } from './dice';

/** Whom and what a made-up history is about; ids in the database that it is written into. */
export interface Cast {
	approvers: readonly number[];
	companies: readonly number[];
	partners: readonly number[];
}

/** A case that never was, as far as figures tell of it. Times are seconds since 1970, in UTC. */
export interface PastCase {
	area: string;
	company: number | null;
	partner: number;
	requester: number | null;
	amount: number;
	policyVersion: string;
	policyOutcome: PolicyOutcome;
	rule: string | null;
	sampled: boolean;
	nearMiss: boolean;
	adviceSource: 'model' | 'rules' | null;
	adviceAction: 'approve' | 'reject' | 'investigate' | null;
	adviceUncertain: boolean;
	/** What policies would have compared. */
	facts: Record<string, number>;
	/** The event in Odoo that asked; with how often it was sent. */
	askedAt: number;
	attempts: number;
	/** What n8n failed on, the last time. */
	error: string | null;
	acknowledgedAt: number | null;
	isDead: boolean;
	openedAt: number;
	promisedAt: number | null;
	/** Who is asked now; nobody about a case that is closed. */
	asked: number[];
	state: CaseState;
	/** `null` when policy decided, or nobody has yet. */
	decidedBy: number | null;
	decidedAt: number | null;
	promise: 'kept' | 'warned' | 'broken' | null;
	escalationLevel: number;
	isExhausted: boolean;
	endedAt: number | null;
	became: RecordOutcome;
	/** What its trail has beside the opening. */
	trail: Array<{ type: CaseEventType; at: number; by: number | null }>;
}

export const pastAreas = [
	'sales_order_release',
	'credit_release',
	'procurement',
	'receipt_discrepancy',
	'supplier_acknowledgement',
] as const;

const DAY = 86_400;
const rules = ['high-discount', 'low-margin', 'large-amount', null] as const;

export interface Past {
	count: number;
	/** When the last case was opened, and how many days before that the first. */
	until: number;
	days: number;
	cast: Cast;
	seed?: number;
	/** Of the newest about which people are asked, so large a share waits, however long they have. */
	stuck?: number;
}

/** Makes up a history: the same one for the same seed. The oldest case comes first. */
export function pastCases({ count, until, days, cast, seed = 1, stuck = 0 }: Past): PastCase[] {
	const dice = new Dice(seed);
	const step = (days * DAY) / count;
	return Array.from({ length: count }, (_, index) => {
		const openedAt = Math.floor(until - (count - 1 - index) * step);
		const made = pastCase(dice, cast, openedAt, index >= count * (1 - stuck));
		return made.decidedAt !== null && made.decidedAt > until ? undecided(dice, cast, made) : made;
	});
}

function pastCase(dice: Dice, cast: Cast, openedAt: number, isNew: boolean): PastCase {
	const opened = openedCase(dice, cast, openedAt);
	if (opened.policyOutcome === 'auto_approve' || opened.policyOutcome === 'reject')
		return decidedByPolicy(dice, opened);
	if (isNew) return waiting(dice, cast, opened);
	return decidedByPeople(dice, cast, opened);
}

function openedCase(dice: Dice, cast: Cast, openedAt: number): PastCase {
	return {
		area: dice.pick(pastAreas),
		company: dice.isHit(0.05) ? null : dice.pick(cast.companies),
		partner: dice.pick(cast.partners),
		requester: cast.approvers[0] ?? null,
		amount: 100 * dice.around(50),
		...judgement(dice),
		...advice(dice),
		...arrival(dice, openedAt),
		facts: { linesShort: dice.isHit(0.1) ? 1 : 0, linesLate: dice.isHit(0.1) ? 2 : 0 },
		openedAt,
		promisedAt: dice.isHit(0.7) ? openedAt + 8 * 3_600 : null,
		asked: [],
		state: 'pending',
		decidedBy: null,
		decidedAt: null,
		promise: null,
		escalationLevel: 0,
		isExhausted: false,
		endedAt: null,
		became: 'none',
		trail: [],
	};
}

function judgement(dice: Dice) {
	const sampled = dice.isHit(0.03);
	const policyOutcome = sampled ? 'require_approval' : outcomeOf(dice);
	const isAsked = !sampled && policyOutcome !== 'auto_approve';
	return {
		policyVersion: dice.pick(['1', '1', '2']),
		policyOutcome,
		rule: isAsked ? dice.pick(rules) : null,
		sampled,
		nearMiss: dice.isHit(0.1),
	};
}

function advice(dice: Dice) {
	const adviceSource = dice.isHit(0.4) ? dice.pick(['model', 'model', 'rules'] as const) : null;
	if (adviceSource !== 'model') return { adviceSource, adviceAction: null, adviceUncertain: false };
	const adviceAction = dice.pick(['approve', 'approve', 'reject', 'investigate'] as const);
	return { adviceSource, adviceAction, adviceUncertain: dice.isHit(0.2) };
}

function arrival(dice: Dice, openedAt: number) {
	return {
		askedAt: openedAt - dice.around(20),
		attempts: dice.isHit(0.06) ? 2 : 1,
		error: dice.isHit(0.02) ? 'The policy could not be read' : null,
		acknowledgedAt: openedAt + 1,
		isDead: false,
	};
}

function outcomeOf(dice: Dice): PolicyOutcome {
	if (dice.isHit(0.6)) return 'auto_approve';
	if (dice.isHit(0.05)) return 'reject';
	return dice.isHit(0.15) ? 'escalate' : 'require_approval';
}

function decidedByPolicy(dice: Dice, opened: PastCase): PastCase {
	const approved = opened.policyOutcome === 'auto_approve';
	return {
		...opened,
		state: approved ? 'approved' : 'rejected',
		decidedAt: opened.openedAt,
		endedAt: opened.openedAt + 1,
		became: approved && !dice.isHit(0.01) ? 'released' : 'kept',
	};
}

function waiting(dice: Dice, cast: Cast, opened: PastCase): PastCase {
	const isExhausted = dice.isHit(0.1);
	return {
		...opened,
		asked: isExhausted ? [] : [...new Set([dice.pick(cast.approvers), dice.pick(cast.approvers)])],
		isExhausted,
		escalationLevel: isExhausted ? 3 : 0,
		acknowledgedAt: dice.isHit(0.1) ? null : opened.acknowledgedAt,
		isDead: dice.isHit(0.05),
	};
}

/** A case whose decision is yet to come. */
function undecided(dice: Dice, cast: Cast, decided: PastCase): PastCase {
	return waiting(dice, cast, {
		...decided,
		promise: null,
		endedAt: null,
		decidedAt: null,
		became: 'none',
		trail: [],
		state: 'pending',
		decidedBy: null,
		escalationLevel: 0,
	});
}

function decidedByPeople(dice: Dice, cast: Cast, opened: PastCase): PastCase {
	const by = dice.pick(cast.approvers);
	const decidedAt = opened.openedAt + dice.around(3 * 3_600);
	const isLate = opened.promisedAt !== null && decidedAt > opened.promisedAt;
	const decided = dice.pick(['approved', 'approved', 'approved', 'rejected', 'sent_back'] as const);
	const isVoid = dice.isHit(0.04);
	const isEscalated = dice.isHit(isLate ? 0.5 : 0.05);
	return {
		...opened,
		state: isVoid ? 'superseded' : decided,
		decidedBy: by,
		decidedAt,
		promise: promiseOf(dice, opened.promisedAt, isLate),
		escalationLevel: isEscalated ? 1 : 0,
		endedAt: isVoid ? null : decidedAt + dice.around(5),
		became: isVoid ? 'changed' : becameOf(dice, decided),
		trail: trailOf(dice, { by, decidedAt, isVoid, isEscalated }),
	};
}

function promiseOf(dice: Dice, promisedAt: number | null, isLate: boolean): PastCase['promise'] {
	if (promisedAt === null) return null;
	if (isLate) return 'broken';
	return dice.isHit(0.2) ? 'warned' : 'kept';
}

function becameOf(dice: Dice, decided: CaseState): RecordOutcome {
	if (decided !== 'approved') return 'kept';
	return dice.isHit(0.03) ? 'not_released' : 'released';
}

interface Decided {
	by: number;
	decidedAt: number;
	isVoid: boolean;
	isEscalated: boolean;
}

function trailOf(dice: Dice, { by, decidedAt, isVoid, isEscalated }: Decided): PastCase['trail'] {
	const often = (share: number, type: CaseEventType, who: number | null): PastCase['trail'] =>
		dice.isHit(share) ? [{ type, at: decidedAt, by: who }] : [];
	return [
		...often(isEscalated ? 1 : 0, 'escalated', null),
		...often(0.02, 'release_refused', by),
		...often(0.01, 'vote_refused', by),
		...often(0.02, 'taken_over', by),
		...often(0.03, 'forwarded', by),
		...often(isVoid ? 1 : 0, 'superseded', null),
	];
}
