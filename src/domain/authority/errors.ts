import { DomainError } from '../errors';

/** Someone who is not asked, and why. */
export interface LeftOut {
	/** Name of a person, or the login, group or role behind which nobody was found. */
	who: string;
	reason: string;
}

/** Too few people are left who may decide a case, even with the fallback. */
export class NoApproverError extends DomainError {
	readonly code = 'NO_APPROVER';

	constructor(
		readonly role: string | null,
		readonly needed: number,
		readonly found: number,
		readonly leftOut: readonly LeftOut[],
	) {
		const wanted = role === null ? 'the fallback approvers' : `the role "${role}" or the fallback`;
		const why = leftOut.map(({ who, reason }) => `${who} ${reason}`).join('; ');
		super(
			`${wanted} must give ${needed} approver${needed === 1 ? '' : 's'}, but ${found} ${found === 1 ? 'is' : 'are'} left${why ? `: ${why}` : ''}`,
		);
	}
}
