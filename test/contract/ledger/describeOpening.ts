import { OdooMissingError, OdooUserError } from '../../../src/odoo/errors';
import { unknownId } from './unknownId';
import { leave, release, type LedgerBench } from './LedgerBench';

export function describeOpening(bench: () => LedgerBench): void {
	describe('opening', () => {
		it('makes a case that shows what was given, and asks the first step', async () => {
			const orderId = await bench().sentQuotation();
			const command = await bench().openCommand(orderId);
			const opened = await bench().ledger.execute(command);

			const { salesperson, approvers } = bench().stage;
			expect(opened).toMatchObject({
				status: 'opened',
				case: {
					name: `${command.recordName} · Sales order release`,
					area: 'sales_order_release',
					model: 'sale.order',
					recordId: orderId,
					state: 'pending',
					outcome: 'none',
					version: 1,
					step: 0,
					round: 1,
					steps: command.steps,
					votes: [],
					fingerprint: command.fingerprint,
					requester: { id: salesperson.id, name: salesperson.name },
					facts: command.facts,
					figures: command.figures,
					lines: command.lines,
					policy: command.policy,
					sla: command.sla,
					advice: null,
					escalationLevel: 0,
					exhausted: false,
					decision: null,
					resumeUrl: null,
					executionId: null,
					trail: [{ seq: 1, type: 'opened', actor: { id: salesperson.id } }],
				},
			});
			const asked = opened.status === 'opened' ? opened.case.approvers : [];
			expect(asked.map(({ id }) => id)).toEqual(approvers.map(({ id }) => id));
		});

		it('acknowledges the event in the same breath', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const { id, name } = await bench().openedCase(orderId, { outboxId: event?.id ?? 0 });

			expect(await bench().eventsAbout(orderId)).toMatchObject([
				{ x_state: 'acknowledged', x_case_id: [id, name] },
			]);
		});

		it('is done once for the same event and content', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const command = await bench().openCommand(orderId, { outboxId: event?.id ?? 0 });
			const first = await bench().ledger.execute(command);

			expect(await bench().ledger.execute(command)).toEqual({
				status: 'already_handled',
				caseId: first.status === 'opened' ? first.case.id : null,
				state: 'pending',
			});
		});

		it('is not done for a new event about the content of the open case', async () => {
			const orderId = await bench().sentQuotation();
			const { id } = await bench().openedCase(orderId);
			const [event] = await bench().eventsAbout(orderId);
			const command = await bench().openCommand(orderId, { outboxId: event?.id ?? 0 });

			const handled = { status: 'already_handled', caseId: id, state: 'pending' };
			expect(await bench().ledger.execute(command)).toEqual(handled);
			expect(await bench().eventsAbout(orderId)).toMatchObject([{ x_state: 'acknowledged' }]);
		});

		it('supersedes the open case when the content is another', async () => {
			const orderId = await bench().sentQuotation();
			const first = await bench().openedCase(orderId);
			await bench().changePrice(orderId, 90);
			const second = await bench().openedCase(orderId);

			expect(await bench().show(first)).toMatchObject({
				state: 'superseded',
				approvers: [],
				trail: [{ type: 'opened' }, { type: 'superseded', actor: null }],
			});
			expect(second).toMatchObject({ state: 'pending', version: 1 });
			expect(await bench().openCases(orderId)).toEqual([second.id]);
		});

		it('supersedes it as well when somebody asks expressly and more is known by now', async () => {
			const orderId = await bench().sentQuotation();
			const first = await bench().openedCase(orderId);
			await bench().stage.requestApproval(orderId);
			const events = await bench().eventsAbout(orderId);
			const request = events.find((event) => event['x_requested'] === true);
			const outboxId = request?.id ?? 0;
			const { facts } = await bench().openCommand(orderId);
			const more = { ...facts, isReasonGiven: true };
			const second = await bench().openedCase(orderId, { outboxId, facts: more });

			expect(second.facts).toEqual(more);
			expect(await bench().show(first)).toMatchObject({
				state: 'superseded',
				trail: [
					{ type: 'opened' },
					{ type: 'superseded', data: { reason: 'It is judged anew, by what is known now' } },
				],
			});
		});

		it('leaves it when somebody asks expressly and nothing more is known', async () => {
			const orderId = await bench().sentQuotation();
			const first = await bench().openedCase(orderId);
			await bench().stage.requestApproval(orderId);
			const events = await bench().eventsAbout(orderId);
			const request = events.find((event) => event['x_requested'] === true);
			const command = await bench().openCommand(orderId, { outboxId: request?.id ?? 0 });

			expect(await bench().ledger.execute({ ...command, facts: first.facts })).toMatchObject({
				status: 'already_handled',
				caseId: first.id,
			});
		});

		it('opens none for an event whose case gave way to one that was decided', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			await bench().openedCase(orderId, { outboxId });
			await bench().changePrice(orderId, 90);
			const rejected = await bench().rejectedCase(orderId);
			await bench().changePrice(orderId, 80);
			const command = await bench().openCommand(orderId, { outboxId });

			expect(await bench().ledger.execute(command)).toMatchObject({
				status: 'already_handled',
				caseId: rejected.id,
			});
		});

		it('opens a new case when superseded content comes back (A, B, A)', async () => {
			const orderId = await bench().sentQuotation();
			const first = await bench().openedCase(orderId);
			await bench().changePrice(orderId, 90);
			await bench().openedCase(orderId);
			await bench().changePrice(orderId, 100);
			const third = await bench().openedCase(orderId);

			expect(third.fingerprint).toBe(first.fingerprint);
			expect(third.id).not.toBe(first.id);
			expect(await bench().openCases(orderId)).toEqual([third.id]);
		});

		it('goes through the event of a superseded case again, for what the record is now', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const outboxId = event?.id ?? 0;
			const first = await bench().openedCase(orderId, { outboxId });
			await bench().changePrice(orderId, 90);
			const second = await bench().openedCase(orderId, { outboxId });

			expect(second.state).toBe('pending');
			expect((await bench().show(first)).state).toBe('superseded');
		});

		it('does nothing when the record changed since it was read', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const command = await bench().openCommand(orderId, { outboxId: event?.id ?? 0 });
			await bench().changePrice(orderId, 90);

			expect(await bench().ledger.execute(command)).toEqual({ status: 'changed' });
			expect(await bench().openCases(orderId)).toEqual([]);
			expect((await bench().eventsAbout(orderId))[0]).toMatchObject({ x_state: 'pending' });
		});

		it('says that the event or the record is missing', async () => {
			const command = await bench().openCommand(await bench().sentQuotation());

			const eventless = { ...command, outboxId: unknownId };
			expect(await bench().ledger.execute(eventless)).toEqual({ status: 'event_missing' });
			const recordless = { ...command, recordId: unknownId };
			expect(await bench().ledger.execute(recordless)).toEqual({ status: 'record_missing' });
		});

		it('says what there is to know of a case that does not exist', async () => {
			const asked = bench().ledger.execute({ command: 'show', caseId: unknownId });
			await expect(asked).rejects.toBeInstanceOf(OdooUserError);
			await expect(asked).rejects.not.toBeInstanceOf(OdooMissingError);
		});
	});

	describe('content that a person rejected', () => {
		it('is not asked again', async () => {
			const orderId = await bench().sentQuotation();
			const rejected = await bench().rejectedCase(orderId);
			const [event] = await bench().eventsAbout(orderId);

			const command = await bench().openCommand(orderId, { outboxId: event?.id ?? 0 });
			expect(await bench().ledger.execute(command)).toEqual({
				status: 'already_handled',
				caseId: rejected.id,
				state: 'rejected',
			});
			expect(await bench().eventsAbout(orderId)).toMatchObject([{ x_state: 'acknowledged' }]);
		});

		it('is asked again when it was changed', async () => {
			const orderId = await bench().sentQuotation();
			await bench().rejectedCase(orderId);
			await bench().changePrice(orderId, 90);

			expect(await bench().openedCase(orderId)).toMatchObject({ state: 'pending' });
		});

		it('is asked again when somebody asks for it expressly', async () => {
			const orderId = await bench().sentQuotation();
			await bench().rejectedCase(orderId);
			await bench().stage.requestApproval(orderId);
			const events = await bench().eventsAbout(orderId);

			const request = events.find((event) => event['x_requested'] === true);
			const again = await bench().openedCase(orderId, { outboxId: request?.id ?? 0 });
			expect(again).toMatchObject({ state: 'pending' });
		});
	});

	describe('opening with a decision of policy', () => {
		it('decides, carries out and acknowledges in one go', async () => {
			const orderId = await bench().sentQuotation();
			const [event] = await bench().eventsAbout(orderId);
			const decided = await bench().openedCase(orderId, {
				outboxId: event?.id ?? 0,
				steps: [],
				policyDecision: 'approved',
				effect: release,
			});

			expect(decided).toMatchObject({
				state: 'approved',
				outcome: 'released',
				version: 3,
				approvers: [],
				decision: { decision: 'approved', by: null },
				trail: [
					{ type: 'opened' },
					{ type: 'approved', actor: null },
					{ type: 'released', data: { recordState: 'sale', message: null } },
				],
			});
			expect(await bench().orderState(orderId)).toBe('sale');
			expect((await bench().eventsAbout(orderId))[0]).toMatchObject({
				x_state: 'acknowledged',
			});
		});

		it('leaves a record that policy rejects as it is', async () => {
			const orderId = await bench().sentQuotation();
			const decided = await bench().openedCase(orderId, {
				steps: [],
				policyDecision: 'rejected',
				effect: leave,
			});

			expect(decided).toMatchObject({ state: 'rejected', outcome: 'kept' });
			expect(await bench().orderState(orderId)).toBe('sent');
		});
	});
}
