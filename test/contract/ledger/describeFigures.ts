import type { CommandOf } from '../../../src/domain/case/commands';
import type { Breakdown } from '../../../src/domain/insights/figures';
import { clockStarted } from '../../kit/sampleClock';
import { advising } from './describeAdvising';
import { leave, type LedgerBench } from './LedgerBench';
import { suitePolicy } from './openCommandFor';

export function describeFigures(bench: () => LedgerBench): void {
	/** An area of its own, so that nothing else of the suite counts. */
	let area = '';
	const figures = async (changes: Partial<CommandOf<'figures'>> = {}) =>
		await bench().ledger.execute({
			command: 'figures',
			areas: [area],
			fromSeconds: 3_600,
			toSeconds: 0,
			period: null,
			...changes,
		});
	const pending = async (changes: Partial<CommandOf<'open'>> = {}) =>
		await bench().pendingCase({ area, ...changes });
	const passed = async () =>
		await pending({
			steps: [],
			policy: { ...suitePolicy, outcome: 'auto_approve', rules: [] },
			policyDecision: 'approved',
			effect: leave,
		});
	const of = <Row extends { by: Breakdown }>(rows: readonly Row[], by: Breakdown) =>
		rows.filter((row) => row.by === by);

	describe('the figures', () => {
		let areas = 0;
		beforeEach(() => {
			areas += 1;
			area = `area_of_the_figures_${areas}`;
		});

		it('have nothing to say of nothing', async () => {
			expect(await figures({ fromSeconds: null })).toEqual({
				status: 'found',
				at: expect.any(String),
				from: null,
				to: expect.any(String),
				opened: [],
				decided: [],
				happened: [],
				waiting: [],
				events: [],
				rules: [],
				labels: { area: {}, company: {}, approver: {} },
			});
		});

		it('tell what policy said when cases were opened', async () => {
			await passed();
			await pending({
				steps: [],
				policy: { ...suitePolicy, outcome: 'reject' },
				policyDecision: 'rejected',
				effect: leave,
			});
			await pending({ advice: advising('approve') });
			await pending({ policy: { ...suitePolicy, rules: [], sampled: true } });

			const found = await figures();
			const counted = {
				count: 4,
				autoApproved: 1,
				rejectedByPolicy: 1,
				exceptions: 1,
				sampled: 1,
				nearMisses: 0,
				reopened: 0,
				advisedByModel: 1,
				advisedByRules: 0,
				routing: null,
			};
			expect(of(found.opened, 'all')).toEqual([{ by: 'all', key: null, ...counted }]);
			expect(of(found.opened, 'area')).toEqual([{ by: 'area', key: area, ...counted }]);
			expect(of(found.opened, 'policy')).toMatchObject([{ key: 'suite 1', count: 4 }]);
			expect(of(found.opened, 'company')).toMatchObject([
				{ key: expect.stringMatching(/^\d+$/), count: 4 },
			]);
			expect(of(found.decided, 'all')).toMatchObject([{ byPolicy: 2, byPeople: 0 }]);
			expect(of(found.decided, 'approver')).toMatchObject([{ key: null, byPolicy: 2 }]);
			expect(found.labels.area).toEqual({ [area]: area.replaceAll('_', ' ') });
		});

		it('are all that ever was where no beginning is asked for', async () => {
			await passed();
			await bench().vote(await pending(), bench().stage.approvers[0], 'approved');
			const { opened, decided, happened } = await figures();
			const ever = await figures({ fromSeconds: null });

			expect(of(opened, 'all')).toMatchObject([{ count: 2 }]);
			expect(of(decided, 'all')).toMatchObject([{ byPolicy: 1, byPeople: 1 }]);
			expect(ever).toMatchObject({ opened, decided, happened, from: expect.any(String) });
		});

		it('tell what people decided, by whom and about which rule', async () => {
			const [one, other] = bench().stage.approvers;
			await bench().vote(await pending({ sla: clockStarted(3) }), one, 'approved');
			await bench().vote(await pending({ sla: clockStarted(1) }), one, 'rejected');
			await bench().vote(await pending({ sla: null }), other, 'sent_back');
			const sampled = { ...suitePolicy, rules: [], sampled: true };
			await bench().vote(await pending({ sla: null, policy: sampled }), other, 'rejected');
			const changed = await pending({ sla: null });
			await bench().vote(changed, one, 'approved');
			await bench().changePrice(changed.recordId, 70);
			await bench().apply(changed);

			const found = await figures();
			expect(of(found.decided, 'all')).toMatchObject([
				{
					byPolicy: 0,
					byPeople: 5,
					approved: 1,
					rejected: 2,
					sentBack: 1,
					void: 1,
					promised: 2,
					late: 1,
					escalated: 0,
					exceptions: 3,
					overrides: 1,
					sampled: 1,
					sampledRefused: 1,
					within: Array.from({ length: 9 }, () => 5),
					waiting: [expect.any(Number), expect.any(Number)],
				},
			]);
			expect(of(found.decided, 'approver')).toHaveLength(2);
			expect(of(found.decided, 'approver')).toEqual(
				expect.arrayContaining([
					expect.objectContaining({ key: String(one.id), byPeople: 3, overrides: 1, late: 1 }),
					expect.objectContaining({ key: String(other.id), byPeople: 2, overrides: 0 }),
				]),
			);
			expect(found.labels.approver).toMatchObject({ [one.id]: one.name, [other.id]: other.name });
			expect(found.rules).toEqual([
				{
					policy: 'suite 1',
					rule: 'high-discount',
					decided: 4,
					approved: 1,
					rejected: 1,
					sentBack: 1,
				},
			]);
			const superseded = of(found.happened, 'all').filter(({ type }) => type === 'superseded');
			expect(superseded).toMatchObject([{ count: 1 }]);
		});

		it('tell what was advised, and where people did something else', async () => {
			const [approver] = bench().stage.approvers;
			const advice = advising('approve');
			for (const decision of ['approved', 'rejected', 'sent_back'] as const)
				await bench().vote(await pending({ advice }), approver, decision);
			await bench().vote(await pending({ advice: null }), approver, 'approved');

			expect(of((await figures()).decided, 'all')).toMatchObject([
				{ advised: 3, againstAdvice: 2 },
			]);
		});

		it('tell what waits now, for whom, and how long it has waited', async () => {
			const [one] = bench().stage.approvers;
			await pending({ sla: clockStarted(3) });
			await pending({
				sla: null,
				steps: [bench().step({ approverIds: [one.id] })],
			});

			const found = await figures({ fromSeconds: 1 });
			expect(of(found.waiting, 'all')).toMatchObject([
				{
					count: 2,
					overdue: 1,
					withoutDueTime: 1,
					inManualQueue: 0,
					age: [expect.any(Number), expect.any(Number)],
				},
			]);
			const waiting = of(found.waiting, 'approver');
			expect(waiting.find(({ key }) => key === String(one.id))).toMatchObject({ count: 2 });
			expect(waiting).toHaveLength(2);
		});

		it('tell how events came through', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			await bench().openedCase(orderId, { outboxId: event?.id ?? 0 });

			const found = await figures({ areas: ['sales_order_release'] });
			const [events] = of(found.events, 'all');
			expect(events).toMatchObject({ lag: [expect.any(Number), expect.any(Number)] });
			expect(events?.written).toBeGreaterThanOrEqual(events?.acknowledged ?? 0);
			expect(events?.acknowledged).toBeGreaterThan(0);
			const [opened] = of(found.opened, 'area');
			expect(opened).toMatchObject({ routing: [expect.any(Number), expect.any(Number)] });
		});

		it('are told by period, on the clock of a zone', async () => {
			await passed();
			const zone = 'Pacific/Kiritimati';
			const found = await figures({ period: { unit: 'day', zone } });
			const today = new Date(Date.parse(found.at) + 14 * 3_600_000).toISOString().slice(0, 10);
			const one = { by: 'period', key: `${today}T00:00` };
			expect(of(found.opened, 'period')).toMatchObject([{ ...one, count: 1 }]);
			expect(of(found.decided, 'period')).toMatchObject([{ ...one, byPolicy: 1 }]);
			expect(of(found.happened, 'period')).toEqual(
				expect.arrayContaining([{ ...one, type: 'opened', count: 1 }]),
			);
			expect(of(found.waiting, 'period')).toEqual([]);
		});

		it('leave out what was before and after', async () => {
			await passed();
			const found = await figures({ fromSeconds: 7_200, toSeconds: 3_600 });
			expect(found).toMatchObject({ opened: [], decided: [], happened: [] });
			const all = await figures({ fromSeconds: null });
			expect(Date.parse(all.from ?? '')).toBeLessThanOrEqual(Date.parse(all.at));
			expect(of(all.opened, 'all')).toMatchObject([{ count: 1 }]);
		});
	});
}
