import type { ApprovalStep } from '../case/caseFile';
import type { Candidate, Candidates } from './candidates';
import type { Unseated } from './leftOut';
import type { Quorum } from './quorum';
import { shareOut, type Places, type Share } from './shareOut';

/** One level of a role: whom its own lines give, and who is asked when those are too few. */
export interface Level {
	quorum: Quorum;
	own: Candidates;
	/** In the order in which they are asked. */
	further: readonly Candidates[];
}

export interface SeatedStep extends Pick<ApprovalStep, 'approverIds' | 'quorum' | 'delegations'> {
	leftOut: Unseated[];
	usedFallback: boolean;
}

interface OpenStep extends Places {
	level: Level;
	circles: Candidate[][];
}

/** Seats people in every step, nobody in two; a step may be left with fewer than its quorum. */
export function seatAll(levels: readonly Level[]): SeatedStep[] {
	const shares = shareOut(levels.map(openStep));
	const asked = new Set(shares.flatMap(({ userIds }) => [...userIds]));
	return shares.map((share) => seatStep(share, asked));
}

/** Better somebody of the fallback than somebody on leave, and better somebody on leave than nobody. */
function openStep(level: Level): OpenStep {
	const everyone = [level.own, ...level.further];
	const circles = [...everyone.map(present), ...everyone.map(away)];
	return { level, circles, needed: level.quorum.atLeast };
}

/** @param asked ids of everyone who is asked in some step */
function seatStep(
	{ step, userIds, opened }: Share<OpenStep>,
	asked: ReadonlySet<number>,
): SeatedStep {
	const { quorum, own, further } = step.level;
	const seated = seatedFrom(step.circles.slice(0, opened), userIds);
	const approverIds = [...new Set(seated.map(({ userId }) => userId))];
	const roleIds = new Set(own.found.map(({ userId }) => userId));
	const looked = [own, ...further].slice(0, opened);
	return {
		approverIds,
		quorum: Math.max(quorum.atLeast, quorum.all ? approverIds.length : 1),
		delegations: delegationsIn(seated),
		leftOut: looked.flatMap(({ leftOut, found }) => [
			...leftOut,
			...found
				.filter(({ userId }) => !userIds.has(userId))
				.flatMap((one) => whyNot(one, asked.has(one.userId))),
		]),
		usedFallback: approverIds.some((id) => !roleIds.has(id)),
	};
}

/** Whoever is seated out of one circle does not act on what a further one would give them too. */
function seatedFrom(circles: readonly Candidate[][], userIds: ReadonlySet<number>): Candidate[] {
	const seated = new Map<number, Candidate[]>();
	for (const circle of circles) {
		const fresh = circle.filter(({ userId }) => userIds.has(userId) && !seated.has(userId));
		for (const one of fresh) seated.set(one.userId, [...(seated.get(one.userId) ?? []), one]);
	}
	return [...seated.values()].flat();
}

function whyNot({ userId, name, awayUntil }: Candidate, isAskedElsewhere: boolean): Unseated[] {
	if (isAskedElsewhere) return [{ who: name, reason: 'is asked in another step', userIds: [] }];
	if (awayUntil === null) return [];
	return [{ who: name, reason: `is on leave until ${awayUntil.slice(0, 10)}`, userIds: [userId] }];
}

function delegationsIn(seated: readonly Candidate[]): ApprovalStep['delegations'] {
	const byPair = new Map(
		seated.flatMap(({ userId: delegateId, forId }) =>
			forId === null ? [] : [[`${delegateId} ${forId}`, { delegateId, forId }] as const],
		),
	);
	return [...byPair.values()];
}

function present({ found }: Candidates): Candidate[] {
	return found.filter(({ awayUntil }) => awayUntil === null);
}

function away({ found }: Candidates): Candidate[] {
	return found.filter(({ awayUntil }) => awayUntil !== null);
}
