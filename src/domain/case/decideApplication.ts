import { canonicalJson } from '../canonicalJson';
import type { ApprovalCase } from './ApprovalCase';
import type { CaseEvent } from './caseEvents';
import type { Effect } from './commands';
import { supersession } from './decideSupersession';
import type { RecordOutcome } from './vocabulary';
import type { Watched } from './watched';

/** The subject as it is when a decision is applied. */
export interface SubjectNow {
	/** What the field holds that the effect expects something of; `null` when it expects nothing. */
	state: string | null;
	watched: Watched;
}

export interface Applied {
	status: 'applied';
	events: CaseEvent[];
	recordState: string | null;
	message: string | null;
}

export type ApplicationVerdict =
	| { status: 'not_decided' }
	| { status: 'already_handled' }
	| { status: 'record_missing' }
	/** The business method has to be called; `concludeAttempt` then says what came of it. */
	| { status: 'attempt'; method: string }
	| Applied;

/** What other areas say of the same record, where an approval of theirs would do the same to it. */
export interface OtherAreas {
	/** Labels of those whose approval it needs as well and does not have. */
	lacking: string[];
	/** Name of the case that released it meanwhile. */
	releasedBy: string | null;
}

const nobodyElse: OtherAreas = { lacking: [], releasedBy: null };

export interface ApplicationMoment {
	at: string;
	subject: SubjectNow | null;
	others?: OtherAreas;
}

/**
 * Whether the decision of a case is applied to its subject (`null` when the record is gone).
 *
 * A record that several areas decide about is released by the last approval that it needs. A subject
 * that is already where the business method would bring it was brought there by somebody else, so its
 * release is not claimed.
 */
export function decideApplication(
	current: ApprovalCase,
	{ method, expect }: Effect,
	{ at, subject, others = nobodyElse }: ApplicationMoment,
): ApplicationVerdict {
	if (current.state === 'pending') return { status: 'not_decided' };
	if (isConcluded(current)) return { status: 'already_handled' };
	if (!subject) return { status: 'record_missing' };
	if (current.state === 'approved' && isChanged(current, subject)) {
		const reason = 'The record changed after it was approved';
		return { status: 'applied', events: [supersession({ at, reason })], ...silent };
	}
	if (!method) return concluded('kept', { at, ...silent });
	const { state: recordState } = subject;
	return expect && isReached(expect, recordState)
		? concludeReached(at, recordState, others)
		: attemptUnlessLacking(at, method, others);
}

function attemptUnlessLacking(
	at: string,
	method: string,
	{ lacking }: OtherAreas,
): ApplicationVerdict {
	if (lacking.length === 0) return { status: 'attempt', method };
	const message = `It still needs: ${lacking.join(', ')}`;
	return concluded('kept', { at, recordState: null, message });
}

/** The record is where the business method would bring it, and this case did not do that. */
function concludeReached(
	at: string,
	recordState: string | null,
	{ releasedBy }: OtherAreas,
): Applied {
	if (releasedBy !== null) {
		const message = `It was released by ${releasedBy}`;
		return concluded('kept', { at, recordState, message });
	}
	const message = `It was in state "${recordState ?? ''}" already: somebody did this by hand, not by this case.`;
	return concluded('not_released', { at, recordState, message });
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
	{ method, expect }: Effect,
	{ at, refusal, recordState }: Attempt,
): Applied {
	const shortfall = `Odoo ran ${method ?? ''} without an error, and the record is still in state "${recordState ?? ''}".`;
	const message = refusal ?? (isReached(expect, recordState) ? null : shortfall);
	return concluded(message === null ? 'released' : 'not_released', { at, recordState, message });
}

function isReached(expect: Effect['expect'], recordState: string | null): boolean {
	return !expect || (recordState !== null && expect.values.includes(recordState));
}

const silent = { recordState: null, message: null };

/** Whether nothing is left to be applied. */
export function isConcluded({ state, outcome }: ApprovalCase): boolean {
	return state === 'superseded' || (outcome !== 'none' && outcome !== 'not_released');
}

function isChanged({ watched }: ApprovalCase, subject: SubjectNow): boolean {
	return canonicalJson(watched) !== canonicalJson(subject.watched);
}

function concluded(
	type: Extract<RecordOutcome, 'released' | 'kept' | 'not_released'>,
	{ at, recordState, message }: { at: string; recordState: string | null; message: string | null },
): Applied {
	const event: CaseEvent = { type, at, actor: null, data: { recordState, message } };
	return { status: 'applied', events: [event], recordState, message };
}
