import type { DirectoryUser } from '../case/person';
import type { Approver, Authority } from './authority';
import type { LeftOut } from './errors';
import { findInvolvement, findObjection, type ApprovalNeed } from './findObjection';
import { nameOf } from './nameOf';

/** Someone who may decide on a line of the matrix. */
export interface Candidate {
	userId: number;
	name: string;
	/** Id of the one in whose place they decide; `null` when it is their own. */
	forId: number | null;
	/** Until when they are on leave. */
	awayUntil: string | null;
}

export interface Candidates {
	found: Candidate[];
	leftOut: LeftOut[];
}

/** The users of an Odoo, with quick ways to those behind a line of the matrix. */
export class Directory {
	private readonly byId: ReadonlyMap<number, DirectoryUser>;

	constructor(private readonly users: readonly DirectoryUser[]) {
		this.byId = new Map(users.map((user) => [user.id, user]));
	}

	/** Everyone whom the lines seat, and why they do not seat the others. */
	candidates(rows: readonly Authority[], need: ApprovalNeed): Candidates {
		const found: Candidate[] = [];
		const leftOut: LeftOut[] = [];
		for (const row of rows) {
			const users = this.behind(row.approver);
			if (users.length === 0) leftOut.push(emptySeat(row.approver));
			for (const user of users) {
				const candidate = this.seat(user, row, need);
				if ('reason' in candidate) leftOut.push(candidate);
				else found.push(candidate);
			}
		}
		return { found, leftOut };
	}

	private behind(approver: Approver): DirectoryUser[] {
		return this.users.filter((user) => {
			switch (approver.kind) {
				case 'user':
					return user.login === approver.login;
				case 'group':
					return user.groups.includes(approver.group);
				case 'field':
					return user.fields.includes(approver.field);
			}
		});
	}

	/**
	 * The user, or whoever stands in for them. Someone with a part in the matter cannot have it decided
	 * by handing their authority on.
	 */
	private seat(user: DirectoryUser, row: Authority, need: ApprovalNeed): Candidate | LeftOut {
		const objection = findObjection(user, row, need);
		if (objection !== null) return { who: user.name, reason: objection };
		if (user.delegateId === null) return candidate(user, null);

		const delegate = this.endOfDelegation(user);
		if (typeof delegate === 'string') return { who: user.name, reason: delegate };
		const involvement = findInvolvement(delegate.id, need);
		if (involvement === null) return candidate(delegate, user.id);
		const reason = `stands in for ${user.name}, and ${involvement}`;
		return { who: delegate.name, reason };
	}

	/** Whoever the authority was handed on to in the end, or why it is nobody. */
	private endOfDelegation(user: DirectoryUser): DirectoryUser | string {
		const seen = new Set<number>();
		let present = user;
		while (present.delegateId !== null) {
			seen.add(present.id);
			const next = this.byId.get(present.delegateId);
			if (!next) return 'has handed their authority to somebody who is no active user in Odoo';
			if (seen.has(next.id)) return 'has handed their authority on in a circle';
			present = next;
		}
		return present;
	}
}

function candidate({ id, name, awayUntil }: DirectoryUser, forId: number | null): Candidate {
	return { userId: id, name, forId, awayUntil };
}

function emptySeat(approver: Approver): LeftOut {
	const reasons = {
		user: 'is no active user in Odoo',
		group: 'is a group that nobody is in',
		field: 'leads to nobody on this record',
	};
	return { who: nameOf(approver), reason: reasons[approver.kind] };
}
