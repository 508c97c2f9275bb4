import fc from 'fast-check';

import { askedNow, caseKeyOf, isOpen, votesNow } from '../../../src/domain/case/ApprovalCase';
import type { CaseEvent } from '../../../src/domain/case/caseEvents';
import { decideSupersession } from '../../../src/domain/case/decideSupersession';
import { decideWaiting } from '../../../src/domain/case/decideWaiting';
import { TrailBrokenError } from '../../../src/domain/case/errors';
import { evolve, replay } from '../../../src/domain/case/evolve';
import { changeOf } from '../../../src/domain/sla/slaSection';
import { clockWith } from '../../kit/sampleClock';
import { ada, at, ben, event, later, mia, opened, step } from './cases';

const noGrounds = { reasonCode: null, reason: null };
const sla = clockWith({ targetMinutes: 60, startedAt: at, warnAt: at, dueAt: later });
const vote = { step: 0, round: 1, decision: 'approved', channel: 'page', ...noGrounds } as const;
const voted = event('voted', { ...vote, forIds: [] }, ada);
const approved = event('approved', noGrounds, ada);
const climb = event('escalated', {
	level: 1,
	step: step({ approverIds: [mia.id] }),
	warnAt: null,
	dueAt: '2031-03-05T09:00:00.000Z',
	sla: null,
	reason: 'Overdue',
});

describe('a case', () => {
	it('begins with its opening', () => {
		expect(replay([opened()])).toEqual({
			...opened().data,
			state: 'pending',
			outcome: 'none',
			version: 1,
			step: 0,
			round: 1,
			votes: [],
			decision: null,
			breached: false,
			escalationLevel: 0,
			exhausted: false,
			owner: null,
			expedited: false,
		});
	});

	it('does not begin otherwise, nor twice', () => {
		expect(() => replay([])).toThrow(new TrailBrokenError('A case without events is no case'));
		expect(() => replay([approved])).toThrow(
			new TrailBrokenError('A case cannot begin with "approved"'),
		);
		expect(() => replay([opened(), opened()])).toThrow(
			new TrailBrokenError('A case cannot be opened twice'),
		);
	});

	it.each<{ name: string; events: CaseEvent[]; becomes: object }>([
		{
			name: 'a decision by a person',
			events: [voted, approved],
			becomes: {
				state: 'approved',
				outcome: 'none',
				decision: { decision: 'approved', by: ada, at: later, ...noGrounds },
			},
		},
		{
			name: 'a decision of policy',
			events: [event('rejected', { reasonCode: null, reason: 'Far below cost' })],
			becomes: {
				state: 'rejected',
				decision: { by: null, reason: 'Far below cost' },
			},
		},
		{
			name: 'the next step',
			events: [voted, event('step_approved', { step: 0 }, ada)],
			becomes: { state: 'pending', step: 1, round: 2 },
		},
		{
			name: 'an escalation',
			events: [climb],
			becomes: {
				state: 'pending',
				step: 0,
				round: 2,
				escalationLevel: 1,
				steps: [step({ approverIds: [mia.id] })],
			},
		},
		{
			name: 'the end of the ladder',
			events: [event('exhausted', { level: 2, reason: 'Nobody left', owner: mia })],
			becomes: { state: 'pending', round: 1, exhausted: true, escalationLevel: 2, owner: mia },
		},
		{
			name: 'a reminder',
			events: [
				event('nudged', { level: 1, action: 'remind', to: [ada], sla: null, reason: 'Overdue' }),
			],
			becomes: { state: 'pending', round: 1, escalationLevel: 1, expedited: false },
		},
		{
			name: 'a higher priority',
			events: [
				event('nudged', { level: 1, action: 'priority', to: [], sla: null, reason: 'Overdue' }),
			],
			becomes: { escalationLevel: 1, expedited: true },
		},
		{
			name: 'being superseded before a decision',
			events: [event('superseded', { reason: 'changed' })],
			becomes: { state: 'superseded', outcome: 'none' },
		},
		{
			name: 'being superseded after a decision',
			events: [approved, event('superseded', { reason: 'changed' })],
			becomes: { state: 'superseded', outcome: 'changed' },
		},
		{
			name: 'a release',
			events: [approved, event('released', { recordState: 'sale', message: null })],
			becomes: { state: 'approved', outcome: 'released' },
		},
		{
			name: 'an execution that waits',
			events: [event('waiting', { executionId: '17' })],
			becomes: { state: 'pending', executionId: '17' },
		},
	])('changes by $name', ({ events, becomes }) => {
		expect(replay([opened(), ...events])).toMatchObject(becomes);
	});

	it.each<{ name: string; last: CaseEvent; version: number }>([
		{ name: 'a note', last: event('noted', { text: 'hm' }), version: 2 },
		{ name: 'a vote', last: voted, version: 2 },
		{ name: 'a decision of policy', last: event('approved', noGrounds), version: 2 },
		{ name: 'what follows from a vote', last: approved, version: 1 },
		{
			name: 'a refused vote',
			last: event('vote_refused', { code: 'SEPARATION_OF_DUTIES' }, ada),
			version: 1,
		},
	])('has version $version after $name', ({ last, version }) => {
		expect(replay([opened(), last]).version).toBe(version);
	});

	it.each([
		{ name: 'at the promised time', promisedAt: later, breached: false },
		{ name: 'after it', promisedAt: '2031-03-03T09:59:59.999Z', breached: true },
	])('decided $name is breached: $breached', ({ promisedAt, breached }) => {
		expect(replay([opened({ sla: { ...sla, promisedAt } }), approved]).breached).toBe(breached);
	});

	it('is breached when the promise was, though those asked later have longer', () => {
		const late = { ...approved, at: '2031-03-04T09:00:00.000Z' };
		expect(replay([opened({ sla }), climb, late])).toMatchObject({
			sla: { promisedAt: later, dueAt: '2031-03-05T09:00:00.000Z' },
			breached: true,
		});
	});

	it('has the clock that was set last, with the calendar it had unless another is given', () => {
		const other = { ...sla.calendar, name: 'Another' };
		const set = (change: 'paused' | 'adjusted', after: typeof sla) =>
			event('clock_set', { change, reason: 'Because', sla: changeOf(sla, after) });
		const longer = { ...sla, dueAt: '2031-03-06T09:00:00.000Z' };
		expect(replay([opened({ sla }), set('paused', longer)]).sla).toEqual(longer);
		const adjusted = { ...longer, calendar: other };
		expect(replay([opened({ sla }), set('adjusted', adjusted)]).sla).toEqual(adjusted);
	});

	it('is late, or not, as the clock says when it is stopped', () => {
		const stopped = { at: later, met: false, warned: true, workedMinutes: 90, lateMinutes: 30 };
		const stop = event('clock_set', {
			change: 'stopped',
			reason: '',
			sla: changeOf(sla, { ...sla, stopped }),
		});
		expect(replay([opened({ sla }), approved, stop])).toMatchObject({
			state: 'approved',
			breached: true,
			sla: { stopped },
		});
	});

	it('gets new times with an escalation, as far as they are given', () => {
		expect(replay([opened({ sla }), climb]).sla).toEqual({
			...sla,
			dueAt: '2031-03-05T09:00:00.000Z',
		});
	});

	it('is not altered by what happens after it', () => {
		const kinds = [voted, approved, climb, event('noted', { text: 'hm' })];
		fc.assert(
			fc.property(fc.array(fc.constantFrom<CaseEvent>(...kinds)), (events) => {
				const before = replay([opened(), ...events]);
				const copy = structuredClone(before);
				evolve(before, climb);
				expect(before).toEqual(copy);
			}),
		);
	});
});

describe('who is asked and what counts', () => {
	it('is the step that is open now', () => {
		const asked = replay([opened({ steps: [step(), step({ approverIds: [mia.id] })] })]);
		const next = evolve(evolve(asked, voted), event('step_approved', { step: 0 }, ada));

		expect(askedNow(asked)).toEqual([ada.id, ben.id]);
		expect(askedNow(next)).toEqual([mia.id]);
		expect(votesNow(next)).toEqual([]);
	});

	it('is nobody once the case has ended', () => {
		const ended = replay([opened(), voted, approved]);

		expect(askedNow(ended)).toEqual([]);
		expect(votesNow(ended)).toEqual([
			{ actor: ada, step: 0, round: 1, decision: 'approved', at: later, forIds: [] },
		]);
	});
});

describe('whether a case is open', () => {
	it.each<{ name: string; events: CaseEvent[]; open: boolean }>([
		{ name: 'pending', events: [], open: true },
		{ name: 'approved and not applied', events: [approved], open: true },
		{
			name: 'not released',
			events: [approved, event('not_released', { recordState: null, message: 'No' })],
			open: false,
		},
		{
			name: 'released',
			events: [approved, event('released', { recordState: 'sale', message: null })],
			open: false,
		},
		{ name: 'superseded', events: [event('superseded', { reason: 'changed' })], open: false },
	])('$name: $open', ({ events, open }) => {
		expect(isOpen(replay([opened(), ...events]))).toBe(open);
	});

	it('is asked about one matter', () => {
		expect(caseKeyOf(opened().data)).toBe('sales_order_release:sale.order:42');
	});
});

describe('superseding', () => {
	const grounds = { at: later, reason: 'Taken over' };

	it('takes a pending case out of play', () => {
		expect(decideSupersession(replay([opened()]), grounds)).toEqual({
			status: 'superseded',
			events: [event('superseded', { reason: 'Taken over' })],
		});
	});

	it('leaves a decided one as it ended', () => {
		expect(decideSupersession(replay([opened(), approved]), grounds)).toEqual({
			status: 'already_decided',
		});
	});
});

describe('waiting', () => {
	it('is noted once for each execution', () => {
		const waits = event('waiting', { executionId: '17' });

		expect(decideWaiting(replay([opened()]), { at: later, executionId: '17' })).toEqual([waits]);
		expect(decideWaiting(replay([opened(), waits]), { at: later, executionId: '17' })).toEqual([]);
		expect(decideWaiting(replay([opened(), waits]), { at: later, executionId: '18' })).toEqual([
			event('waiting', { executionId: '18' }),
		]);
	});
});
