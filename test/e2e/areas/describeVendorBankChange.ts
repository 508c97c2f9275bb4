import { vendorBankChange } from '../../../src/domain/areas/vendorBankChange/vendorBankChange';
import type { AreaStage } from './AreaStage';
import { postedBill } from './postedBill';
import { bankAccounts } from './records/bankAccounts';

/** The same figures out of Odoo's own tables. */
const accountSql = (account: number) => `
	SELECT (SELECT count(*) FROM res_partner_bank other WHERE other.partner_id = own.partner_id
			AND other.id <> own.id AND other.active),
		(SELECT count(*) FROM res_partner_bank other WHERE other.partner_id = own.partner_id
			AND other.id <> own.id AND other.active AND other.allow_out_payment),
		(SELECT count(*) FROM res_partner_bank other WHERE other.partner_id <> own.partner_id
			AND other.sanitized_acc_number = own.sanitized_acc_number),
		(SELECT -sum(amount_residual_signed) FROM account_move move
			WHERE move.commercial_partner_id = own.partner_id AND move.state = 'posted'
			AND move.move_type IN ('in_invoice', 'in_refund'))
	FROM res_partner_bank own WHERE own.id = ${account}`;

export function describeVendorBankChange(stage: () => AreaStage): void {
	describe('vendor bank account', () => {
		const { aSupplier, anAccount } = bankAccounts(stage);

		beforeAll(async () => {
			await stage().listenFor([vendorBankChange]);
		});

		const isTrusted = async (id: number) =>
			await stage().fieldOf('res.partner.bank', id, 'allow_out_payment');
		const isInUse = async (id: number) => await stage().fieldOf('res.partner.bank', id, 'active');
		const aWaitingAccount = async () => {
			const supplier = await aSupplier();
			const id = await anAccount(supplier);
			return { id, supplier, walk: await stage().process(vendorBankChange, id) };
		};

		it('asks about the first account of a supplier, and trusts it when it is approved', async () => {
			const { id, walk } = await aWaitingAccount();
			expect(walk).toMatchObject({
				gathered: {
					name: 'Bank account of Rivets & Rods',
					facts: { isFirstAccount: true, isChange: false, isJustified: false },
				},
				policy: { outcome: 'require_approval', role: 'finance' },
			});
			expect(await isTrusted(id)).toBe(false);

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				status: 'applied',
				message: null,
				case: { outcome: 'released' },
			});
			expect(await isTrusted(id)).toBe(true);
			expect(await stage().eventsAbout(vendorBankChange, id)).toEqual([]);
		});

		it('asks again, and of more, when a trusted account is changed while bills are open', async () => {
			const { id, supplier, walk } = await aWaitingAccount();
			await stage().decide(walk, 'approved');
			await postedBill(stage(), supplier, 300);
			// Odoo lets nobody change the number of an account while it is trusted.
			await stage().asAdmin('res.partner.bank', 'write', {
				ids: [id],
				vals: { allow_out_payment: false, acc_number: 'BANK-OTHER' },
			});

			expect(await stage().process(vendorBankChange, id)).toMatchObject({
				gathered: { amount: 300, facts: { isChange: true, supplierOpenAmount: 300 } },
				policy: { outcome: 'escalate' },
				opened: { status: 'opened' },
			});
			expect(await isTrusted(id)).toBe(false);
		});

		it('knows the other accounts, who else has this one, and what is open', async () => {
			const supplier = await aSupplier({ country_id: await stage().idOf('base.de') });
			const admins = async (values: Record<string, unknown>) =>
				await stage().makeAsAdmin('res.partner.bank', values);
			await admins({ partner_id: supplier, acc_number: 'X-1', allow_out_payment: true });
			await admins({ partner_id: supplier, acc_number: 'X-2' });
			await admins({ partner_id: supplier, acc_number: 'X-3', active: false });
			const acc_number = 'FR76 3000 6000 0112 3456 7890 189';
			await admins({ partner_id: await aSupplier(), acc_number: acc_number.replaceAll(' ', '') });
			await postedBill(stage(), supplier, 500.5);
			await postedBill(stage(), supplier, 100, { move_type: 'in_refund' });
			const id = await anAccount(supplier, { acc_number });
			await stage().create('account.payment', {
				payment_type: 'outbound',
				partner_type: 'supplier',
				partner_id: supplier,
				partner_bank_id: id,
				amount: 5,
			});
			const note = { body: 'Called them back', message_type: 'comment' };
			await stage().run('res.partner.bank', 'message_post', { ids: [id], ...note });

			const [answer = ''] = await stage().sql(accountSql(id));
			const [others, trusted, holders, open] = answer.split('|').map(Number);
			const { facts } = await stage().gather(vendorBankChange, id);
			expect(facts).toMatchObject({
				isFirstAccount: false,
				otherAccounts: others,
				trustedAccounts: trusted,
				otherHolders: holders,
				supplierOpenAmount: open,
				waitingPayments: 1,
				isCountryDifferent: true,
				isJustified: true,
				isChange: false,
				currency: 'USD',
			});
			expect([others, trusted, holders, open]).toEqual([2, 1, 1, 400.5]);
		});

		it('takes an account out of use that is rejected', async () => {
			const { id, walk } = await aWaitingAccount();

			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				message: null,
				case: { outcome: 'released' },
			});
			expect(await isInUse(id)).toBe(false);
		});

		it('leaves an account that is sent back, without trust', async () => {
			const { id, walk } = await aWaitingAccount();

			expect(await stage().decide(walk, 'sent_back')).toMatchObject({ case: { outcome: 'kept' } });
			expect([await isInUse(id), await isTrusted(id)]).toEqual([true, false]);
		});

		it('asks anew when the number changes while somebody is asked', async () => {
			const { id, walk } = await aWaitingAccount();
			await stage().write('res.partner.bank', id, { acc_number: 'BANK-CHANGED' });

			expect(await stage().vote(walk, 'approved')).toMatchObject({
				status: 'refused',
				code: 'RECORD_CHANGED',
			});
			expect(await stage().process(vendorBankChange, id)).toMatchObject({
				opened: { status: 'opened', case: { state: 'pending' } },
			});
			expect(await isTrusted(id)).toBe(false);
		});

		it('says so when Odoo does not let the integration user trust accounts', async () => {
			const { id, walk } = await aWaitingAccount();
			await stage().letIntegration('account.group_validate_bank_account', false);
			const applied = await stage().decide(walk, 'approved');
			await stage().letIntegration('account.group_validate_bank_account', true);

			expect(applied).toMatchObject({
				message: 'You do not have the rights to trust or un-trust accounts.',
				case: { outcome: 'not_released' },
			});
			expect(await isTrusted(id)).toBe(false);
		});

		it('does not trust an account that was taken out of use meanwhile', async () => {
			const { id, walk } = await aWaitingAccount();
			await stage().write('res.partner.bank', id, { active: false });

			expect(await stage().decide(walk, 'approved')).toMatchObject({
				message: 'The bank account was archived since this was read.',
				case: { outcome: 'not_released' },
			});
			expect(await isTrusted(id)).toBe(false);
		});

		it('takes an account out of use that somebody trusted by hand meanwhile', async () => {
			const { id, walk } = await aWaitingAccount();
			const vals = { allow_out_payment: true };
			await stage().asAdmin('res.partner.bank', 'write', { ids: [id], vals });

			expect(await stage().decide(walk, 'rejected')).toMatchObject({
				case: { outcome: 'released' },
			});
			expect([await isInUse(id), await isTrusted(id)]).toEqual([false, false]);
		});

		it('asks nothing about the account of a customer', async () => {
			const customer = await aSupplier({ supplier_rank: 0, customer_rank: 1 });
			const id = await anAccount(customer);

			expect(await stage().eventsAbout(vendorBankChange, id)).toEqual([]);
		});
	});
}
