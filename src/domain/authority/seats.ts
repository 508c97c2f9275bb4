import type { ApprovalStep } from '../case/caseFile';
import type { Candidate, Candidates } from './candidates';
import { NoApproverError, type LeftOut } from './errors';
import type { ApprovalNeed } from './findObjection';
import { shareOut } from './shareOut';

/** One level of a role: whom its own lines give, and who is asked when those are too few. */
export interface Level {
	quorum: number | 'all';
	own: Candidates;
	/** In the order in which they are asked. */
	further: Candidates[];
}

export interface SeatedStep extends Pick<ApprovalStep, 'approverIds' | 'quorum' | 'delegations'> {
	/** Names of those who are asked. */
	names: string[];
	leftOut: LeftOut[];
	usedFallback: boolean;
}

/**
 * Seats people in every step, nobody in two.
 *
 * @param unseated whom the matrix names and no step could have, for the error
 * @throws {NoApproverError} a step is left with too few
 */
export function seatAll(
	levels: readonly Level[],
	need: ApprovalNeed,
	unseated: readonly LeftOut[],
): SeatedStep[] {
	const shares = shareOut(
		levels.map(({ own, quorum }) => ({
			userIds: idsOf(present(own)),
			needed: quorum === 'all' ? 1 : quorum,
		})),
	);
	const taken = new Set(shares.flat());
	return levels.map((level, index) => {
		const step = seatStep(level, new Set(shares[index]), taken);
		for (const id of step.approverIds) taken.add(id);
		const { approverIds, quorum, leftOut } = step;
		if (approverIds.length < quorum) {
			const why = explain([...unseated, ...leftOut], [step]);
			throw new NoApproverError(need.role, quorum, approverIds.length, why);
		}
		return step;
	});
}

/**
 * @param share ids of those of the level's own people who are asked here
 * @param taken ids of everyone who is asked in some step
 */
function seatStep(
	{ quorum, own, further }: Level,
	share: ReadonlySet<number>,
	taken: ReadonlySet<number>,
): SeatedStep {
	const seated = present(own).filter(({ userId }) => share.has(userId));
	const ownIds = new Set(idsOf(seated));
	const needed = quorum === 'all' ? Math.max(1, ownIds.size) : quorum;

	// Better somebody on leave than nobody.
	const everyone = [own, ...further];
	const reserves = [...further.map(present), ...everyone.map(away)];
	for (const reserve of reserves) {
		if (new Set(idsOf(seated)).size >= needed) break;
		seated.push(...reserve.filter(({ userId }) => !taken.has(userId)));
	}
	const approverIds = [...new Set(idsOf(seated))];
	const roleIds = new Set(idsOf(own.found));
	const looked = ownIds.size < needed ? everyone : [own];
	return {
		approverIds,
		quorum: needed,
		delegations: delegationsIn(seated),
		names: seated.map(({ name }) => name),
		leftOut: [
			...looked.flatMap(({ leftOut }) => leftOut),
			...looked.flatMap(({ found }) => found.flatMap((one) => whyNot(one, approverIds))),
		],
		usedFallback: approverIds.some((id) => !roleIds.has(id)),
	};
}

/** Why others are not asked: each reason once, and nothing of those who are asked after all. */
export function explain(leftOut: readonly LeftOut[], steps: readonly SeatedStep[]): LeftOut[] {
	const asked = new Set(steps.flatMap(({ names }) => names));
	const byText = new Map(leftOut.map((one) => [`${one.who} ${one.reason}`, one]));
	return [...byText.values()].filter(({ who }) => !asked.has(who));
}

function whyNot({ userId, name, awayUntil }: Candidate, approverIds: readonly number[]): LeftOut[] {
	if (approverIds.includes(userId)) return [];
	const reason =
		awayUntil === null ? 'is asked in another step' : `is on leave until ${awayUntil.slice(0, 10)}`;
	return [{ who: name, reason }];
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

function idsOf(candidates: readonly Candidate[]): number[] {
	return candidates.map(({ userId }) => userId);
}
