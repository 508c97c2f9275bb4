import { processTraceFrom, type Laps } from '../../../src/domain/insights/processTrace';
import type { Trace, Traced, TracedCase } from '../../../src/domain/insights/trace';
import {
	decidedEvent,
	nothingTraced,
	sampleTrace,
	sampleTracedCase,
	sampleTraceId,
	savedEvent,
} from '../../kit/sampleTrace';

const links = {
	linkTo: ({ model, id }: { model: string; id: number }) => `odoo:${model}/${String(id)}`,
	executionUrl: ({ executionId }: { executionId: string | null }) =>
		executionId && `n8n:${executionId}`,
};
const about: Traced = { model: 'sale.order', recordId: 42 };
const wayOf = (changes: Partial<Trace> = {}, sought = about) =>
	processTraceFrom({ ...sampleTrace, ...changes }, sought, links);

describe('the way of a record', () => {
	it('is told in the order of time, with how long after the step before each step came', () => {
		const told = wayOf().steps.map(({ kind, who, secondsSince, outboxId }) => [
			kind,
			who?.name ?? null,
			secondsSince,
			outboxId,
		]);
		expect(told).toEqual([
			['event_written', 'Sofia Ortega', null, 41],
			['event_sent', null, 0.2, 41],
			['event_acknowledged', null, 2.2, 41],
			['opened', 'Sofia Ortega', 0.1, null],
			['event_written', 'Marta Keller', 11_547.5, 42],
			['voted', 'Marta Keller', 0, null],
			['approved', 'Marta Keller', 0.001, null],
			['event_sent', null, 0.099, 42],
			['event_acknowledged', null, 1.4, 42],
			['released', null, 2.5, null],
		]);
	});

	it('leads to the record, its cases and the executions', () => {
		const { found, record, cases, events, traceIds, cut } = wayOf();
		expect(found).toBe(true);
		expect(record).toEqual({
			model: 'sale.order',
			id: 42,
			name: 'S00042',
			url: 'odoo:sale.order/42',
		});
		expect(cases.map(({ url }) => url)).toEqual(['odoo:x_approval_case/12']);
		expect(events.map(({ executionUrl }) => executionUrl)).toEqual(['n8n:311', null]);
		expect(traceIds).toEqual([sampleTraceId]);
		expect(cut).toBe(false);
	});

	it('knows its record by an event that has led to no case', () => {
		const waiting = { ...savedEvent, caseId: null, acknowledgedAt: null, sentAt: null };
		const { record, steps } = wayOf({ events: [waiting], cases: [], entries: [] });
		expect(record).toMatchObject({ model: 'sale.order', id: 42, name: 'S00042' });
		expect(steps.map(({ kind }) => kind)).toEqual(['event_written']);
	});

	it('says that there is more than was told', () => {
		expect(wayOf({ hasMore: true }).cut).toBe(true);
	});

	it('makes up no id for what an older blueprint wrote', () => {
		const before = {
			events: [{ ...savedEvent, traceId: null }],
			cases: [{ ...sampleTracedCase, traceId: null }],
		};
		expect(wayOf(before).traceIds).toEqual([]);
	});

	it('is empty where nothing is known', () => {
		expect(wayOf(nothingTraced)).toEqual({
			found: false,
			about,
			at: sampleTrace.at,
			record: null,
			traceIds: [],
			cases: [],
			events: [],
			steps: [],
			cut: false,
		});
	});
});

describe('how long the parts of a way took', () => {
	it.each<{ name: string; changes?: Partial<TracedCase>; events?: Trace['events']; laps: Laps }>([
		{
			name: 'when people decided',
			laps: { routing: 2.5, waiting: 11_547.5, applying: 4, total: 11_554 },
		},
		{
			name: 'when policy decided: nobody was waited for',
			changes: { steps: [], decidedAt: '2026-03-02T08:00:02.500Z', decidedBy: null },
			laps: { routing: 2.5, waiting: null, applying: 11_551.5, total: 11_554 },
		},
		{
			name: 'while people are asked',
			changes: { state: 'pending', outcome: 'none', decidedAt: null, endedAt: null },
			laps: { routing: 2.5, waiting: null, applying: null, total: null },
		},
		{
			name: 'when no event led to the case',
			events: [decidedEvent],
			laps: { routing: null, waiting: 11_547.5, applying: 4, total: null },
		},
		{
			name: 'where Odoo keeps an instant to the second only',
			changes: { decidedAt: '2026-03-02T08:00:02.000Z', endedAt: '2026-03-02T08:00:02.000Z' },
			laps: { routing: 2.5, waiting: 0, applying: 0, total: 2 },
		},
	])('is told $name', ({ changes = {}, events = sampleTrace.events, laps }) => {
		const cases = [{ ...sampleTracedCase, ...changes }];
		expect(wayOf({ cases, events }).cases[0]?.laps).toEqual(laps);
	});
});
