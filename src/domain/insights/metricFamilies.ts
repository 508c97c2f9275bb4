import { caseEventTypes } from '../case/vocabulary';
import { type AreaCounts, areaCounts } from './areaCounts';
import { type CountedFigures, decisionBounds } from './figures';
import type { MetricFamily } from './openMetricsText';

/** One figure of an area; `null` where there is nothing to tell. */
type Measure = (counts: AreaCounts) => number | null;

/** A metric with one series for an area, or with one for each value of a label. */
interface Sketch {
	name: string;
	help: string;
	unit?: 'seconds';
	of: Measure | { label: string; measures: ReadonlyArray<readonly [value: string, Measure]> };
}

/** Of what cannot be taken back. */
const counters: readonly Sketch[] = [
	{ name: 'cases_opened', help: 'Cases opened.', of: ({ opened }) => opened.count },
	{
		name: 'policy_outcomes',
		help: 'What policy said when cases opened. sample: it would have approved, and people were asked.',
		of: {
			label: 'outcome',
			measures: [
				['auto_approve', ({ opened }) => opened.autoApproved],
				['reject', ({ opened }) => opened.rejectedByPolicy],
				['exception', ({ opened }) => opened.exceptions],
				['sample', ({ opened }) => opened.sampled],
			],
		},
	},
	{
		name: 'near_misses',
		help: 'Cases about which a stricter rule nearly spoke.',
		of: ({ opened }) => opened.nearMisses,
	},
	{
		name: 'cases_reopened',
		help: 'Cases that took the place of one whose record had changed.',
		of: ({ opened }) => opened.reopened,
	},
	{
		name: 'cases_advised',
		help: 'Cases with advice, by who wrote it.',
		of: {
			label: 'source',
			measures: [
				['model', ({ opened }) => opened.advisedByModel],
				['rules', ({ opened }) => opened.advisedByRules],
			],
		},
	},
	{
		name: 'decisions',
		help: 'Cases decided, those that became void since as well.',
		of: {
			label: 'by',
			measures: [
				['policy', ({ decided }) => decided.byPolicy],
				['people', ({ decided }) => decided.byPeople],
			],
		},
	},
	{
		name: 'trail_events',
		help: 'Entries of the trails.',
		of: {
			label: 'type',
			measures: caseEventTypes.map((type) => [type, ({ happened }) => happened(type)]),
		},
	},
	{
		name: 'outbox_events_written',
		help: 'Events that Odoo wrote for n8n.',
		of: ({ events }) => events.written,
	},
	{
		name: 'outbox_events_acknowledged',
		help: 'Events that n8n has dealt with.',
		of: ({ events }) => events.acknowledged,
	},
];

/** Of decisions by people: a record that changes afterwards makes them void. */
const decided: readonly Sketch[] = [
	{
		name: 'decided_cases',
		help: 'Cases that people decided, by how they stand now. superseded: the record changed before the decision was carried out.',
		of: {
			label: 'state',
			measures: [
				['approved', (counts) => counts.decided.approved],
				['rejected', (counts) => counts.decided.rejected],
				['sent_back', (counts) => counts.decided.sentBack],
				['superseded', (counts) => counts.decided.void],
			],
		},
	},
	{
		name: 'promised_decisions',
		help: 'Decisions by people for which a time was promised.',
		of: (counts) => counts.decided.promised,
	},
	{
		name: 'late_decisions',
		help: 'Those of them that were made after the promised time.',
		of: (counts) => counts.decided.late,
	},
	{
		name: 'decided_exceptions',
		help: 'Cases about which a rule had people asked, and that they decided.',
		of: (counts) => counts.decided.exceptions,
	},
	{
		name: 'overrides',
		help: 'Those of them that people approved all the same.',
		of: (counts) => counts.decided.overrides,
	},
	{
		name: 'decided_samples',
		help: 'Cases drawn as a sample that people decided.',
		of: (counts) => counts.decided.sampled,
	},
	{
		name: 'refused_samples',
		help: 'Those of them that people rejected or sent back: policy would have been wrong.',
		of: (counts) => counts.decided.sampledRefused,
	},
	{
		name: 'advised_decisions',
		help: 'Decisions by people after a model that was sure of it had advised what to do.',
		of: (counts) => counts.decided.advised,
	},
	{
		name: 'decisions_against_advice',
		help: 'Those of them by which people did something else.',
		of: (counts) => counts.decided.againstAdvice,
	},
	{
		name: 'decisions_not_released',
		help: 'Decisions that Odoo refused to carry out.',
		of: (counts) => counts.decided.notReleased,
	},
];

/** Of what is now. */
const present: readonly Sketch[] = [
	{ name: 'pending_cases', help: 'Cases that wait.', of: ({ waiting }) => waiting.count },
	{
		name: 'overdue_cases',
		help: 'Those of them that are due and not decided.',
		of: ({ waiting }) => waiting.overdue,
	},
	{
		name: 'unclocked_cases',
		help: 'Those of them for which no clock was started.',
		of: ({ waiting }) => waiting.withoutDueTime,
	},
	{
		name: 'manual_queue_cases',
		help: 'Those of them in the manual queue.',
		of: ({ waiting }) => waiting.inManualQueue,
	},
	{
		name: 'oldest_pending_case_age_seconds',
		unit: 'seconds',
		help: 'How long the case has waited that has waited longest; none where nothing waits.',
		of: ({ oldestCase }) => oldestCase,
	},
	{
		name: 'outbox_events',
		help: 'Events that are not acknowledged. dead: Odoo has given them up.',
		of: {
			label: 'state',
			measures: [
				['pending', ({ events }) => events.pending],
				['dead', ({ events }) => events.dead],
			],
		},
	},
	{
		name: 'outbox_events_retried',
		help: 'Events sent more than once since they were written or replayed.',
		of: ({ events }) => events.retried,
	},
	{
		name: 'outbox_events_failed',
		help: 'Events on which n8n failed since they were written or replayed.',
		of: ({ events }) => events.failed,
	},
	{
		name: 'outbox_oldest_pending_event_age_seconds',
		unit: 'seconds',
		help: 'How long the event has waited that has waited longest; none where nothing waits.',
		of: ({ oldestEvent }) => oldestEvent,
	},
];

/**
 * What was counted from the first case on, as metrics. Labels are ids that stay the same, and words
 * of this package: no customer, no record, no person.
 */
export function metricFamilies(counted: CountedFigures): MetricFamily[] {
	const areas = areaCounts(counted);
	return [
		...counters.map((sketch) => drawn('counter', sketch, areas)),
		decisionDuration(areas),
		...[...decided, ...present].map((sketch) => drawn('gauge', sketch, areas)),
	];
}

function drawn(
	type: 'counter' | 'gauge',
	{ of, name, ...sketch }: Sketch,
	areas: readonly AreaCounts[],
): MetricFamily {
	const samples = areas.flatMap((counts) => {
		const { area } = counts;
		if (typeof of === 'function') return [{ labels: { area }, value: of(counts) }];
		return of.measures.map(([word, measure]) => ({
			labels: { area, [of.label]: word },
			value: measure(counts),
		}));
	});
	return {
		...sketch,
		type,
		name: prefixed(name),
		samples: samples.flatMap(({ labels, value }) => (value === null ? [] : [{ labels, value }])),
	};
}

function decisionDuration(areas: readonly AreaCounts[]): MetricFamily {
	return {
		type: 'histogram',
		name: prefixed('decision_duration_seconds'),
		unit: 'seconds',
		help: 'How long people took, from the opening of a case to its decision.',
		bounds: decisionBounds,
		samples: areas.map(({ area, within, waitingSum, decided: { byPeople } }) => ({
			labels: { area },
			within,
			count: byPeople,
			sum: waitingSum,
		})),
	};
}

function prefixed(name: string): string {
	return `odoo_approvals_${name}`;
}
