import type { VoteRefusal } from './commandResults';

/** What whoever decided in Odoo is told when it does not count. */
export const refusalSentences: Readonly<Record<VoteRefusal, string>> = {
	NOT_ASKED: 'You are not asked to decide on this case now.',
	SEPARATION_OF_DUTIES:
		'You cannot decide on this case: you asked for it, worked on it, or decided an earlier step of it.',
	ALREADY_VOTED: 'You have decided on this case already.',
	CASE_CLOSED: 'This case is decided already, or the record has changed since.',
	STALE_ROUND: 'Others are asked about this case now.',
	REASON_REQUIRED: 'Please give a reason.',
	REASON_CODE_REQUIRED: 'Please choose what kind of reason it is.',
	RECORD_CHANGED: 'The record has changed since you were asked, so this case has ended.',
	ODOO_ONLY: 'The risk is too high to decide by a link. Please decide in Odoo.',
	NOBODY_LEFT: 'Too few would be left to decide. Forward the case to somebody else instead.',
	NOT_ELIGIBLE: 'They have no authority over this case, or took part in it.',
	NOT_REQUESTER: 'Only whoever asked for the approval can take it back.',
};
