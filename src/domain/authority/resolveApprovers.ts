import type { ApprovalStep } from '../case/caseFile';
import type { DirectoryUser } from '../case/person';
import { authoritySchema, type Approver, type Authority, type AuthorityMatrix } from './authority';
import { Directory } from './candidates';
import type { LeftOut } from './errors';
import type { ApprovalNeed } from './findObjection';
import { isAskedFor, linesInPlay } from './linesInPlay';
import { nameOf } from './nameOf';
import { quorumOf } from './quorum';
import { explain, seatAll, type Level } from './seats';

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
	const directory = new Directory(users);
	const named = matrix.rows.filter(({ role }) => role === need.role);
	const { rows, leftOut } = linesInPlay(named, need);
	const levels = levelsOf(rows, need).map((level) => levelOf(level, matrix, need, directory));
	const unseated = [...unknownRole(need, named), ...leftOut];
	const steps = seatAll(levels, need, unseated);

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
		leftOut: explain([...unseated, ...steps.flatMap((step) => step.leftOut)], steps),
		usedFallback: steps.some(({ usedFallback }) => usedFallback),
	};
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

function unknownRole({ role }: ApprovalNeed, named: readonly Authority[]): LeftOut[] {
	if (role === null || named.length > 0) return [];
	return [{ who: role, reason: 'is a role that no line of the matrix names' }];
}

/** The lines of each level that is asked about the case, lowest first; without any, a step of nobody's own. */
function levelsOf(rows: readonly Authority[], need: ApprovalNeed): Authority[][] {
	const asked = rows.filter((row) => isAskedFor(row, need));
	const levels = [...new Set(asked.map(({ level }) => level))].sort((left, right) => left - right);
	const byLevel = levels.map((level) => asked.filter((row) => row.level === level));
	return byLevel.length > 0 ? byLevel : [[]];
}

function levelOf(
	rows: readonly Authority[],
	{ fallback }: AuthorityMatrix,
	need: ApprovalNeed,
	directory: Directory,
): Level {
	const ownFallbacks = rows.flatMap((row) => (row.fallback ? [unlimited(row.fallback)] : []));
	return {
		quorum: quorumOf(rows, need),
		own: directory.candidates(rows, need),
		further: [
			directory.candidates(ownFallbacks, need),
			directory.candidates([unlimited(fallback)], need),
		],
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
