import { canonicalJson } from '../canonicalJson';
import { isOpen } from './ApprovalCase';
import { openedDataSchema, type CaseEvent } from './caseEvents';
import type { Facts } from './caseFile';
import type { CommandOf } from './commands';
import type { Person } from './person';
import type { CaseState, RecordOutcome } from './vocabulary';
import type { Watched } from './watched';

/** What has to be known of another case to say whether it makes this one needless. */
export interface KnownCase {
	id: number;
	state: CaseState;
	outcome: RecordOutcome;
	fingerprint: string;
	watched: Watched;
	facts: Facts;
}

/** An event in the outbox, as the opening finds it. */
export interface KnownEvent {
	isAcknowledged: boolean;
	/** Whether somebody asked expressly, rather than by saving the record. */
	isRequested: boolean;
	ledTo: KnownCase | null;
}

export interface OpeningMoment {
	at: string;
	/** `null` when the command names no event, `missing` when what it names is not there. */
	event: KnownEvent | 'missing' | null;
	/** The newest case about the same matter, open or closed. */
	newestCase: KnownCase | null;
	/** What is watched, as the record has it now; `null` when the record is gone. */
	watchedNow: Watched | null;
	requester: Person;
}

export type OpeningVerdict =
	| { status: 'event_missing' | 'record_missing' | 'changed' }
	| { status: 'already_handled'; by: KnownCase | null }
	| {
			status: 'opened';
			events: CaseEvent[];
			/** The open case that has to give way first. */
			supersedes: KnownCase | null;
	  };

/**
 * Whether a case is opened, and with which events.
 *
 * Content that an open case asks about, or that a person has rejected last, is not asked again,
 * unless somebody resubmits it expressly: of what is still asked, only where more is known by now.
 */
export function decideOpening(command: CommandOf<'open'>, moment: OpeningMoment): OpeningVerdict {
	const { event, newestCase, watchedNow } = moment;
	if (event === 'missing') return { status: 'event_missing' };
	if (!watchedNow) return { status: 'record_missing' };
	const answer = answerTo(command, event, newestCase);
	if (answer) return { status: 'already_handled', ...answer };
	if (canonicalJson(watchedNow) !== canonicalJson(command.watched)) return { status: 'changed' };
	return {
		status: 'opened',
		events: openingEvents(command, moment, event),
		supersedes: newestCase && isOpen(newestCase) ? newestCase : null,
	};
}

/** The case that answers for what would be opened, as far as there is one; `null` where nothing does. */
function answerTo(
	command: CommandOf<'open'>,
	event: KnownEvent | null,
	newest: KnownCase | null,
): { by: KnownCase | null } | null {
	if (event && wentThrough(event, command.fingerprint)) return { by: event.ledTo };
	if (!newest) return null;
	const isAnswered = isPassedBy(event, newest) || asksTheSame(newest, command, event);
	return isAnswered ? { by: newest } : null;
}

/**
 * Whether a case no longer decides anything because its subject changed. The event that led to it
 * may then be gone through again.
 */
export function isVoid({ state, outcome }: Pick<KnownCase, 'state' | 'outcome'>): boolean {
	return state === 'superseded' || outcome === 'changed';
}

function wentThrough({ isAcknowledged, ledTo }: KnownEvent, fingerprint: string): boolean {
	if (!ledTo) return isAcknowledged;
	return ledTo.fingerprint === fingerprint || !(isOpen(ledTo) || isVoid(ledTo));
}

/** Whether the case that the event led to is void, and a later one about the record was decided. */
function isPassedBy(event: KnownEvent | null, newest: KnownCase): boolean {
	const { ledTo } = event ?? {};
	if (!ledTo || !isVoid(ledTo)) return false;
	return newest.id !== ledTo.id && !isOpen(newest) && !isVoid(newest);
}

function asksTheSame(
	newest: KnownCase,
	{ fingerprint, facts }: CommandOf<'open'>,
	event: KnownEvent | null,
): boolean {
	if (newest.fingerprint !== fingerprint) return false;
	const isRequested = event?.isRequested === true;
	if (newest.state === 'pending')
		return !isRequested || canonicalJson(newest.facts) === canonicalJson(facts);
	return isOpen(newest) || (newest.state === 'rejected' && !isRequested);
}

/** Why an open case has to give way to another about the same record. */
export function whySuperseded({ watched }: KnownCase, opening: CommandOf<'open'>): string {
	return canonicalJson(watched) === canonicalJson(opening.watched)
		? 'It is judged anew, by what is known now'
		: 'The record changed';
}

function openingEvents(
	command: CommandOf<'open'>,
	{ at, newestCase, requester }: OpeningMoment,
	event: KnownEvent | null,
): CaseEvent[] {
	const replaces = newestCase && (isOpen(newestCase) || newestCase.state === 'superseded');
	const data = openedDataSchema.parse({
		...command,
		requester,
		// An event leads to one case; when it is gone through again, the first keeps it.
		outboxId: event?.ledTo ? null : command.outboxId,
		supersedesId: replaces ? newestCase.id : null,
	});
	const opened: CaseEvent = { type: 'opened', at, actor: requester, data };
	if (!command.policyDecision) return [opened];

	const reason = command.policy.rules.map((rule) => rule.reason).join('; ');
	const grounds = { reasonCode: null, reason: reason || null };
	return [opened, { type: command.policyDecision, at, actor: null, data: grounds }];
}
