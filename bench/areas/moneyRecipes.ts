import { runOdooCode } from '../runOdooCode';
import type { AreaDesk } from './AreaDesk';
import type { AreaRecipe, AreaRecord } from './AreaRecipe';

/** The number of a supplier's first account. */
async function newAccount(desk: AreaDesk): Promise<AreaRecord> {
	const partner_id = await desk.partner({ supplier_rank: 1 });
	const number = () => `BENCH-${String(desk.next())}`;
	const draft = { partner_id, acc_number: number() };
	const id = await desk.create(desk.clerk, 'res.partner.bank', draft);
	return {
		id,
		ask: async () => {
			await desk.write(desk.clerk, 'res.partner.bank', id, { acc_number: number() });
		},
		byHand: async () => {
			await desk.write(desk.admin, 'res.partner.bank', id, { allow_out_payment: true });
		},
		end: [['allow_out_payment', '=', true]],
	};
}

/** A payment of open bills to a supplier who was paid before, on an account known for long. */
async function payment(desk: AreaDesk): Promise<AreaRecord> {
	const partner_id = await desk.partner({ supplier_rank: 1 });
	await trustForLong(desk, partner_id);
	await owe(desk, partner_id);
	const pay = async (amount: number) =>
		await desk.create(desk.clerk, 'account.payment', {
			payment_type: 'outbound',
			partner_type: 'supplier',
			partner_id,
			amount,
			memo: 'Bills of March',
		});
	const post = async (id: number) =>
		await desk.run(desk.admin, 'account.payment', 'action_post', { ids: [id] });
	await post(await pay(1));
	const id = await pay(100);
	return {
		id,
		ask: async () => {
			await desk.write(desk.clerk, 'account.payment', id, { amount: 110 });
		},
		byHand: async () => await post(id),
		end: [['state', 'in', ['in_process', 'paid']]],
	};
}

/** An account that was trusted a month ago. */
async function trustForLong(desk: AreaDesk, partner_id: number): Promise<void> {
	const acc_number = `PAY-${String(desk.next())}`;
	const values = { partner_id, acc_number, allow_out_payment: true };
	const account = await desk.create(desk.admin, 'res.partner.bank', values);
	await runOdooCode(
		desk.admin,
		`env.cr.execute("UPDATE res_partner_bank SET create_date = create_date - interval '30 days' WHERE id = ${String(account)}")`,
	);
}

/** Bills of 1,000 that are open. */
async function owe(desk: AreaDesk, partner_id: number): Promise<void> {
	const line = { name: 'Service', quantity: 1, price_unit: 1000, tax_ids: [[6, 0, []]] };
	const id = await desk.create(desk.admin, 'account.move', {
		move_type: 'in_invoice',
		partner_id,
		invoice_date: '2026-03-01',
		invoice_line_ids: [[0, 0, line]],
	});
	await desk.run(desk.admin, 'account.move', 'action_post', { ids: [id] });
}

/** Areas about money that leaves the house. */
export const moneyRecipes: readonly AreaRecipe[] = [
	{
		area: 'vendor_bank_change',
		byHand: 'write of allow_out_payment',
		decidedBy: 'approver',
		write: newAccount,
	},
	{ area: 'payment_release', byHand: 'action_post', decidedBy: 'policy', write: payment },
];
