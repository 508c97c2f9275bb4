const dollar = { id: 1, name: 'USD', decimal_places: 2 };
const clerk = { id: 6, display_name: 'Carl' };
const germany = { id: 57, display_name: 'Germany', code: 'DE' };

/** A bank account that was trusted long ago, as a payment names it, with what a row changes. */
export function paidTo(changes: object = {}): object {
	return {
		id: 4,
		acc_number: 'DE89 3704 0044 0532 0130 00',
		sanitized_acc_number: 'DE89370400440532013000',
		active: true,
		allow_out_payment: true,
		create_date: '2029-03-01 10:00:00',
		...changes,
	};
}

/** A payment of 100 to a supplier, as Odoo gives it, with what a row changes. */
export function aPayment(changes: object = {}): object {
	return {
		id: 12,
		display_name: 'Draft Payment',
		create_uid: clerk,
		write_uid: clerk,
		partner_id: { id: 21, display_name: 'Pumps & Parts Ltd', country_id: germany },
		company_id: { id: 1, display_name: 'My Company', currency_id: dollar },
		currency_id: dollar,
		amount: 100,
		amount_company_currency_signed: -100,
		date: '2030-03-01',
		journal_id: { id: 6, display_name: 'Bank' },
		payment_method_line_id: { id: 2, display_name: 'Manual Payment' },
		memo: 'INV 12/7',
		partner_bank_id: paidTo(),
		invoice_ids: [],
		...changes,
	};
}

/** A supplier's first bank account, entered a day ago, as Odoo gives it, with what a row changes. */
export function aBankAccount(changes: object = {}): object {
	const company_id = { id: 1, display_name: 'My Company', currency_id: dollar };
	return {
		id: 4,
		create_uid: { ...clerk, company_id },
		write_uid: clerk,
		partner_id: { id: 21, display_name: 'Pumps & Parts Ltd', country_id: germany },
		company_id: false,
		acc_number: 'DE89 3704 0044 0532 0130 00',
		sanitized_acc_number: 'DE89370400440532013000',
		acc_holder_name: 'Pumps & Parts Ltd',
		bank_id: false,
		allow_out_payment: false,
		create_date: '2030-02-28 10:00:00',
		write_date: '2030-02-28 10:00:00',
		note: false,
		...changes,
	};
}
