import type { Trace, TracedCase, TracedEntry, TracedEvent } from '../../src/domain/insights/trace';

export const sampleTraceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const [sofia, marta] = [
	{ id: 9, name: 'Sofia Ortega' },
	{ id: 7, name: 'Marta Keller' },
];

/** The event that led to the case. */
export const savedEvent: TracedEvent = {
	outboxId: 41,
	topic: 'record',
	area: 'sales_order_release',
	type: 'saved',
	name: 'S00042',
	model: 'sale.order',
	recordId: 42,
	traceId: sampleTraceId,
	caseId: 12,
	actor: sofia,
	requested: false,
	state: 'acknowledged',
	attempts: 1,
	writtenAt: '2026-03-02T08:00:00.000Z',
	sentAt: '2026-03-02T08:00:00.200Z',
	acknowledgedAt: '2026-03-02T08:00:02.400Z',
	error: null,
	executionId: '311',
	instance: 'this-n8n',
	workflowId: 'releaseFlow',
};

/** The event that told n8n of the decision. */
export const decidedEvent: TracedEvent = {
	...savedEvent,
	outboxId: 42,
	topic: 'case',
	type: 'case_changed',
	name: 'S00042 · Sales order release',
	model: 'x_approval_case',
	recordId: 12,
	actor: marta,
	writtenAt: '2026-03-02T11:12:30.000Z',
	sentAt: '2026-03-02T11:12:30.100Z',
	acknowledgedAt: '2026-03-02T11:12:31.500Z',
	executionId: null,
	workflowId: 'relayFlow',
};

export const sampleTracedCase: TracedCase = {
	id: 12,
	name: 'S00042 · Sales order release',
	area: 'sales_order_release',
	areaLabel: 'Sales order release',
	model: 'sale.order',
	recordId: 42,
	recordName: 'S00042',
	traceId: sampleTraceId,
	state: 'approved',
	outcome: 'released',
	policy: { id: 'sales-order-release', version: '1.2.0', outcome: 'require_approval' },
	steps: [{ role: 'sales_manager', quorum: 1, approvers: [marta, { id: 8, name: 'Luca Rossi' }] }],
	requester: sofia,
	openedAt: '2026-03-02T08:00:02.500Z',
	dueAt: '2026-03-02T12:00:00.000Z',
	decidedAt: '2026-03-02T11:12:30.000Z',
	decidedBy: marta,
	endedAt: '2026-03-02T11:12:34.000Z',
	executionId: '312',
	supersedesId: null,
	lastHash: 'ab'.repeat(32),
};

const entries: TracedEntry[] = [
	{ seq: 1, type: 'opened', at: '2026-03-02T08:00:02.500Z', actor: sofia, caseId: 12, data: {} },
	{
		seq: 2,
		type: 'voted',
		at: '2026-03-02T11:12:30.000Z',
		actor: marta,
		caseId: 12,
		data: { decision: 'approved', reason: 'A customer of <many> years', channel: 'page' },
	},
	{ seq: 3, type: 'approved', at: '2026-03-02T11:12:30.001Z', actor: marta, caseId: 12, data: {} },
	{ seq: 4, type: 'released', at: '2026-03-02T11:12:34.000Z', actor: null, caseId: 12, data: {} },
];

/** An order that waited for three hours and a bit, and was released. */
export const sampleTrace: Trace = {
	status: 'found',
	at: '2026-03-03T07:00:00.000Z',
	events: [savedEvent, decidedEvent],
	cases: [sampleTracedCase],
	entries,
	hasMore: false,
};

export const nothingTraced: Trace = {
	...sampleTrace,
	events: [],
	cases: [],
	entries: [],
};
