import type { Office } from '../Office';

/** Of all suites, since an account that somebody else has is another matter. */
let accounts = 0;

/** Bank accounts of suppliers. */
export function bankAccounts(office: () => Office) {
	const aSupplier = async (values: Record<string, unknown> = {}) =>
		await office().makeAsAdmin('res.partner', {
			name: 'Rivets & Rods',
			supplier_rank: 1,
			...values,
		});
	/** An account as the clerk enters it. */
	const anAccount = async (partner_id: number, values: Record<string, unknown> = {}) => {
		accounts += 1;
		const acc_number = `BANK-${String(accounts)}`;
		return await office().create('res.partner.bank', { partner_id, acc_number, ...values });
	};
	return { aSupplier, anAccount };
}
