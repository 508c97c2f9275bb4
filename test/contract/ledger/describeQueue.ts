import type { CommandOf } from '../../../src/domain/case/commands';
import { clockStarted } from '../../kit/sampleClock';
import { instance, leave, release, type LedgerBench } from './LedgerBench';

const hour = 3_600;

export function describeQueue(bench: () => LedgerBench): void {
	/** An area of its own, so that nothing else of the suite counts. */
	let area = '';
	const queue = async (changes: Partial<CommandOf<'queue'>> = {}) =>
		await bench().ledger.execute({
			command: 'queue',
			areas: [area],
			backSeconds: 24 * hour,
			aheadSeconds: 12 * hour,
			limit: 100,
			...changes,
		});
	const pending = async (changes: Partial<CommandOf<'open'>> = {}) =>
		await bench().pendingCase({ area, ...changes });
	const idsOf = (cases: ReadonlyArray<{ id: number }>) => cases.map(({ id }) => id);

	describe('the queue', () => {
		let areas = 0;
		beforeEach(() => {
			areas += 1;
			area = `area_of_the_queue_${areas}`;
		});

		it('is empty where there is nothing, and says so', async () => {
			const nothing = { count: 0, cases: [] };
			expect(await queue()).toEqual({
				status: 'found',
				at: expect.any(String),
				since: expect.any(String),
				todayEndsAt: expect.any(String),
				waiting: {
					count: 0,
					overdue: 0,
					dueToday: 0,
					withoutDueTime: 0,
					inManualQueue: 0,
					nobodyAsked: 0,
					oldestAt: null,
					byArea: [],
					byApprover: [],
				},
				cases: [],
				breached: nothing,
				decided: [],
				news: { opened: 0, escalated: 0, exhausted: 0, releaseRefused: 0, voteRefused: 0 },
				notReleased: nothing,
				leftUndone: nothing,
				outbox: { pending: 0, oldestAt: null, dead: 0 },
			});
		});

		it('looks back and ahead from what the clock of Odoo says', async () => {
			const { at, since, todayEndsAt } = await queue();
			expect(Date.parse(at) - Date.parse(since)).toBe(24 * hour * 1_000);
			expect(Date.parse(todayEndsAt) - Date.parse(at)).toBe(12 * hour * 1_000);
		});

		it('counts what waits, by area and by whom it waits for, and lists what is due first', async () => {
			const { approvers, salesperson } = bench().stage;
			const one = { steps: [bench().step({ approverIds: [approvers[0].id] })] };
			const later = await pending();
			const overdue = await pending({ ...one, sla: clockStarted(3) });
			const today = await pending({ ...one, sla: clockStarted(1) });
			const without = await pending({ sla: null, amount: null, currency: null });

			const { waiting, cases, at } = await queue();
			const about = (user: { id: number; name: string }, counts: object) => ({
				person: { id: user.id, name: user.name },
				...counts,
			});
			expect({ ...waiting, byApprover: [] }).toEqual({
				count: 4,
				overdue: 1,
				dueToday: 2,
				withoutDueTime: 1,
				inManualQueue: 0,
				nobodyAsked: 0,
				oldestAt: expect.any(String),
				byArea: [
					{
						area,
						label: area.replaceAll('_', ' '),
						count: 4,
						overdue: 1,
						oldestAt: waiting.oldestAt,
					},
				],
				byApprover: [],
			});
			expect(waiting.byApprover).toHaveLength(2);
			expect(waiting.byApprover).toEqual(
				expect.arrayContaining([
					about(approvers[0], { count: 4, overdue: 1 }),
					about(approvers[1], { count: 2, overdue: 0 }),
				]),
			);
			expect(idsOf(cases)).toEqual([overdue.id, today.id, later.id, without.id]);
			expect(cases[0]).toMatchObject({
				name: overdue.name,
				area,
				model: 'sale.order',
				recordId: overdue.recordId,
				recordName: overdue.recordName,
				state: 'pending',
				amount: overdue.amount,
				currency: overdue.currency,
				headline: 'Discount of up to 12 % is above 10 %',
				requester: { id: salesperson.id, name: salesperson.name },
				approvers: [{ id: approvers[0].id, name: approvers[0].name }],
				owner: null,
				urgent: false,
				decidedBy: null,
				decidedAt: null,
			});
			expect(cases[3]).toMatchObject({ amount: null, currency: null, dueAt: null });
			expect(Date.parse(cases[0]?.dueAt ?? '')).toBeLessThan(Date.parse(at));
			expect(Date.parse(cases[0]?.openedAt ?? '')).toBeLessThan(Date.parse(at));
		});

		it('lists no more than it is asked for, and counts all', async () => {
			const first = await pending({ sla: clockStarted(5) });
			await pending({ sla: clockStarted(4) });
			expect(await queue({ limit: 1 })).toMatchObject({
				waiting: { count: 2, overdue: 2 },
				cases: [{ id: first.id }],
				breached: { count: 2, cases: [{ id: first.id }] },
			});
		});

		it('counts all areas where none is named', async () => {
			const before = await queue({ areas: [] });
			await pending();
			const after = await queue({ areas: [] });
			expect(after.waiting.count - before.waiting.count).toBe(1);
			expect(after.waiting.byArea.map((row) => row.area)).toContain(area);
		});

		it('tells whose promise was broken since, whether they were decided or not', async () => {
			const [approver] = bench().stage.approvers;
			const open = await pending({ sla: clockStarted(3) });
			const late = await pending({ sla: clockStarted(4) });
			const inTime = await pending({ sla: clockStarted(1) });
			await pending({ sla: clockStarted(48) });
			for (const one of [late, inTime]) await bench().vote(one, approver, 'approved');

			const { breached } = await queue();
			expect(breached.count).toBe(2);
			expect(idsOf(breached.cases)).toEqual([late.id, open.id]);
			expect(breached.cases[0]).toMatchObject({
				state: 'approved',
				decidedBy: { id: approver.id, name: approver.name },
				decidedAt: expect.any(String),
			});
		});

		it('tells what was decided since, by whom, and not what has become void', async () => {
			const [approver] = bench().stage.approvers;
			const by = { id: approver.id, name: approver.name };
			await pending({ steps: [], policyDecision: 'rejected', effect: leave });
			await bench().vote(await pending(), approver, 'approved');
			await bench().vote(await pending(), approver, 'approved');
			await bench().vote(await pending(), approver, 'sent_back');
			const changed = await pending();
			await bench().vote(changed, approver, 'approved');
			await bench().changePrice(changed.recordId, 70);
			await bench().apply(changed);

			const { decided } = await queue();
			expect(decided).toHaveLength(3);
			expect(decided).toEqual(
				expect.arrayContaining([
					{ decision: 'rejected', by: null, count: 1 },
					{ decision: 'approved', by, count: 2 },
					{ decision: 'sent_back', by, count: 1 },
				]),
			);
		});

		it('tells what the trails have that somebody should know', async () => {
			const [approver] = bench().stage.approvers;
			const open = await pending({ requesterId: approver.id });
			await bench().vote(open, approver, 'approved');
			const { version } = await bench().show(open);
			const queueing = { command: 'escalate', caseId: open.id, version, level: 1 } as const;
			await bench().ledger.execute({
				...queueing,
				action: 'queue',
				step: null,
				sla: null,
				reason: 'Nobody decided in time',
			});

			const { news, waiting, cases } = await queue();
			expect(news).toEqual({
				opened: 1,
				escalated: 0,
				exhausted: 1,
				releaseRefused: 0,
				voteRefused: 1,
			});
			expect(waiting).toMatchObject({ inManualQueue: 1, nobodyAsked: 0 });
			expect(cases).toMatchObject([{ owner: { id: expect.any(Number) } }]);
		});

		it('tells what Odoo refused, in its words', async () => {
			const before = await queue({ areas: [] });
			const refused = await bench().decidedCase('approved');
			const impossible = { ...release, expect: { field: 'state', values: ['delivered'] } };
			const answer = await bench().apply(refused, impossible);

			const { notReleased } = await queue({ areas: [] });
			expect(notReleased.count - before.notReleased.count).toBe(1);
			const [newest] = notReleased.cases;
			expect(newest).toMatchObject({ id: refused.id, message: expect.any(String) });
			expect(answer).toMatchObject({ message: newest?.message });

			await bench().apply(refused);
			expect((await queue({ areas: [] })).notReleased.count).toBe(before.notReleased.count);
		});

		it('does not take for left undone what was decided just now', async () => {
			const [approver] = bench().stage.approvers;
			await bench().vote(await pending(), approver, 'approved');
			expect((await queue()).leftUndone).toEqual({ count: 0, cases: [] });
		});

		it('tells of events that nobody has acknowledged, and since when', async () => {
			const [approver] = bench().stage.approvers;
			await bench().vote(await pending(), approver, 'approved', { channel: 'link' });
			const { outbox, at } = await queue();
			expect(outbox).toEqual({ pending: 1, oldestAt: expect.any(String), dead: 0 });
			expect(Date.parse(outbox.oldestAt ?? '')).toBeLessThanOrEqual(Date.parse(at));

			await bench().stage.clearOutbox();
			expect((await queue()).outbox).toEqual({ pending: 0, oldestAt: null, dead: 0 });
		});

		it('tells how many events Odoo has given up', async () => {
			const orderId = await bench().sentQuotation();
			const outboxId = (await bench().eventsAbout(orderId))[0]?.id ?? 0;
			const executionId = `execution-${String(orderId)}`;
			await bench().gather(orderId, outboxId, executionId);
			await bench().ledger.execute({ command: 'fail', instance, executionId, message: 'No' });
			for (let attempt = 2; attempt <= 11; attempt++) await bench().stage.redeliver(outboxId);

			const dead = await bench().read('x_approval_outbox', [['x_state', '=', 'dead']], ['id']);
			expect(idsOf(dead)).toContain(outboxId);
			expect((await queue({ areas: [] })).outbox.dead).toBe(dead.length);
		}, 60_000);
	});
}
