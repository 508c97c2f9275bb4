import { z } from 'zod';
import { OdooAccessError, OdooUserError } from '../../../src/odoo/errors';
import type { OdooArguments } from '../../../src/odoo/OdooCall';
import type { LedgerBench } from './LedgerBench';
import type { LedgerStage, StageUser } from './LedgerStage';

type Who = 'administrator' | 'approver' | 'integration' | 'manager' | 'salesperson';

const userOf: Record<Who, (stage: LedgerStage) => StageUser> = {
	administrator: ({ administrator }) => administrator,
	approver: ({ approvers }) => approvers[0],
	integration: ({ integration }) => integration,
	manager: ({ manager }) => manager,
	salesperson: ({ salesperson }) => salesperson,
};

const everybody: Who[] = ['administrator', 'approver', 'integration', 'manager', 'salesperson'];

const tables = {
	// Which of them somebody sees is another question; see below.
	x_approval_case: { reads: everybody, creates: [] },
	x_approval_event: { reads: everybody, creates: [] },
	x_approval_decision: { reads: everybody, creates: everybody },
	x_approval_outbox: { reads: ['integration', 'manager'], creates: [] },
	x_approval_subscription: { reads: ['administrator'], creates: [] },
} satisfies Record<string, { reads: Who[]; creates: Who[] }>;

const rights = Object.entries(tables).flatMap(([model, { reads, creates }]) =>
	everybody.map((who) => ({
		model,
		who,
		mayRead: reads.some((one) => one === who),
		mayCreate: creates.some((one) => one === who),
	})),
);

export function describeRights(bench: () => LedgerBench): void {
	describe('rights over the wire', () => {
		const outcomeOf = async (call: Promise<unknown>): Promise<'allowed' | 'refused'> =>
			await call.then(
				() => 'allowed',
				(error: unknown) => {
					if (error instanceof OdooAccessError) return 'refused';
					throw error;
				},
			);
		const anyId = async (model: string) => {
			const readable = model !== 'x_approval_subscription';
			const found = readable ? await bench().read(model, [], ['id']) : [];
			return found.at(-1)?.id ?? 1;
		};

		it.each(rights)('$who: $model, reads $mayRead, creates $mayCreate', async (row) => {
			const { model, who, mayRead, mayCreate } = row;
			const open = await bench().pendingCase();
			const client = bench().client(userOf[who](bench().stage));
			const ids = [model === 'x_approval_case' ? open.id : await anyId(model)];
			const attempt = async (method: string, args: OdooArguments) =>
				await outcomeOf(client.call(model, method, args, z.unknown()));
			const mine = { x_name: 'Mine' };

			expect({
				read: await attempt('search_read', { domain: [], fields: ['id'] }),
				write: await attempt('write', { ids, vals: mine }),
				// Whoever may create a decision does so in other tests.
				create: mayCreate ? 'allowed' : await attempt('create', { vals_list: [mine] }),
				// An entry of a trail has a guard of its own; see below.
				unlink: model === 'x_approval_event' ? 'refused' : await attempt('unlink', { ids }),
			}).toEqual({
				read: mayRead ? 'allowed' : 'refused',
				write: 'refused',
				create: mayCreate ? 'allowed' : 'refused',
				unlink: 'refused',
			});
		});

		it.each<{ who: Who; sees: boolean }>([
			{ who: 'administrator', sees: false },
			{ who: 'approver', sees: true },
			{ who: 'integration', sees: true },
			{ who: 'manager', sees: true },
			{ who: 'salesperson', sees: true },
		])('$who: sees a case that the salesperson asked for: $sees', async ({ who, sees }) => {
			const { id } = await bench().pendingCase();
			const reader = userOf[who](bench().stage);

			const cases = await bench().read('x_approval_case', [['id', '=', id]], ['x_state'], reader);
			const trail = [['x_case_id', '=', id]];
			const events = await bench().read('x_approval_event', trail, ['x_type'], reader);
			expect([cases.length, events.length]).toEqual(sees ? [1, 1] : [0, 0]);
		});

		it('shows nobody else what somebody asked for', async () => {
			const { approvers, salesperson } = bench().stage;
			const { id } = await bench().pendingCase({ requesterId: approvers[1].id });

			const found = await bench().read('x_approval_case', [['id', '=', id]], ['id'], salesperson);
			expect(found).toEqual([]);
		});

		it.each(everybody)('%s deletes no entry of a trail', async (who) => {
			await bench().pendingCase();
			const ids = [await anyId('x_approval_event')];
			const client = bench().client(userOf[who](bench().stage));

			// The guard speaks before the rights do.
			const removal = client.call('x_approval_event', 'unlink', { ids }, z.unknown());
			await expect(removal).rejects.toBeInstanceOf(OdooUserError);
			await expect(removal).rejects.toThrow('append-only');
		});

		it.each(['administrator', 'approver', 'manager', 'salesperson'] as const)(
			'%s runs neither the ledger nor what counts it',
			async (who) => {
				const { id } = await bench().pendingCase();
				const ledger = bench().ledgerOf(userOf[who](bench().stage));

				const voting = ledger.execute({ command: 'supersede', caseId: id, reason: 'Mine' });
				await expect(voting).rejects.toBeInstanceOf(OdooAccessError);
				const counting = ledger.execute({
					command: 'figures',
					areas: [],
					fromSeconds: null,
					toSeconds: 0,
					period: null,
				});
				await expect(counting).rejects.toBeInstanceOf(OdooAccessError);
			},
		);
	});
}
