import type { Person } from '../case/person';
import type { CaseEventType } from '../case/vocabulary';
import type { LinkTo } from './openCases';
import { secondsBetween } from './secondsBetween';
import type { Trace, Traced, TracedCase, TracedEvent } from './trace';

/**
 * What happened at one moment of the way.
 *
 * - `event_written`: in the transaction of the save
 * - `event_sent`: the last attempt, by webhook or by being handed out
 * - `event_acknowledged`: nobody is told of it any more
 * - the others: as in the trail of a case
 */
export const stepKinds = ['event_written', 'event_sent', 'event_acknowledged'] as const;
export type StepKind = (typeof stepKinds)[number] | CaseEventType;

export interface TraceStep {
	/** Odoo's clock; ISO 8601 UTC. */
	at: string;
	kind: StepKind;
	/** `null` when policy, the clock or n8n acted. */
	who: Person | null;
	/** The case it belongs to; `null` for an event that has led to none. */
	caseId: number | null;
	/** The event it belongs to; `null` for a line of a trail. */
	outboxId: number | null;
	/** What the trail says beside it. */
	data: Record<string, unknown>;
	/** Since the step before; `null` for the first. */
	secondsSince: number | null;
}

/** How long each part of a case's way took, in seconds; `null` where it is not over, or not known. */
export interface Laps {
	/** From the event until people were asked, or policy had decided. */
	routing: number | null;
	/** Until people had decided; `null` as well where policy did. */
	waiting: number | null;
	/** Until what was decided had been done. */
	applying: number | null;
	total: number | null;
}

export interface RecordOfTrace {
	model: string;
	id: number;
	name: string;
	/** Where it is in Odoo's web client. */
	url: string;
}

/** The whole way of a business event, or of a record, in the order of time. */
export interface ProcessTrace {
	/** Whether anything is known about it. */
	found: boolean;
	about: Traced;
	/** Odoo's clock; ISO 8601 UTC. */
	at: string;
	/** What it is all about; `null` where nothing is known. */
	record: RecordOfTrace | null;
	/** One for each business event, the oldest first. */
	traceIds: string[];
	cases: Array<TracedCase & { url: string; laps: Laps }>;
	/** `executionUrl` is where n8n shows the execution; `null` where that is another n8n, or none. */
	events: Array<TracedEvent & { executionUrl: string | null }>;
	steps: TraceStep[];
	/** Whether there is more than the limit allowed; then the oldest is missing. */
	cut: boolean;
}

export interface TraceLinks {
	linkTo: LinkTo;
	executionUrl: (event: TracedEvent) => string | null;
}

/** What the ledger knows of a way, as people want to follow it. */
export function processTraceFrom(
	trace: Trace,
	about: Traced,
	{ linkTo, executionUrl }: TraceLinks,
): ProcessTrace {
	const { at, events, cases, hasMore } = trace;
	const record = recordOf(trace);
	const ids = [...events, ...cases].flatMap(({ traceId }) => traceId ?? []);
	return {
		found: events.length + cases.length > 0,
		about,
		at,
		record: record && { ...record, url: linkTo(record) },
		traceIds: [...new Set(ids)],
		cases: cases.map((one) => ({
			...one,
			url: linkTo({ model: 'x_approval_case', id: one.id }),
			laps: lapsOf(one, events),
		})),
		events: events.map((event) => ({ ...event, executionUrl: executionUrl(event) })),
		steps: stepsOf(trace),
		cut: hasMore,
	};
}

function recordOf({ cases, events }: Trace): Omit<RecordOfTrace, 'url'> | null {
	const [first] = cases;
	if (first) return { model: first.model, id: first.recordId, name: first.recordName };
	const [event] = events;
	return event ? { model: event.model, id: event.recordId, name: event.name } : null;
}

function lapsOf(one: TracedCase, events: readonly TracedEvent[]): Laps {
	const { steps, openedAt, decidedAt, endedAt } = one;
	const begunAt = beginOf(one, events);
	return {
		routing: secondsBetween(begunAt, openedAt),
		waiting: steps.length === 0 ? null : secondsBetween(openedAt, decidedAt),
		applying: secondsBetween(decidedAt, endedAt),
		total: secondsBetween(begunAt, endedAt),
	};
}

/** When the first event was written that has led to the case; `null` where none did, or none is told. */
function beginOf({ id }: TracedCase, events: readonly TracedEvent[]): string | null {
	const led = events.filter(({ topic, caseId }) => topic === 'record' && caseId === id);
	return led.map(({ writtenAt }) => writtenAt).sort()[0] ?? null;
}

type Moment = Omit<TraceStep, 'secondsSince'>;

function stepsOf({ events, entries }: Trace): TraceStep[] {
	const moments: Moment[] = [
		...events.flatMap(momentsOf),
		...entries.map(({ at, type, actor, caseId, data }) => ({
			at,
			kind: type,
			who: actor,
			caseId,
			outboxId: null,
			data,
		})),
	];
	// At the same instant an event comes before what it led to, as it stands here.
	const inOrder = moments.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
	return inOrder.map((moment, index) => ({
		...moment,
		secondsSince: secondsBetween(inOrder[index - 1]?.at ?? null, moment.at),
	}));
}

function momentsOf(event: TracedEvent): Moment[] {
	const { outboxId, caseId, actor, writtenAt, sentAt, acknowledgedAt } = event;
	const { attempts, executionId, type } = event;
	const of = { outboxId, caseId, who: null, data: {} };
	return [
		{ ...of, at: writtenAt, kind: 'event_written', who: actor, data: { type } },
		...momentAt(sentAt, { ...of, kind: 'event_sent', data: { attempts } }),
		...momentAt(acknowledgedAt, { ...of, kind: 'event_acknowledged', data: { executionId } }),
	];
}

function momentAt(at: string | null, moment: Omit<Moment, 'at'>): Moment[] {
	return at === null ? [] : [{ ...moment, at }];
}
