import type { stepKinds } from '../../../domain/insights/processTrace';
import type { EventType } from '../../../domain/events/eventSection';
import type { CaseState, RecordOutcome } from '../../../domain/case/vocabulary';
import type { TracedEvent } from '../../../domain/insights/trace';

/** Every sentence of the page of a way beside those of the approver's page, in one language. */
export interface Words {
	kind: string;
	traceId: string;
	traceIds: string;
	openRecord: string;
	openCase: string;
	begun: string;
	/** After which nothing more is known. */
	lastStep: string;
	policy: string;
	policyOf(id: string, version: string): string;
	askedOf(role: string, quorum: number): string;
	byPolicy: string;
	laps: { title: string; routing: string; waiting: string; applying: string; total: string };
	/** Where a lap is not over, or nobody knows. */
	noLap: string;
	states: Record<CaseState, string>;
	outcomes: Record<Exclude<RecordOutcome, 'none'>, string>;
	steps: Record<(typeof stepKinds)[number], string>;
	events: Record<EventType, string>;
	requested: string;
	/** Number of a case, where a way has several. */
	case(id: number): string;
	event(id: number): string;
	attempts(count: number): string;
	/** The way itself. */
	timeline: string;
	since(duration: string): string;
	outbox: string;
	columns: { event: string; state: string; attempts: string; execution: string; error: string };
	eventStates: Record<TracedEvent['state'], string>;
	cut: string;
	readAt(when: string): string;
	/** The address of the page names nothing, or what can be no record, case or trace ID. */
	unaskable: { title: string; text: string };
	nothing: {
		title(what: string): string;
		text: string;
		trace: string;
		case: string;
		/** A record by its model and number. */
		record(model: string, id: number): string;
	};
}
