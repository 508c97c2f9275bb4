import { OdooUserError } from '../../../src/odoo/errors';
import { leave, release, type LedgerBench } from './LedgerBench';

export function describeApplying(bench: () => LedgerBench): void {
	describe('applying', () => {
		it('waits for a decision', async () => {
			const open = await bench().pendingCase();

			expect(await bench().apply(open)).toMatchObject({
				status: 'not_decided',
				case: { state: 'pending', version: 1 },
			});
		});

		it('confirms an approved order and reads it back', async () => {
			const decided = await bench().decidedCase('approved');

			expect(await bench().apply(decided)).toMatchObject({
				status: 'applied',
				recordState: 'sale',
				message: null,
				case: { state: 'approved', outcome: 'released', version: 3 },
			});
			expect(await bench().orderState(decided.recordId)).toBe('sale');
		});

		it('notes whose record it was, and when it was asked for, decided and carried out', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const open = await bench().openedCase(orderId, { outboxId: event?.id ?? 0 });
			await bench().vote(open, bench().stage.approvers[0], 'approved');
			const [order] = await bench().read(
				'sale.order',
				[['id', '=', orderId]],
				['company_id', 'partner_id'],
			);
			const columns = ['x_company_id', 'x_partner_id', 'x_asked_at', 'x_decided_at', 'x_ended_at'];
			const row = async () => {
				const about = [['id', '=', open.id]];
				const [found] = await bench().read('x_approval_case', about, columns);
				return new Map(Object.entries(found ?? {}));
			};
			const before = await row();
			expect(before.get('x_company_id')).toEqual(order?.['company_id']);
			expect(before.get('x_partner_id')).toEqual(order?.['partner_id']);
			expect(before.get('x_ended_at')).toBe(false);
			await bench().apply(open);

			const after = await row();
			const times = columns.slice(2).map((column) => String(after.get(column)));
			expect(times).toEqual(times.map(() => expect.stringMatching(/^\d{4}-/)));
			expect(times).toEqual([...times].sort());
		});

		it('reckons how long each step took once it is known', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const open = await bench().openedCase(orderId, { outboxId: event?.id ?? 0 });
			const times = ['x_asked_at', 'create_date', 'x_decided_at', 'x_ended_at'];
			const reckoned = ['x_routing_hours', 'x_decision_hours', 'x_applying_hours'];
			const about = [['id', '=', open.id]];
			const read = async (columns: string[]) => {
				const [found = {}] = await bench().read('x_approval_case', about, columns);
				return Object.fromEntries(Object.entries(found).filter(([name]) => name !== 'id'));
			};
			const choices = ['x_decided_within', 'x_decided_through'];
			expect(await read([...reckoned.slice(1), ...choices])).toEqual({
				x_decision_hours: 0,
				x_applying_hours: 0,
				x_decided_within: false,
				x_decided_through: false,
			});
			await bench().vote(open, bench().stage.approvers[0], 'approved');
			await bench().apply(open);

			const known = await read(times);
			const [asked = 0, opened = 0, decided = 0, ended = 0] = times.map(
				(column) => Date.parse(`${String(known[column])}Z`) / 3_600_000,
			);
			// Odoo shows times to the second, and may reckon with parts of it.
			const near = (hours: number) => expect.closeTo(hours, 3);
			expect(await read([...reckoned, ...choices])).toEqual({
				x_routing_hours: near(opened - asked),
				x_decision_hours: near(decided - opened),
				x_applying_hours: near(ended - decided),
				x_decided_within: '001h',
				x_decided_through: 'people',
			});
		});

		it.each(['rejected', 'sent_back'] as const)('leaves the order alone: %s', async (decision) => {
			const decided = await bench().decidedCase(decision);

			expect(await bench().apply(decided, leave)).toMatchObject({
				status: 'applied',
				recordState: null,
				message: null,
				case: { state: decision, outcome: 'kept' },
			});
			expect(await bench().orderState(decided.recordId)).toBe('sent');
		});

		it('is done once', async () => {
			const decided = await bench().decidedCase('approved');
			await bench().apply(decided);

			expect(await bench().apply(decided)).toEqual({
				status: 'already_handled',
				caseId: decided.id,
				state: 'approved',
			});
		});

		it('does nothing when the order changed after it was approved', async () => {
			const decided = await bench().decidedCase('approved');
			await bench().changePrice(decided.recordId, 90);

			expect(await bench().apply(decided)).toMatchObject({
				status: 'applied',
				recordState: null,
				case: { state: 'superseded', outcome: 'changed' },
			});
			expect(await bench().orderState(decided.recordId)).toBe('sent');
			expect(await bench().apply(decided)).toMatchObject({ status: 'already_handled' });
		});

		it('undoes what did not reach the expected state, and may be tried again', async () => {
			const decided = await bench().decidedCase('approved');
			const impossible = { ...release, expect: { field: 'state', values: ['delivered'] } };

			expect(await bench().apply(decided, impossible)).toMatchObject({
				status: 'applied',
				recordState: 'sent',
				message:
					'Odoo ran action_confirm without an error, and the record is still in state "sale".',
				case: { state: 'approved', outcome: 'not_released' },
			});
			expect(await bench().orderState(decided.recordId)).toBe('sent');
			expect(await bench().apply(decided)).toMatchObject({
				status: 'applied',
				case: { outcome: 'released' },
			});
		});

		it('keeps the words of Odoo when it refuses', async () => {
			const decided = await bench().decidedCase('approved');
			await bench().change(decided.recordId, { state: 'cancel' });

			const applied = await bench().apply(decided);
			expect(applied).toMatchObject({
				status: 'applied',
				recordState: 'cancel',
				message: expect.stringContaining('not in a state requiring confirmation'),
				case: { state: 'approved', outcome: 'not_released' },
			});
		});

		it('does not claim what somebody did by hand', async () => {
			const decided = await bench().decidedCase('approved');
			await bench().confirmByHand(decided.recordId);

			expect(await bench().apply(decided)).toMatchObject({
				recordState: 'sale',
				message: 'It was in state "sale" already: somebody did this by hand, not by this case.',
				case: { outcome: 'not_released' },
			});
		});

		it('calls no method that no area names', async () => {
			const decided = await bench().decidedCase('approved');

			const applied = bench().apply(decided, { ...release, method: 'unlink' });
			await expect(applied).rejects.toBeInstanceOf(OdooUserError);
		});

		it('does not do for a rejected case what an approval would', async () => {
			const decided = await bench().decidedCase('rejected');

			await expect(bench().apply(decided, release)).rejects.toBeInstanceOf(OdooUserError);
			expect(await bench().orderState(decided.recordId)).toBe('sent');
		});

		it('tells the followers of the order, with the seal of the trail', async () => {
			const decided = await bench().decidedCase('rejected');
			const applied = await bench().apply(decided, leave);

			const lastHash = applied.status === 'applied' ? applied.case.lastHash : '';
			const notes = await bench().read(
				'mail.message',
				[
					['model', '=', 'sale.order'],
					['res_id', '=', decided.recordId],
				],
				['body'],
			);
			const note = String(notes.at(-1)?.['body']);
			const [approver] = bench().stage.approvers;
			expect(note).toContain(`Rejected by ${approver.name}`);
			expect(note).toContain('Below what it costs');
			expect(note).toContain(decided.name);
			expect(note).toContain(lastHash);
		});
	});
}
