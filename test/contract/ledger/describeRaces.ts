import type { Decision } from '../../../src/domain/case/vocabulary';
import { release, type LedgerBench } from './LedgerBench';

/** So many at once; each through connections of its own. */
const AT_ONCE = 16;

export function describeRaces(bench: () => LedgerBench): void {
	const atOnce = async <T>(act: (index: number) => Promise<T>): Promise<T[]> =>
		await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => act(index)));
	const ledger = () => bench().ledgerOf(bench().stage.integration);

	describe('at the same time', () => {
		it('one event opens one case', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const command = await bench().openCommand(orderId, { outboxId: event?.id ?? 0 });
			const answers = await atOnce(() => ledger().execute(command));

			expect(answers.filter(({ status }) => status === 'opened')).toHaveLength(1);
			expect(await bench().openCases(orderId)).toHaveLength(1);
		}, 120_000);

		it('one record opens one case, also without an event', async () => {
			const orderId = await bench().sentQuotation();
			const command = await bench().openCommand(orderId);
			const answers = await atOnce(() => ledger().execute(command));

			const handled = answers.filter(({ status }) => status === 'already_handled');
			expect(answers.filter(({ status }) => status === 'opened')).toHaveLength(1);
			expect(handled).toHaveLength(AT_ONCE - 1);
		}, 120_000);

		it('a straight-through order is confirmed once', async () => {
			const orderId = await bench().sentQuotation();
			const command = await bench().openCommand(orderId, {
				steps: [],
				policyDecision: 'approved',
				effect: release,
			});
			const answers = await atOnce(() => ledger().execute(command));

			const released = answers.filter(
				(answer) => answer.status === 'opened' && answer.case.outcome === 'released',
			);
			expect(released).toHaveLength(1);
			expect(await bench().orderState(orderId)).toBe('sale');
		}, 120_000);

		it('one vote decides, whoever clicks', async () => {
			const open = await bench().pendingCase();
			const { approvers } = bench().stage;
			const decisions: Decision[] = ['approved', 'rejected', 'sent_back'];
			const answers = await atOnce((index) =>
				ledger().execute({
					command: 'vote',
					caseId: open.id,
					actorId: approvers[index % 2 === 0 ? 0 : 1].id,
					step: 0,
					round: 1,
					decision: decisions[index % 3] ?? 'approved',
					reasonCode: null,
					reason: 'Clicked',
					channel: 'page',
				}),
			);

			const { trail, state } = await bench().show(open);
			expect(trail.map(({ type }) => type)).toEqual(['opened', 'voted', state]);
			const recorded = answers.filter(({ status }) => status === 'recorded');
			const [deciding] = trail.filter(({ type }) => type === 'voted');
			expect(recorded.length).toBeGreaterThanOrEqual(1);
			for (const answer of recorded) {
				expect(answer.case.decision?.by).toEqual(deciding?.actor);
				expect(answer.case.decision?.decision).toBe(state);
			}
		}, 120_000);

		it('an approval and the escalation never both count, however often they meet', async () => {
			const { approvers, manager, races } = bench().stage;
			const [voting, climbing] = [ledger(), ledger()];
			const ends: Array<{ trail: string; answers: string; round: number }> = [];
			// Another fingerprint opens another case, which takes the place of the one before.
			const order = await bench().openCommand(await bench().sentQuotation());
			for (let race = 0; race < races; race += 1) {
				const opened = await voting.execute({ ...order, fingerprint: `race-${race}` });
				if (opened.status !== 'opened') throw new Error(`The case was ${opened.status}`);
				const open = opened.case;
				const vote = async () =>
					await voting.execute({
						command: 'vote',
						caseId: open.id,
						actorId: approvers[0].id,
						step: 0,
						round: 1,
						decision: 'approved',
						reasonCode: null,
						reason: null,
						channel: 'page',
					});
				const climb = async () =>
					await climbing.execute({
						command: 'escalate',
						caseId: open.id,
						version: open.version,
						level: 1,
						action: 'ask',
						step: bench().step({ role: 'director', approverIds: [manager.id] }),
						sla: null,
						reason: 'Nobody decided in time',
					});
				// Each goes first in every other race.
				const [voted, climbed] =
					race % 2 === 0
						? await Promise.all([vote(), climb()])
						: await Promise.all([climb(), vote()]).then(([left, right]) => [right, left] as const);

				const { round, trail } = await bench().show(open);
				ends.push({
					trail: trail.map(({ type }) => type).join(),
					answers: `${voted.status}, ${climbed.status}`,
					round,
				});
			}
			const approved = {
				trail: 'opened,voted,approved',
				answers: 'recorded, already_decided',
				round: 1,
			};
			const escalated = { trail: 'opened,escalated', answers: 'refused, escalated', round: 2 };
			const isOneOf = (end: (typeof ends)[number], way: typeof approved) =>
				JSON.stringify(end) === JSON.stringify(way);
			const of = (way: typeof approved) => ends.filter((end) => isOneOf(end, way)).length;
			expect(ends.filter((end) => !isOneOf(end, approved) && !isOneOf(end, escalated))).toEqual([]);
			expect(of(approved) + of(escalated)).toBe(races);
			// Otherwise nothing was raced.
			expect(Math.min(of(approved), of(escalated))).toBeGreaterThan(0);
		}, 600_000);

		it('an order is confirmed once, however often it is applied', async () => {
			const decided = await bench().decidedCase('approved');
			const answers = await atOnce(() =>
				ledger().execute({ command: 'apply', caseId: decided.id, effect: release }),
			);

			expect(answers.filter(({ status }) => status === 'applied')).toHaveLength(1);
			const { trail } = await bench().show(decided);
			expect(trail.filter(({ type }) => type === 'released')).toHaveLength(1);
		}, 120_000);
	});
}
