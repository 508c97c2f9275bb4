import type { CaseView } from '../../../src/domain/case/caseView';
import type { Decision } from '../../../src/domain/case/vocabulary';
import type { Ledger } from '../../../src/odoo/ledger/Ledger';
import { release, type LedgerBench } from './LedgerBench';

/** So many at once; each through connections of its own. */
const AT_ONCE = 16;

/** Races of two that are run beside each other. */
const TRACKS = 4;

export function describeRaces(bench: () => LedgerBench): void {
	const atOnce = async <T>(act: (index: number) => Promise<T>): Promise<T[]> =>
		await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => act(index)));
	const ledger = () => bench().ledgerOf(bench().stage.integration);

	/** What an approval and an escalation at the same moment come to; one of them is sent first. */
	const endOfRace = async (
		[voting, climbing]: readonly [Ledger, Ledger],
		open: CaseView,
		isVoteFirst: boolean,
	): Promise<string> => {
		const { approvers, manager } = bench().stage;
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
		const [first, second] = isVoteFirst ? [vote(), climb()] : [climb(), vote()];
		const [voted, climbed] = isVoteFirst ? [first, second] : [second, first];
		const answers = `${(await voted).status}, ${(await climbed).status}`;
		const { trail } = await bench().show(open);
		return `${answers}: ${trail.map(({ type }) => type).join(', ')}`;
	};

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
			const { races } = bench().stage;
			const ends: string[] = [];
			// Whoever loses waits a moment before Odoo tries again; so there are several tracks.
			const runTrack = async (first: number) => {
				// Another fingerprint opens another case, which takes the place of the one before.
				const order = await bench().openCommand(await bench().sentQuotation());
				// Both have found the ledger before, so that neither has a longer way.
				const racers = [ledger(), ledger()] as const;
				const earlier = await bench().pendingCase();
				for (const one of racers) await one.execute({ command: 'show', caseId: earlier.id });
				for (let race = first; race < races; race += TRACKS) {
					const opened = await racers[0].execute({ ...order, fingerprint: `race-${race}` });
					if (opened.status !== 'opened') throw new Error(`The case was ${opened.status}`);
					ends.push(await endOfRace(racers, opened.case, race % (2 * TRACKS) < TRACKS));
				}
			};
			await Promise.all(Array.from({ length: TRACKS }, async (_, first) => await runTrack(first)));

			const approved = 'recorded, already_decided: opened, voted, approved';
			const escalated = 'refused, escalated: opened, escalated';
			expect(ends.filter((end) => end !== approved && end !== escalated)).toEqual([]);
			expect(ends).toHaveLength(races);
			// Otherwise nothing was raced.
			expect(ends).toContain(approved);
			expect(ends).toContain(escalated);
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
