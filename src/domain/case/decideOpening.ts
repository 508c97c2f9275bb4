import { canonicalJson } from '../canonicalJson';
import type { CaseEvent } from './caseEvents';
import type { CommandOf } from './commands';
import type { Person } from './person';
import type { CaseState } from './vocabulary';
import type { Watched } from './watched';

/** What has to be known of another case to say whether it makes this one needless. */
export interface KnownCase {
	id: number;
	state: CaseState;
	fingerprint: string;
}

export interface OpeningMoment {
	at: string;
	/** The outbox row as it is: `null` when the command names none, `missing` when it is not there. */
	event: 'missing' | { isRequested: boolean; ledTo: KnownCase | null } | null;
	/** The open case about the same matter. */
	openCase: KnownCase | null;
	/** The newest closed case about the same matter. */
	lastClosedCase: KnownCase | null;
	/** What is watched, as the record has it now; `null` when the record is gone. */
	watchedNow: Watched | null;
	requester: Person;
}

export type OpeningVerdict =
	| { status: 'event_missing' | 'record_missing' | 'changed' }
	| { status: 'already_handled'; by: KnownCase }
	| {
			status: 'opened';
			events: CaseEvent[];
			/** The case that has to be superseded first. */
			supersedes: KnownCase | null;
	  };

/**
 * Whether a case is opened, and with which events.
 *
 * Content that an open case asks about, or that a person has just rejected, is not asked again,
 * unless somebody resubmits it expressly.
 */
export function decideOpening(command: CommandOf<'open'>, moment: OpeningMoment): OpeningVerdict {
	const { event, openCase, watchedNow } = moment;
	if (event === 'missing') return { status: 'event_missing' };

	const by = handledBy(command, moment);
	if (by) return { status: 'already_handled', by };
	if (!watchedNow) return { status: 'record_missing' };
	if (canonicalJson(watchedNow) !== canonicalJson(command.watched)) return { status: 'changed' };

	// A row leads to one case only; content that came after it has no event of its own.
	const outboxId = event?.ledTo ? null : command.outboxId;
	return {
		status: 'opened',
		events: openingEvents(command, moment, outboxId),
		supersedes: openCase,
	};
}

function handledBy(
	{ fingerprint }: CommandOf<'open'>,
	{ event, openCase, lastClosedCase }: OpeningMoment,
): KnownCase | null {
	const known = event === 'missing' ? null : event;
	const isRejected = lastClosedCase?.state === 'rejected' && !known?.isRequested;
	const candidates = [known?.ledTo, openCase, isRejected ? lastClosedCase : null];
	return candidates.find((one) => one?.fingerprint === fingerprint) ?? null;
}

function openingEvents(
	command: CommandOf<'open'>,
	{ at, openCase, requester }: OpeningMoment,
	outboxId: number | null,
): CaseEvent[] {
	const { command: _name, requesterId, resumeUrl, policyDecision, effect, ...content } = command;
	const opened: CaseEvent = {
		type: 'opened',
		at,
		actor: null,
		data: { ...content, outboxId, requester, supersedesId: openCase?.id ?? null },
	};
	if (!policyDecision) return [opened];
	const reason = command.policy.rules.map((rule) => rule.reason).join(' ');
	const grounds = { reasonCode: null, reason: reason || null };
	return [opened, { type: policyDecision, at, actor: null, data: grounds }];
}
