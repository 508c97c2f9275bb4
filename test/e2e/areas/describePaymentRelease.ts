import { paymentRelease } from '../../../src/domain/areas/paymentRelease/paymentRelease';
import type { AreaStage } from './AreaStage';
import { postedBill } from './postedBill';
import { payments } from './records/payments';

/** The same figures out of Odoo's own tables, in the company's currency. */
const paymentSql = (payment: number) => `
	SELECT round(pay.amount / own.rate, 2), -owed.residual,
		greatest(0, round(pay.amount / own.rate, 2) - greatest(0, -owed.residual)),
		(SELECT count(*) FROM account_payment other WHERE other.partner_id = pay.partner_id
			AND other.id <> pay.id AND other.state IN ('in_process', 'paid'))
	FROM account_payment pay
	JOIN LATERAL (
		SELECT rate.rate FROM res_currency_rate rate
		WHERE rate.currency_id = pay.currency_id AND rate.name <= pay.date
		ORDER BY rate.name DESC LIMIT 1
	) own ON true
	JOIN LATERAL (
		SELECT sum(line.amount_residual) AS residual
		FROM account_move_line line
		JOIN account_move move ON move.id = line.move_id
		JOIN account_account account ON account.id = line.account_id
		WHERE line.partner_id = pay.partner_id AND move.state = 'posted'
		AND account.account_type = 'liability_payable'
	) owed ON true
	WHERE pay.id = ${payment}`;

export function describePaymentRelease(stage: () => AreaStage): void {
	describe('payment release', () => {
		const { aSupplier, aPayment, aKnownSupplier } = payments(stage);

		beforeAll(async () => {
			await stage().listenFor([paymentRelease]);
		});

		const stateOf = async (id: number) => await stage().fieldOf('account.payment', id, 'state');
		/** A payment that waits for somebody, since nobody says what it is for. */
		const aWaitingPayment = async (values: Record<string, unknown> = {}) => {
			const { supplier, account } = await aKnownSupplier();
			const id = await aPayment(supplier, { memo: false, ...values });
			return { id, supplier, account, walk: await stage().process(paymentRelease, id) };
		};

		it('asks about the first payment to a supplier, and makes it when it is approved', async () => {
			const { supplier } = await aSupplier();
			const id = await aPayment(supplier);

			const walk = await stage().process(paymentRelease, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['first-payment']);
			expect(await stage().decide(walk, 'approved')).toMatchObject({
				status: 'applied',
				recordState: 'in_process',
				case: { outcome: 'released' },
			});
			expect(await stateOf(id)).toBe('in_process');
		});

		it('makes a payment of open bills straight away', async () => {
			const { supplier } = await aKnownSupplier();
			const id = await aPayment(supplier);

			expect(await stage().process(paymentRelease, id)).toMatchObject({
				policy: { outcome: 'auto_approve', missingFacts: [] },
				opened: { status: 'opened', case: { state: 'approved', outcome: 'released' } },
			});
			expect(await stateOf(id)).toBe('in_process');
			expect(await stage().eventsAbout(paymentRelease, id)).toEqual([]);
		});

		it('knows what is owed, whatever the currency, the credits and the payments made', async () => {
			const franc = await stage().idOf('base.CHF');
			const rate = { currency_id: franc, name: '2026-01-01', rate: 0.8 };
			await stage().makeAsAdmin('res.currency.rate', rate);
			await stage().asAdmin('res.currency', 'write', { ids: [franc], vals: { active: true } });
			const { supplier } = await aKnownSupplier();
			await postedBill(stage(), supplier, 100, { currency_id: franc });
			await postedBill(stage(), supplier, 25.5, { move_type: 'in_refund' });
			const id = await aPayment(supplier, { amount: 900.1, currency_id: franc });

			const [answer = ''] = await stage().sql(paymentSql(id));
			const [value, owed, beyond, before] = answer.split('|').map(Number);
			const { facts } = await stage().gather(paymentRelease, id);
			expect(facts).toMatchObject({
				paymentAmount: value,
				openBillsAmount: owed,
				overpaidAmount: beyond,
				supplierPayments: before,
				samePayments: 0,
				isBankAccountTrusted: true,
				hasMemo: true,
			});
			expect(facts['bankAccountAgeDays']).toBeGreaterThanOrEqual(30);
			// Far enough from nothing that a wrong way of reckoning would show.
			expect([value, owed, beyond, before]).toEqual([1125.13, 1098.5, 26.63, 1]);
		});

		it('knows a note that says why, and a payment of the same amount', async () => {
			const { supplier } = await aKnownSupplier();
			await aPayment(supplier, { amount: 77 });
			const id = await aPayment(supplier, { amount: 77 });
			const facts = async () => (await stage().gather(paymentRelease, id)).facts;
			expect(await facts()).toMatchObject({ samePayments: 1, isJustified: false });

			const note = { body: 'Agreed by phone', message_type: 'comment' };
			await stage().run('account.payment', 'message_post', { ids: [id], ...note });
			expect(await facts()).toMatchObject({ isJustified: true });
		});

		it('cancels a payment that is rejected', async () => {
			const { id, walk } = await aWaitingPayment();

			expect(walk.policy.rules.map((rule) => rule.id)).toEqual(['without-reason']);
			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				recordState: 'canceled',
				case: { outcome: 'released' },
			});
			expect(await stateOf(id)).toBe('canceled');
		});

		it('leaves a payment that is sent back as a draft', async () => {
			const { id, walk } = await aWaitingPayment();

			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			expect(await stateOf(id)).toBe('draft');
		});

		it('asks anew when the payment changes while somebody is asked', async () => {
			const { id, walk } = await aWaitingPayment();
			await stage().write('account.payment', id, { amount: 1500 });

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stateOf(id)).toBe('draft');
			expect(await stage().process(paymentRelease, id)).toMatchObject({
				gathered: { facts: { paymentAmount: 1500, overpaidAmount: 501 } },
				policy: { outcome: 'escalate' },
				opened: { status: 'opened' },
			});
		});

		it('does not pay to an account whose number was changed meanwhile', async () => {
			const { supplier } = await aKnownSupplier();
			const account = await stage().create('res.partner.bank', {
				partner_id: supplier,
				acc_number: 'NEW-1',
			});
			const id = await aPayment(supplier, { partner_bank_id: account });
			const walk = await stage().process(paymentRelease, id);
			expect(walk.policy.rules.map((rule) => rule.id)).toEqual([
				'account-not-trusted',
				'new-account',
			]);
			await stage().write('res.partner.bank', account, { acc_number: 'NEW-2' });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'draft',
				message: 'The number of the bank account was changed since this was read.',
			});
			expect(await stateOf(id)).toBe('draft');
		});

		it('does not pay bills that another payment has paid meanwhile', async () => {
			const { id, supplier, walk } = await aWaitingPayment({ amount: 800 });
			const faster = await aPayment(supplier, { amount: 600 });
			await stage().process(paymentRelease, faster);
			expect(await stateOf(faster)).toBe('in_process');

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				recordState: 'draft',
				message: 'Only 399.00 is owed to the supplier now: it was 999.00 when this was read.',
				case: { outcome: 'not_released' },
			});
			expect(await stateOf(id)).toBe('draft');
		});

		it('says so when Odoo does not let the integration user pay', async () => {
			const { walk } = await aWaitingPayment();
			await stage().letIntegration('account.group_account_manager', false);
			const applied = await stage().decide(walk, 'approved');
			await stage().letIntegration('account.group_account_manager', true);

			expect(applied).toMatchObject({
				recordState: 'draft',
				message: expect.stringContaining("doesn't have 'create' access"),
				case: { outcome: 'not_released' },
			});
		});

		it('does not take back a payment that somebody made by hand', async () => {
			const { id, walk } = await aWaitingPayment();
			await stage().run('account.payment', 'action_post', { ids: [id] });

			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				recordState: 'in_process',
				message: 'The payment is no longer a draft: it is in state "in_process".',
			});
			expect(await stateOf(id)).toBe('in_process');
		});
	});
}
