import type { Office } from '../Office';
import { postedBill } from '../postedBill';

/** Of all suites, since an account that somebody else has is another matter. */
let accounts = 0;

/** Payments to suppliers whose bills are open. */
export function payments(office: () => Office) {
	let made = 0;

	/** A supplier with an account that was trusted a month ago, and bills of 1,000 that are open. */
	const aSupplier = async () => {
		accounts += 1;
		const supplier = await office().makeAsAdmin('res.partner', { name: 'Bolts & Nuts' });
		const account = await office().makeAsAdmin('res.partner.bank', {
			partner_id: supplier,
			acc_number: `PAY-${String(accounts)}`,
			allow_out_payment: true,
		});
		await office().sql(
			`UPDATE res_partner_bank SET create_date = create_date - interval '30 days' WHERE id = ${account}`,
		);
		await postedBill(office(), supplier, 1000);
		return { supplier, account };
	};
	/** A payment as the clerk enters it; each of another amount. */
	const aPayment = async (partner_id: number, values: Record<string, unknown> = {}) => {
		made += 1;
		return await office().create('account.payment', {
			payment_type: 'outbound',
			partner_type: 'supplier',
			partner_id,
			amount: 100 + made,
			memo: 'Bills of March',
			...values,
		});
	};
	/** A supplier who was paid before. */
	const aKnownSupplier = async () => {
		const known = await aSupplier();
		const id = await office().makeAsAdmin('account.payment', {
			payment_type: 'outbound',
			partner_type: 'supplier',
			partner_id: known.supplier,
			amount: 1,
		});
		await office().asAdmin('account.payment', 'action_post', { ids: [id] });
		return known;
	};
	return { aSupplier, aPayment, aKnownSupplier };
}
