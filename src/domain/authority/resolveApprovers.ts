import type { ApprovalStep } from '../case/caseFile';
import type { DirectoryUser } from '../case/person';
import { authoritySchema, type Approver, type Authority, type AuthorityMatrix } from './authority';
import { NoApproverError, type LeftOut } from './errors';
import { findLimitObjection, findObjection, type ApprovalNeed } from './findObjection';

export interface Resolution {
	steps: ApprovalStep[];
	leftOut: LeftOut[];
	/** Whether people from beyond the role had to be asked. */
	usedFallback: boolean;
}

/**
 * Finds who is asked about a case: everyone with the authority of the role who had no hand in the
 * record. Where they are too few, the fallback's people are asked as well.
 *
 * @param directory the users behind the matrix's logins and groups, as Odoo has them now
 * @throws {NoApproverError} fewer people are left than have to approve
 */
export function resolveApprovers(
	need: ApprovalNeed,
	matrix: AuthorityMatrix,
	directory: readonly DirectoryUser[],
): Resolution {
	const rows = rowsOfRole(matrix, need.role);
	const unknownRole =
		need.role !== null && rows.length === 0
			? [{ who: need.role, reason: 'is a role that no line of the matrix names' }]
			: [];
	const ofRole = seatApprovers(need, rows, directory);
	const quorum = quorumOf(rows, need);

	const usedFallback = ofRole.approverIds.length < quorum;
	const fallbackRow = authoritySchema.parse({ role: 'fallback', approver: matrix.fallback, limit: null });
	const seated = usedFallback ? seatApprovers(need, [...rows, fallbackRow], directory) : ofRole;
	const leftOut = [...unknownRole, ...seated.leftOut];
	if (seated.approverIds.length < quorum) {
		throw new NoApproverError(need.role, quorum, seated.approverIds.length, leftOut);
	}
	const role = need.role ?? fallbackRow.role;
	const step = { role, approverIds: seated.approverIds, quorum, delegations: [], eligibleIds: [] };
	return { steps: [step], leftOut, usedFallback };
}

/**
 * How many must approve is said by the lowest limit that covers the amount, or, beyond all of them,
 * by the highest. Who is away or left out does not make fewer suffice.
 */
function quorumOf(rows: readonly Authority[], need: ApprovalNeed): number {
	const covering = rows.filter((row) => findLimitObjection(row, need) === null);
	const decisive =
		covering.length > 0
			? rowsAt(Math.min(...covering.map(limitOf)), covering)
			: rowsAt(Math.max(...rows.map(limitOf)), rows);
	return Math.max(1, ...decisive.map(({ quorum }) => (quorum === 'all' ? 1 : quorum)));
}

function rowsAt(limit: number, rows: readonly Authority[]): Authority[] {
	return rows.filter((row) => limitOf(row) === limit);
}

function limitOf({ limit }: Authority): number {
	return limit ?? Number.POSITIVE_INFINITY;
}

/** The logins and groups that have to be looked up in Odoo before approvers can be resolved. */
export function approversToLookUp(
	matrix: AuthorityMatrix,
	role: string | null,
): { logins: string[]; groups: string[] } {
	const approvers = [...rowsOfRole(matrix, role).map(({ approver }) => approver), matrix.fallback];
	return {
		logins: unique(approvers.flatMap((one) => (one.kind === 'user' ? [one.login] : []))),
		groups: unique(approvers.flatMap((one) => (one.kind === 'group' ? [one.group] : []))),
	};
}

function rowsOfRole(matrix: AuthorityMatrix, role: string | null): Authority[] {
	return matrix.rows.filter((row) => row.role === role);
}

interface Seating {
	approverIds: number[];
	leftOut: LeftOut[];
}

/** Someone whom one row leaves out may still be seated by another. */
function seatApprovers(
	need: ApprovalNeed,
	rows: readonly Authority[],
	directory: readonly DirectoryUser[],
): Seating {
	const candidates = rows.flatMap((row) =>
		usersBehind(row.approver, directory).map((user) => ({
			user,
			objection: findObjection(user, row, need),
		})),
	);
	const seated = candidates.filter(({ objection }) => objection === null);
	const approverIds = unique(seated.map(({ user }) => user.id));
	const objections = candidates.flatMap(({ user, objection }) =>
		objection === null || approverIds.includes(user.id)
			? []
			: [{ who: user.name, reason: objection }],
	);
	return {
		approverIds,
		leftOut: [...findEmptySeats(rows, directory), ...withoutRepetition(objections)],
	};
}

function usersBehind(approver: Approver, directory: readonly DirectoryUser[]): DirectoryUser[] {
	return directory.filter((user) =>
		approver.kind === 'user'
			? user.login === approver.login
			: approver.kind === 'group'
				? user.groups.includes(approver.group)
				: user.fields.includes(approver.field),
	);
}

function findEmptySeats(
	rows: readonly Authority[],
	directory: readonly DirectoryUser[],
): LeftOut[] {
	return rows
		.filter(({ approver }) => usersBehind(approver, directory).length === 0)
		.map(({ approver }) =>
			approver.kind === 'user'
				? { who: approver.login, reason: 'is no active user in Odoo' }
				: {
						who: approver.kind === 'group' ? approver.group : approver.field,
						reason: 'is a group that nobody is in',
					},
		);
}

function withoutRepetition(leftOut: LeftOut[]): LeftOut[] {
	return leftOut.filter(
		({ who, reason }, index) =>
			leftOut.findIndex((one) => one.who === who && one.reason === reason) === index,
	);
}

function unique<Value>(values: Value[]): Value[] {
	return [...new Set(values)];
}
