/** What a person, or policy in their stead, says about a case. */
export const decisions = ['approved', 'rejected', 'sent_back'] as const;
export type Decision = (typeof decisions)[number];

/** What a person may do about a case in Odoo without deciding it. */
export const acts = ['abstained', 'forwarded', 'recalled', 'expedited'] as const;
export type Act = (typeof acts)[number];

/**
 * Where somebody answered.
 *
 * - `page`: at the waiting execution, which goes on by itself
 * - `link`: at the relay workflow's page; whoever waits is told by Odoo
 * - `odoo`: with the buttons on the case; whoever waits is told by Odoo
 */
export const voteChannels = ['page', 'link', 'odoo'] as const;
export type Channel = (typeof voteChannels)[number];

/**
 * What the clock does about a case that nobody decides.
 *
 * - `remind`, `warn`, `page`: those who are asked, somebody else, or the desk on duty are told
 * - `priority`: the case is marked as urgent
 * - `ask`, `next_level`, `fallback`: others are asked instead
 * - `queue`: it is left to one person, in the manual queue
 * - `postpone`: nothing yet, since it is no time to disturb anybody
 */
export const clockActions = [
	'remind',
	'warn',
	'page',
	'priority',
	'ask',
	'next_level',
	'fallback',
	'queue',
	'postpone',
] as const;
export type ClockAction = (typeof clockActions)[number];

/** What can be done to the clock itself. */
export const clockChanges = ['paused', 'resumed', 'adjusted', 'stopped'] as const;
export type ClockChange = (typeof clockChanges)[number];

/** Where a case stands. `superseded`: the subject changed, so the case no longer decides anything. */
export const caseStates = ['pending', ...decisions, 'superseded'] as const;
export type CaseState = (typeof caseStates)[number];

/**
 * What happened to the subject in Odoo.
 *
 * - `none`: nothing yet
 * - `released`: the business method ran and the record was read back in the state it must reach
 * - `kept`: the case was rejected or sent back, and the record stays as it is
 * - `not_released`: Odoo refused, or its method returned without doing it; nothing was written
 * - `changed`: what matters had changed since it was read, so nothing was done
 */
export const recordOutcomes = ['none', 'released', 'kept', 'not_released', 'changed'] as const;
export type RecordOutcome = (typeof recordOutcomes)[number];

/** What can be written in the trail of a case, in the past tense. */
export const caseEventTypes = [
	'opened',
	'waiting',
	'voted',
	'vote_refused',
	'abstained',
	'forwarded',
	'taken_over',
	'step_approved',
	'approved',
	'rejected',
	'sent_back',
	'recalled',
	'expedited',
	'nudged',
	'postponed',
	'escalated',
	'exhausted',
	'superseded',
	'released',
	'kept',
	'not_released',
	'clock_set',
	/** Somebody tried to release the record by hand, past its approval; only where it is held. */
	'release_refused',
	'noted',
] as const;
export type CaseEventType = (typeof caseEventTypes)[number];
