import { canonicalJson } from '../canonicalJson';
import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { Effect } from './commands';
import type { Watched } from './watched';

/** The subject as it is when a decision is applied. */
export interface SubjectNow {
	/** What the field holds that the effect expects something of; `null` when it expects nothing. */
	state: string | null;
	watched: Watched;
}

export interface ApplicationMoment {
	at: string;
	/** `null` when the record is gone. */
	subject: SubjectNow | null;
}

export interface Applied {
	status: 'applied';
	events: CaseEvent[];
	recordState: string | null;
	message: string | null;
}

export type ApplicationVerdict =
	| { status: 'not_decided' | 'already_handled' }
	/** The business method has to be called; `concludeAttempt` then says what came of it. */
	| { status: 'attempt'; method: string }
	| Applied;

/**
 * Whether the decision of a case is applied to its subject.
 *
 * A subject that is already where an approval would have brought it was brought there by somebody
 * else, so its release is not claimed.
 */
export function decideApplication(
	{ state, outcome, watched }: ApprovalCase,
	{ method, expect }: Effect,
	{ at, subject }: ApplicationMoment,
): ApplicationVerdict {
	if (state === 'pending') return { status: 'not_decided' };
	if (outcome !== 'none' && outcome !== 'not_released') return { status: 'already_handled' };
	if (!subject) return notReleased(at, 'The record does not exist any more.', null);
	if (state === 'approved') {
		if (expect?.values.includes(subject.state ?? ''))
			return notReleased(at, 'Somebody else had already done it in Odoo.', subject.state);
		if (canonicalJson(watched) !== canonicalJson(subject.watched))
			return changed(at, subject.state);
	}
	return method ? { status: 'attempt', method } : kept(at, subject.state);
}

/** What came of calling the business method: its refusal in Odoo's words, or the state read back. */
export interface Attempt {
	at: string;
	refusal: string | null;
	recordState: string | null;
}

/**
 * What happened to the subject. A method that returned without reaching the expected state has
 * released nothing, whatever it answered.
 */
export function concludeAttempt(
	{ state }: ApprovalCase,
	{ method, expect }: Effect,
	{ at, refusal, recordState }: Attempt,
): Applied {
	if (refusal !== null) return notReleased(at, refusal, recordState);
	if (expect && !expect.values.includes(recordState ?? '')) {
		const message = `${method ?? 'The method'} left the record in state "${recordState ?? ''}".`;
		return notReleased(at, message, recordState);
	}
	if (state !== 'approved') return kept(at, recordState);
	const events: CaseEvent[] = [{ type: 'released', at, actor: null, data: { recordState } }];
	return { status: 'applied', events, recordState, message: null };
}

function kept(at: string, recordState: string | null): Applied {
	const events: CaseEvent[] = [{ type: 'kept', at, actor: null, data: { recordState } }];
	return { status: 'applied', events, recordState, message: null };
}

function changed(at: string, recordState: string | null): Applied {
	const reason = 'What matters changed after it was read.';
	const events: CaseEvent[] = [{ type: 'superseded', at, actor: null, data: { reason } }];
	return { status: 'applied', events, recordState, message: reason };
}

function notReleased(at: string, message: string, recordState: string | null): Applied {
	const data = { message, recordState };
	const events: CaseEvent[] = [{ type: 'not_released', at, actor: null, data }];
	return { status: 'applied', events, recordState, message };
}
