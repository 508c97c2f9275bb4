import type { CaseEventType, Decision } from '../domain/case/vocabulary';

/** Every sentence an approver reads, in one place. */
export const texts = {
	product: 'Approvals',
	approve: 'Approve',
	reject: 'Reject',
	sendBack: 'Send back',
	notApproving: 'Reject or send back',
	reasonLabel: 'Reason',
	reasonHint: 'Needed to reject or send back; the requester reads it.',
	reasonMissing: 'Please write a reason before you reject or send back.',
	decisionMissing: 'Please choose approve, reject or send back.',
	requestedBy: 'Requested by',
	due: 'Decide by',
	wasDue: 'Was due',
	openInOdoo: 'Open in Odoo',
	why: 'Why this needs approval',
	whyNothing: 'The policy asks a person for every case like this one.',
	whySampled: 'The policy would have approved it. It was drawn for a person to look at.',
	missingFacts: 'Not known, so not approved automatically:',
	figures: 'At a glance',
	lines: 'Lines',
	adviceByModel: 'Advice from an AI model',
	adviceByModelNote: 'It may be wrong. It decides nothing.',
	adviceByRules: 'Summary',
	confidence: 'Confidence',
	points: { for: 'For', against: 'Against', question: 'Question' },
	people: 'Who is asked',
	you: 'you',
	quorumOne: 'One approval is enough.',
	quorum: (needed: number, asked: number) => `${needed} of ${asked} have to approve.`,
	hasVoted: (decision: string) => `has ${decision}`,
	trail: 'What happened so far',
	byPolicy: 'Policy',
	footer: (caseName: string) => `Case ${caseName}`,
	footerPolicy: (id: string, version: string, hash: string) =>
		`Policy ${id}, version ${version} (${hash.slice(0, 12)})`,
} as const;

/** A decision as it follows "has been" or a name. */
export const decisionWords: Readonly<Record<Decision, string>> = {
	approved: 'approved',
	rejected: 'rejected',
	sent_back: 'sent back',
};

export const eventWords: Readonly<Record<CaseEventType, string>> = {
	opened: 'Case opened',
	waiting: 'Waiting for a decision',
	voted: 'Answered',
	vote_refused: 'Answer refused',
	abstained: 'Left to the others',
	forwarded: 'Forwarded',
	taken_over: 'Taken over',
	step_approved: 'Step approved',
	approved: 'Approved',
	rejected: 'Rejected',
	sent_back: 'Sent back',
	recalled: 'Taken back',
	expedited: 'Marked as urgent',
	escalated: 'Escalated to others',
	exhausted: 'Handed over to the approval managers',
	superseded: 'Ended, because the record changed',
	released: 'Released in Odoo',
	kept: 'Left as it is in Odoo',
	not_released: 'Odoo did not release it',
	noted: 'Note',
};
