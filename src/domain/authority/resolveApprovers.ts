import type { ApprovalStep } from '../case/caseFile';
import type { DirectoryUser } from '../case/person';
import { authoritySchema, type Approver, type Authority, type AuthorityMatrix } from './authority';
import { Directory, type Candidates } from './candidates';
import { NoApproverError, type LeftOut } from './errors';
import type { ApprovalNeed } from './findObjection';
import { explain, type Unseated } from './leftOut';
import { linesAsked, linesInPlay } from './linesInPlay';
import { nameOf } from './nameOf';
import { quorumOf } from './quorum';
import { seatAll, type Level, type SeatedStep } from './seats';

export interface Resolution {
	/** Asked one after the other. */
	steps: ApprovalStep[];
	leftOut: LeftOut[];
	/** Whether people from beyond the role had to be asked. */
	usedFallback: boolean;
}

const fallbackRole = 'fallback';

/**
 * Finds who is asked about a case, step by step: everyone with the authority of the role who had no
 * hand in the record, or whoever stands in for them. Where they are too few, the fallback's people
 * are asked as well, and after them those who are on leave; nobody is asked in two steps.
 *
 * @param users behind the matrix's logins, groups and fields, and those who stand in for them
 * @throws {NoApproverError} fewer people are left than have to approve
 */
export function resolveApprovers(
	need: ApprovalNeed,
	matrix: AuthorityMatrix,
	users: readonly DirectoryUser[],
): Resolution {
	return resolve(need, matrix, new Directory(users), (levels) => levels);
}

/**
 * Finds who is asked where there is room for one step only: those of the highest level that is asked
 * about the case, since nothing below it makes up for it.
 *
 * @throws {NoApproverError}
 */
export function resolveHighestLevel(
	need: ApprovalNeed,
	matrix: AuthorityMatrix,
	users: readonly DirectoryUser[],
): Resolution {
	return resolve(need, matrix, new Directory(users), (levels) => levels.slice(-1));
}

/**
 * Finds who is asked instead of those whom the role has for the case: its next higher level, which
 * is not asked about such a case otherwise. No steps where there is none.
 *
 * @throws {NoApproverError}
 */
export function resolveNextLevel(
	need: ApprovalNeed,
	matrix: AuthorityMatrix,
	users: readonly DirectoryUser[],
): Resolution {
	return resolve(need, matrix, new Directory(users), (asked, rows) => {
		const highest = Math.max(0, ...asked.flat().map(({ level }) => level));
		const higher = rows.filter(({ level }) => level > highest);
		return higher.length > 0 ? levelsOf(higher).slice(0, 1) : [];
	});
}

/** The logins, groups and fields that have to be looked up in Odoo before approvers can be resolved. */
export function approversToLookUp({ rows, fallback }: AuthorityMatrix): {
	logins: string[];
	groups: string[];
	fields: string[];
} {
	const approvers = [
		...rows.flatMap((row) => (row.fallback ? [row.approver, row.fallback] : [row.approver])),
		fallback,
	];
	const namesOf = (kind: Approver['kind']) => [
		...new Set(approvers.filter((one) => one.kind === kind).map(nameOf)),
	];
	return { logins: namesOf('user'), groups: namesOf('group'), fields: namesOf('field') };
}

function resolve(
	need: ApprovalNeed,
	matrix: AuthorityMatrix,
	directory: Directory,
	/** @param asked levels that are asked about the case; `rows` are the role's lines for any case like it */
	choose: (asked: Authority[][], rows: readonly Authority[]) => Authority[][],
): Resolution {
	const named = matrix.rows.filter(({ role }) => role === need.role);
	const inPlay = linesInPlay(named, need);
	const asked = linesAsked(inPlay.rows, need);
	const last = directory.candidates([unlimited(matrix.fallback)], need);
	const chosen = choose(levelsOf(asked.rows), inPlay.rows);
	const levels = chosen.map((rows) => levelOf(rows, last, need, directory));
	const steps = seatAll(levels);

	const others = [...inPlay.others, ...asked.others];
	const unseated = [
		...unknownRole(need, named),
		...others.map(({ row, reason }) => directory.unseated(row.approver, reason)),
	];
	assertEnough(need, steps, unseated);
	const seated = new Set(steps.flatMap(({ approverIds }) => approverIds));
	const eligible = eligibleIds(matrix, need, directory).filter((id) => !seated.has(id));
	return {
		steps: steps.map(({ approverIds, quorum, delegations }) => ({
			role: need.role ?? fallbackRole,
			approverIds,
			quorum,
			delegations,
			eligibleIds: eligible,
		})),
		leftOut: explain([...unseated, ...steps.flatMap(({ leftOut }) => leftOut)], seated),
		usedFallback: steps.some(({ usedFallback }) => usedFallback),
	};
}

function assertEnough(
	{ role }: ApprovalNeed,
	steps: readonly SeatedStep[],
	unseated: readonly Unseated[],
): void {
	for (const { approverIds, quorum, leftOut } of steps) {
		if (approverIds.length >= quorum) continue;
		const why = explain([...unseated, ...leftOut], new Set(approverIds));
		throw new NoApproverError(role, quorum, approverIds.length, why);
	}
}

function unknownRole({ role }: ApprovalNeed, named: readonly Authority[]): Unseated[] {
	if (role === null || named.length > 0) return [];
	return [{ who: role, reason: 'is a role that no line of the matrix names', userIds: [] }];
}

/** The lines of each level, lowest first; without any, one that nobody has of their own. */
function levelsOf(rows: readonly Authority[]): Authority[][] {
	const levels = [...new Set(rows.map(({ level }) => level))].sort((left, right) => left - right);
	const byLevel = levels.map((level) => rows.filter((row) => row.level === level));
	return byLevel.length > 0 ? byLevel : [[]];
}

function levelOf(
	rows: readonly Authority[],
	last: Candidates,
	need: ApprovalNeed,
	directory: Directory,
): Level {
	const ownFallbacks = rows.flatMap((row) => (row.fallback ? [unlimited(row.fallback)] : []));
	return {
		quorum: quorumOf(rows, need),
		own: directory.candidates(rows, need),
		further: [directory.candidates(ownFallbacks, need), last],
	};
}

function unlimited(approver: Approver): Authority {
	return authoritySchema.parse({ role: fallbackRole, approver, limit: null });
}

/** Everyone who could decide the case on an authority of their own, whatever their role. */
function eligibleIds(matrix: AuthorityMatrix, need: ApprovalNeed, directory: Directory): number[] {
	const { rows } = linesInPlay(matrix.rows, need);
	const fallbacks = [...rows.flatMap(({ fallback }) => fallback ?? []), matrix.fallback];
	const { found } = directory.candidates([...rows, ...fallbacks.map(unlimited)], need);
	const own = found.filter(({ forId, awayUntil }) => forId === null && awayUntil === null);
	return [...new Set(own.map(({ userId }) => userId))].sort((left, right) => left - right);
}
