import type { CaseView } from '../../../src/domain/case/caseView';
import type { CommandOf } from '../../../src/domain/case/commands';
import { adjustClock, pauseClock, resumeClock, stopClock } from '../../../src/domain/sla/slaClock';
import { changeOf, type SlaSection } from '../../../src/domain/sla/slaSection';
import { alwaysOpen } from '../../../src/domain/sla/workCalendar';
import { clockWith } from '../../kit/sampleClock';
import { leave, type LedgerBench } from './LedgerBench';

const pause = { from: '2031-03-03T09:00:00Z', to: '2031-03-03T19:00:00Z', reason: 'Customer' };

export function describeClock(bench: () => LedgerBench): void {
	const set = async (
		{ id, version, sla }: CaseView,
		change: CommandOf<'clock'>['change'],
		turn: (sla: SlaSection) => SlaSection,
	) => {
		if (!sla) throw new Error('The case has no clock');
		return await bench().ledger.execute({
			command: 'clock',
			caseId: id,
			version,
			change,
			sla: changeOf(sla, turn(sla)),
			reason: change === 'stopped' ? '' : pause.reason,
		});
	};
	const columns = async ({ id }: CaseView) => {
		const fields = [
			'x_due_at',
			'x_promised_at',
			'x_paused_until',
			'x_pause_reason',
			'x_breached',
			'x_late_minutes',
			'x_promise',
		];
		const [row] = await bench().read('x_approval_case', [['id', '=', id]], fields);
		return row;
	};

	describe('the clock of a case', () => {
		it('stands still, and goes on', async () => {
			const open = await bench().pendingCase();
			const paused = await set(open, 'paused', (sla) => pauseClock(sla, pause));
			expect(paused).toMatchObject({
				status: 'clock_set',
				case: {
					version: 2,
					sla: {
						dueAt: '2031-03-04T02:00:00.000Z',
						promisedAt: '2031-03-04T02:00:00.000Z',
						pauses: [{ reason: 'Customer', resumedAt: null }],
						calendar: { name: alwaysOpen.name },
					},
					trail: [{ type: 'opened' }, { type: 'clock_set', data: { change: 'paused' } }],
				},
			});
			expect(await columns(open)).toMatchObject({
				x_due_at: '2031-03-04 02:00:00',
				x_promised_at: '2031-03-04 02:00:00',
				x_paused_until: '2031-03-03 19:00:00',
				x_pause_reason: 'Customer',
			});

			const resumed = await set(paused.case, 'resumed', (sla) =>
				resumeClock(sla, '2031-03-03T10:00:00Z'),
			);
			expect(resumed.case.sla).toMatchObject({ dueAt: '2031-03-03T17:00:00.000Z' });
			expect(await columns(open)).toMatchObject({
				x_due_at: '2031-03-03 17:00:00',
				x_paused_until: false,
				x_pause_reason: false,
			});
		});

		it('tells whoever waits that the time is another', async () => {
			const open = await bench().pendingCase();
			await set(open, 'paused', (sla) => pauseClock(sla, pause));
			expect(await bench().eventsOfCase(open)).toHaveLength(1);
			await bench().stage.clearOutbox();
		});

		it('is counted anew in another calendar', async () => {
			const open = await bench().pendingCase();
			const calendar = { ...alwaysOpen, name: 'Without the third', holidays: ['2031-03-03'] };
			const { case: adjusted } = await set(open, 'adjusted', (sla) =>
				adjustClock(sla, { calendar, targetMinutes: 60 }),
			);
			expect(adjusted.sla).toMatchObject({
				targetMinutes: 60,
				dueAt: '2031-03-04T01:00:00.000Z',
				calendar: { name: 'Without the third' },
			});
			await bench().stage.clearOutbox();
		});

		it('is not set on a case that has changed since', async () => {
			const open = await bench().pendingCase();
			await bench().ledger.execute({ command: 'note', caseId: open.id, text: 'Called them' });
			const answer = await set(open, 'paused', (sla) => pauseClock(sla, pause));
			expect(answer).toMatchObject({ status: 'changed', case: { sla: { pauses: [] } } });
		});

		it('is only stopped once people have decided, and tells whether they were in time', async () => {
			const decided = await bench().decidedCase('approved');
			expect(await set(decided, 'paused', (sla) => pauseClock(sla, pause))).toMatchObject({
				status: 'already_decided',
			});
			expect(await columns(decided)).toMatchObject({ x_breached: false, x_late_minutes: 0 });

			const stopped = await set(decided, 'stopped', (sla) =>
				stopClock(sla, '2031-03-03T18:00:00Z'),
			);
			expect(stopped).toMatchObject({
				status: 'clock_set',
				case: { state: 'approved', sla: { stopped: { met: false, lateMinutes: 120 } } },
			});
			expect(await columns(decided)).toMatchObject({
				x_breached: true,
				x_late_minutes: 120,
				x_promise: 'broken',
			});
		});
	});

	it('stops along with what is carried out, once', async () => {
		const decided = await bench().decidedCase('rejected');
		const apply = async (stoppedAt: string) => {
			const { sla } = await bench().show(decided);
			if (!sla) throw new Error('The case has no clock');
			const clock = changeOf(sla, stopClock(sla, stoppedAt));
			const command = { command: 'apply', caseId: decided.id, effect: leave, clock } as const;
			return await bench().ledger.execute(command);
		};
		expect(await apply('2031-03-03T15:00:00Z')).toMatchObject({
			status: 'applied',
			case: { sla: { stopped: { met: true, warned: true, workedMinutes: 420 } } },
		});
		const { trail } = await bench().show(decided);
		expect(trail.map(({ type }) => type)).toEqual([
			'opened',
			'voted',
			'rejected',
			'clock_set',
			'kept',
		]);
		expect(await columns(decided)).toMatchObject({ x_promise: 'warned', x_late_minutes: 0 });
		expect(await apply('2031-03-03T18:00:00Z')).toMatchObject({ status: 'already_handled' });
		expect((await bench().show(decided)).trail).toHaveLength(5);
	});

	describe('cases that are due', () => {
		const past = clockWith({
			startedAt: '2020-01-01T08:00:00.000Z',
			warnAt: '2020-01-01T14:00:00.000Z',
			dueAt: '2020-01-01T16:00:00.000Z',
		});
		const warned = clockWith({ warnAt: '2020-01-01T14:00:00.000Z' });
		const due = async (changes: Partial<CommandOf<'due'>> = {}) =>
			await bench().ledger.execute({
				command: 'due',
				areas: [],
				warnings: false,
				limit: 1000,
				...changes,
			});
		const idsOf = ({ cases }: { cases: Array<{ id: number }> }) => cases.map(({ id }) => id);

		it('are found with all that escalating needs, the longest overdue first', async () => {
			const later = await bench().pendingCase({ sla: past });
			const sooner = await bench().pendingCase({
				sla: { ...past, dueAt: '2019-01-01T16:00:00.000Z' },
			});
			const [inTime, warning] = [
				await bench().pendingCase(),
				await bench().pendingCase({ sla: warned }),
			];

			const found = await due();
			const { id, name, requester, facts, policy, steps } = later;
			expect(found.cases).toContainEqual(
				expect.objectContaining({ id, name, requester, facts, policy, steps }),
			);
			const ids = idsOf(found);
			expect(ids.indexOf(sooner.id)).toBeLessThan(ids.indexOf(later.id));
			expect(ids).not.toContain(inTime.id);
			expect(ids).not.toContain(warning.id);
			expect(idsOf(await due({ warnings: true }))).toContain(warning.id);
			expect(idsOf(await due({ areas: ['another_area'] }))).toEqual([]);
			expect(await due({ limit: 1 })).toMatchObject({ cases: [{}], hasMore: true });
		});

		it('are found no more once they are decided, or in the manual queue', async () => {
			const [decided, queued] = [
				await bench().pendingCase({ sla: past }),
				await bench().pendingCase({ sla: past }),
			];
			await bench().vote(decided, bench().stage.approvers[0], 'approved');
			await bench().ledger.execute({
				command: 'escalate',
				caseId: queued.id,
				version: queued.version,
				level: 1,
				action: 'queue',
				step: null,
				sla: null,
				reason: 'Nobody decided in time',
			});
			const ids = idsOf(await due());
			expect(ids).not.toContain(decided.id);
			expect(ids).not.toContain(queued.id);
		});

		it('were decided late, by the promise, though those who are asked later have longer', async () => {
			const open = await bench().pendingCase({ sla: past });
			const { case: decided } = await bench().vote(open, bench().stage.approvers[0], 'approved');
			expect(await columns(decided)).toMatchObject({ x_breached: true });
		});
	});
}
