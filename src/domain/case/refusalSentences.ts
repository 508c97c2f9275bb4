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
};
