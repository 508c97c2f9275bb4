import type { DirectoryUser } from '../case/person';
import type { Approver, Authority } from './authority';
import { findInvolvement, findObjection, type ApprovalNeed } from './findObjection';
import type { Unseated } from './leftOut';
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
	leftOut: Unseated[];
}

/** The users of an Odoo, with quick ways to those behind a line of the matrix. */
export class Directory {
	private readonly users: readonly DirectoryUser[];
	private readonly byId: ReadonlyMap<number, DirectoryUser>;

	constructor(users: readonly DirectoryUser[]) {
		// Who is asked must not hang on the order in which people were found.
		this.users = users.toSorted((left, right) => left.id - right.id);
		this.byId = new Map(users.map((user) => [user.id, user]));
	}

	/** Everyone whom the lines seat, and why they do not seat the others. */
	candidates(rows: readonly Authority[], need: ApprovalNeed): Candidates {
		const found: Candidate[] = [];
		const leftOut: Unseated[] = [];
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

	/** Why a line seats nobody, whoever they are. */
	unseated(approver: Approver, reason: string): Unseated {
		const users = this.behind(approver);
		const [only] = users;
		const isOnePerson = approver.kind !== 'group' && only !== undefined && users.length === 1;
		return {
			who: isOnePerson ? only.name : nameOf(approver),
			reason,
			userIds: users.map(({ id }) => id),
		};
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
	 * by handing authority on: neither their own, nor what others have handed to them.
	 */
	private seat(user: DirectoryUser, row: Authority, need: ApprovalNeed): Candidate | Unseated {
		const objection = findObjection(user, row, need);
		if (objection !== null) return unseated(user, objection);

		const chain = this.delegationOf(user);
		if (typeof chain === 'string') return unseated(user, chain);
		for (const delegate of chain) {
			const involvement = findInvolvement(delegate.id, need);
			if (involvement !== null)
				return unseated(delegate, `stands in for ${user.name}, and ${involvement}`);
		}
		const delegate = chain.at(-1);
		return delegate ? candidate(delegate, user.id) : candidate(user, null);
	}

	/** All to whom the authority was handed on, one after the other, or why it leads to nobody. */
	private delegationOf(user: DirectoryUser): DirectoryUser[] | string {
		const chain = [user];
		let present = user;
		while (present.delegateId !== null) {
			const next = this.byId.get(present.delegateId);
			if (!next) return 'has handed their authority to somebody who is no active user in Odoo';
			if (chain.includes(next)) return 'has handed their authority on in a circle';
			chain.push(next);
			present = next;
		}
		return chain.slice(1);
	}
}

function candidate({ id, name, awayUntil }: DirectoryUser, forId: number | null): Candidate {
	return { userId: id, name, forId, awayUntil };
}

function unseated({ id, name }: DirectoryUser, reason: string): Unseated {
	return { who: name, reason, userIds: [id] };
}

function emptySeat(approver: Approver): Unseated {
	const reasons = {
		user: 'is no active user in Odoo',
		group: 'is a group that nobody is in',
		field: 'leads to nobody on this record',
	};
	return { who: nameOf(approver), reason: reasons[approver.kind], userIds: [] };
}
