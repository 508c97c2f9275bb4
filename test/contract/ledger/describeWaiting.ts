import type { CaseView } from '../../../src/domain/case/caseView';
import type { LedgerBench } from './LedgerBench';
import type { StageUser } from './LedgerStage';
import { unknownId } from './unknownId';

export function describeWaiting(bench: () => LedgerBench): void {
	describe('waiting', () => {
		it('notes who waits where, and says it once', async () => {
			const { id } = await bench().pendingCase();
			const wait = async (resumeUrl: string, executionId: string) => {
				const command = { command: 'wait', caseId: id, resumeUrl, executionId } as const;
				return (await bench().ledger.execute({ ...command, links: [] })).case;
			};

			const first = await wait('https://n8n.example.com/webhook-waiting/5?s=a', '5');
			expect(first).toMatchObject({
				version: 2,
				resumeUrl: 'https://n8n.example.com/webhook-waiting/5?s=a',
				executionId: '5',
				trail: [{ type: 'opened' }, { type: 'waiting', data: { executionId: '5' } }],
			});
			expect(await wait('https://n8n.example.com/webhook-waiting/5?s=a', '5')).toEqual(first);
			expect(await wait('https://n8n.example.com/webhook-waiting/6?s=b', '6')).toMatchObject({
				version: 3,
				trail: [{}, {}, { type: 'waiting', data: { executionId: '6' } }],
			});
		});
	});

	describe('the links of those asked', () => {
		const linkOf = ({ login }: StageUser) => `https://n8n.example.com/wait/5?a=${login}&b=1`;
		const wait = async (open: CaseView, users: readonly StageUser[]) => {
			const links = users.map((user) => ({ approverId: user.id, url: linkOf(user) }));
			const resumeUrl = 'https://n8n.example.com/wait/5';
			const command = { command: 'wait', caseId: open.id, resumeUrl, links } as const;
			return await bench().ledger.execute({ ...command, executionId: '5' });
		};
		/** Links about a case, in the messages that somebody can read. */
		const linksReadBy = async (user: StageUser, { id }: CaseView) => {
			const domain = [
				['model', '=', 'x_approval_case'],
				['res_id', '=', id],
			];
			const messages = await bench().read('mail.message', domain, ['body'], user);
			const bodies = messages.map((message) => String(message['body']));
			return bodies.flatMap((body) =>
				[...body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
			);
		};

		it('reach each of them alone', async () => {
			const open = await bench().pendingCase();
			const { approvers, manager } = bench().stage;
			await wait(open, approvers);

			for (const user of approvers) {
				expect(await linksReadBy(user, open)).toEqual([linkOf(user)]);
			}
			expect(await linksReadBy(manager, open)).toEqual([]);
		});

		it('are sent once a round', async () => {
			const open = await bench().pendingCase();
			const { approvers, manager } = bench().stage;
			await wait(open, approvers);
			await wait(open, approvers);
			expect(await linksReadBy(approvers[0], open)).toHaveLength(1);

			await bench().ledger.execute({
				command: 'escalate',
				caseId: open.id,
				version: (await bench().show(open)).version,
				level: 1,
				action: 'ask',
				step: bench().step({ approverIds: [approvers[0].id, manager.id] }),
				sla: null,
				reason: 'Nobody decided in time',
			});
			await wait(open, [approvers[0], manager]);
			expect(await linksReadBy(approvers[0], open)).toHaveLength(2);
			expect(await linksReadBy(manager, open)).toHaveLength(1);
		});

		it('are not sent to whoever is not asked', async () => {
			const open = await bench().pendingCase();
			await wait(open, [bench().stage.manager]);

			expect(await linksReadBy(bench().stage.manager, open)).toEqual([]);
		});
	});

	describe('superseding', () => {
		it('takes a pending case out of play', async () => {
			const { id } = await bench().pendingCase();

			const command = { command: 'supersede', caseId: id, reason: 'Taken over' } as const;
			expect(await bench().ledger.execute(command)).toMatchObject({
				status: 'superseded',
				case: {
					state: 'superseded',
					approvers: [],
					trail: [{}, { type: 'superseded', data: { reason: 'Taken over' } }],
				},
			});
			expect(await bench().ledger.execute(command)).toMatchObject({ status: 'already_decided' });
		});
	});

	describe('noting', () => {
		it('adds to the trail and tells the followers of the case', async () => {
			const { id } = await bench().pendingCase();
			const text = 'The customer called: <b>urgent</b>';
			const noted = await bench().ledger.execute({ command: 'note', caseId: id, text });

			expect(noted.case.trail[1]).toMatchObject({ type: 'noted', actor: null, data: { text } });
			const domain = [
				['model', '=', 'x_approval_case'],
				['res_id', '=', id],
			];
			const messages = await bench().read('mail.message', domain, ['body']);
			expect(String(messages.at(-1)?.['body'])).toContain('&lt;b&gt;urgent&lt;/b&gt;');
		});
	});

	describe('looking up people', () => {
		it('finds them by login and by group, each once', async () => {
			const { approvers, manager } = bench().stage;
			const group = 'n8n_approvals.group_manager';
			const { users } = await bench().ledger.execute({
				command: 'directory',
				logins: [approvers[0].login, manager.login, 'nobody-at-all'],
				groups: [group],
			});

			const found = users.map(({ id, login, groups }) => ({ id, login, groups }));
			expect(found).toContainEqual({
				id: approvers[0].id,
				login: approvers[0].login,
				groups: [],
			});
			expect(found.filter(({ id }) => id === manager.id)).toEqual([
				{ id: manager.id, login: manager.login, groups: [group] },
			]);
			expect(found.map(({ login }) => login)).not.toContain('nobody-at-all');
		});

		it('counts members of a group that implies the group', async () => {
			const { users } = await bench().ledger.execute({
				command: 'directory',
				logins: [],
				groups: ['n8n_approvals.group_approver'],
			});
			const { approvers, manager } = bench().stage;
			const ids = users.map(({ id }) => id);
			expect(ids).toEqual(expect.arrayContaining([...approvers, manager].map(({ id }) => id)));
		});
	});

	describe('acknowledging', () => {
		it('is done once, for an event that is there', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const acknowledge = async (outboxId: number) =>
				await bench().ledger.execute({ command: 'acknowledge', outboxId });

			const outboxId = event?.id ?? 0;
			expect(await acknowledge(outboxId)).toEqual({ status: 'acknowledged' });
			expect(await acknowledge(outboxId)).toEqual({ status: 'already_handled' });
			expect(await acknowledge(unknownId)).toEqual({ status: 'event_missing' });
			expect(await bench().gather(orderId, outboxId)).toEqual({
				status: 'already_handled',
				caseId: null,
				state: null,
			});
		});
	});
}
